import { createRemoteJWKSet, errors, type JWSAlgorithm, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { type Clock, systemClock } from '../context/index.js'
import { ConfigurationError } from '../error/index.js'
import { principalOf } from './principal-of.js'
import { type PublicKeys, publicKeys } from './public-keys.js'
import { createTokenCache, type TokenCache } from './token-cache.js'
import type { Authenticated, Authentication, Authenticator, IssuerTrust } from './types.js'

/** Exactly one of the three says where keys come from. */
export type JwtKeySource =
  | {
      /** Public keys: a JWK set, or a single key. */
      readonly keys: PublicKeys
      readonly jwksUrl?: undefined
      readonly secret?: undefined
    }
  | {
      /** Where the issuer publishes its JWK set; https, or http on the loopback. */
      readonly jwksUrl: string | URL
      readonly keys?: undefined
      readonly secret?: undefined
    }
  | {
      /** A shared secret of 32 bytes or more, for HS256 and its kin. Nothing else makes those acceptable. */
      readonly secret: Uint8Array
      readonly keys?: undefined
      readonly jwksUrl?: undefined
    }

export type JwtOptions = JwtKeySource & {
  readonly issuer: string | readonly string[]
  readonly audience: string | readonly string[]
  /** Default: the asymmetric ones, or HS256 with a `secret`. */
  readonly algorithms?: readonly string[] | undefined
  /** Seconds by which the clocks may differ. Default: 5. */
  readonly clockTolerance?: number | undefined
  /** Claims that may name the tenant, besides the one of the contract. Those present must all agree. */
  readonly tenantClaims?: readonly string[] | undefined
  /** Whether an issuer may speak for a tenant. Default: it may. */
  readonly trust?: IssuerTrust | undefined
  /** Asked for each request, also when the token's signature is known, and once a second while an answer streams. */
  readonly revoked?: ((claims: Readonly<JWTPayload>) => boolean | Promise<boolean>) | undefined
  /** Tokens to remember, and milliseconds for at most how long (60,000 at most). Default: 10,000 for 60,000. */
  readonly cache?: { readonly limit?: number | undefined; readonly lifetime?: number | undefined } | undefined
  readonly clock?: Clock | undefined
}

/** Seconds. */
const tolerance = 5

const asymmetric = ['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512']
const symmetric = ['HS256', 'HS384', 'HS512']

/**
 * Verifies JSON Web Tokens (RFC 7519, with the advice of RFC 8725): algorithms from a list, keys from the options only,
 * `iss`, `aud`, `exp` and `sub` required, `nbf` obeyed, unknown `crit` refused.
 *
 * @throws ConfigurationError for keys or algorithms that cannot be meant.
 */
export function jwt(options: JwtOptions): Authenticator {
  const clock = options.clock ?? systemClock
  const key = keyOf(options)
  const algorithms = algorithmsOf(options) as JWSAlgorithm[]
  const cache = createTokenCache<Authenticated>(
    options.cache?.limit ?? 10_000,
    Math.min(options.cache?.lifetime ?? 60_000, 60_000),
  )
  const verifier: Verifier = {
    cache,
    clock,
    options,
    remote: options.jwksUrl !== undefined,
    async verify(token) {
      const verified = await jwtVerify(token, key, {
        algorithms,
        issuer: listOf(options.issuer),
        audience: listOf(options.audience),
        clockTolerance: options.clockTolerance ?? tolerance,
        requiredClaims: ['exp', 'sub'],
        currentDate: new Date(clock.now()),
      })
      return verified.payload
    },
  }
  return {
    authenticate(credential): Authentication | Promise<Authentication> {
      if (credential.kind !== 'bearer') return { outcome: 'refused', reason: 'not-a-bearer-token' }
      // Most tokens have been seen before, and nothing is waited for then.
      const known = cache.get(credential.value, clock.now())
      return known ? unlessRevoked(known, options) : verifiedNow(credential.value, verifier)
    },
  }
}

async function verifiedNow(token: string, verifier: Verifier): Promise<Authentication> {
  const proof = await proofOf(token, verifier)
  return proof.outcome === 'authenticated' ? unlessRevoked(proof, verifier.options) : proof
}

/** Made once for a token: it is frozen when it is first used, and nobody changes it for the next call. */
function authenticated(
  claims: JWTPayload,
  { tenantClaims, trust, revoked, clockTolerance = tolerance }: JwtOptions,
): Authenticated {
  return {
    outcome: 'authenticated',
    principal: principalOf(claims),
    ...(tenantClaims && { tenantClaims }),
    ...(trust && { trust }),
    expiresAt: ((claims.exp ?? 0) + clockTolerance) * 1000,
    ...(revoked && { stillHolds: async () => !(await revoked(claims)) }),
  }
}

function unlessRevoked(proof: Authenticated, options: JwtOptions): Authentication | Promise<Authentication> {
  if (!options.revoked) return proof
  return revocation(proof.principal.claims, options).then((refusal) => refusal ?? proof)
}

function listOf(texts: string | readonly string[]): string[] {
  return typeof texts === 'string' ? [texts] : [...texts]
}

type Failure = Exclude<Authentication, { outcome: 'authenticated' }>

interface Verifier {
  readonly cache: TokenCache<Authenticated>
  readonly clock: Clock
  readonly options: JwtOptions
  /** Keys are fetched, so that a failure need not be the token's. */
  readonly remote: boolean
  verify(token: string): Promise<JWTPayload>
}

async function proofOf(token: string, verifier: Verifier): Promise<Authentication> {
  const { cache, clock, options } = verifier
  try {
    const payload = await verifier.verify(token)
    if (typeof payload.sub !== 'string' || payload.sub === '') return { outcome: 'refused', reason: 'subject-missing' }
    const proof = authenticated(payload, options)
    cache.set(token, proof, (payload.exp ?? 0) * 1000, clock.now())
    return proof
  } catch (error) {
    return failureOf(error, verifier.remote)
  }
}

/** What is the token's fault is refused; what is the key server's may pass. */
function failureOf(error: unknown, remote: boolean): Failure {
  const judged = error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC'
  const keySet = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid
  // Fetching failed, or the key server answered with something that is no key set.
  if (remote && (keySet || !judged)) return { outcome: 'unavailable', reason: 'key-set-not-reachable' }
  return { outcome: 'refused', reason: judged ? error.code.toLowerCase().replaceAll('_', '-') : 'token-unreadable' }
}

async function revocation(claims: Readonly<JWTPayload>, options: JwtOptions): Promise<Authentication | undefined> {
  if (!options.revoked) return undefined
  try {
    return (await options.revoked(claims)) ? { outcome: 'refused', reason: 'token-revoked' } : undefined
  } catch {
    return { outcome: 'unavailable', reason: 'revocation-not-known' }
  }
}

function keyOf(options: JwtOptions): JWTVerifyGetKey {
  if (options.secret) {
    const { secret } = options
    if (secret.length < 32) throw new ConfigurationError('the secret of tokens has less than 32 bytes')
    return async () => secret
  }
  if (options.jwksUrl !== undefined) return createRemoteJWKSet(usableUrl(options.jwksUrl))
  return publicKeys(options.keys)
}

function usableUrl(text: string | URL): URL {
  const url = new URL(text)
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw new ConfigurationError('key sets are fetched by https')
  }
  return url
}

/** With public keys an HS algorithm would make the public key the secret (RFC 8725, section 2.1). */
function algorithmsOf(options: JwtOptions): readonly string[] {
  const allowed = options.secret ? symmetric : asymmetric
  const asked = options.algorithms ?? (options.secret ? ['HS256'] : asymmetric)
  const wrong = asked.find((algorithm) => !allowed.includes(algorithm))
  if (wrong !== undefined) throw new ConfigurationError(`the algorithm ${wrong} does not go with the keys of tokens`)
  if (asked.length === 0) throw new ConfigurationError('no algorithm of tokens is allowed')
  return asked
}
