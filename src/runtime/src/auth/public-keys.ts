import {
  type CryptoKey,
  createLocalJWKSet,
  type JSONWebKeySet,
  type JWK,
  type JWTVerifyGetKey,
  type KeyObject,
} from 'jose'
import { ConfigurationError } from '../error/index.js'

/** A JWK set, or a single key. */
export type PublicKeys = JSONWebKeySet | JWK | CryptoKey | KeyObject

/** @throws ConfigurationError for a shared secret: whoever verifies with one can sign with it, too. */
export function publicKeys(keys: PublicKeys): JWTVerifyGetKey {
  if ('keys' in keys && Array.isArray(keys.keys)) return createLocalJWKSet(keys)
  if ('kty' in keys && typeof keys.kty === 'string') return createLocalJWKSet({ keys: [keys] })
  const key = keys as CryptoKey | KeyObject
  if (key.type === 'secret')
    throw new ConfigurationError('a shared secret of tokens goes into `secret`, not into `keys`')
  return async () => key
}
