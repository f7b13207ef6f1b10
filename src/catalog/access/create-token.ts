import { sha256 } from '../../util/sha256.js'
import type { TokenRecord } from '../store/index.js'
import { formatToken } from './token-text.js'

export interface NewToken {
  readonly name: string
  readonly permissions: readonly string[]
  readonly namespaces: readonly string[]
  /** Days until it ends. */
  readonly days: number
}

export interface CreatedToken {
  readonly record: TokenRecord
  /** Its text, which is kept nowhere. */
  readonly text: string
}

/**
 * Makes a token. Only the hash of its secret is kept.
 *
 * @param random bytes that nobody can guess.
 */
export function createToken(
  organisation: string,
  { name, permissions, namespaces, days }: NewToken,
  now: Date,
  random: (size: number) => Buffer,
): CreatedToken {
  const id = Array.from(random(12), (byte) => (byte % 36).toString(36)).join('')
  const secret = random(32).toString('base64url')
  const expires = new Date(now.getTime() + days * millisecondsOfDay)
  const record: TokenRecord = {
    id,
    organisation,
    name,
    // It has 256 random bits: there is nothing to guess, and so nothing to slow down.
    hash: sha256(secret),
    permissions,
    namespaces,
    createdAt: now.toISOString(),
    expiresAt: expires.toISOString(),
    revoked: false,
  }
  return { record, text: formatToken({ organisation, id, secret }) }
}

const millisecondsOfDay = 86_400_000
