import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose'
import { IssuerUnusableError, issuerKeys } from './issuer-keys.js'

/** `reason` is for the audit, in one word of ours; nothing of a token is in it. */
export type IdTokenVerdict =
  | { readonly outcome: 'verified'; readonly claims: Readonly<JWTPayload> }
  | { readonly outcome: 'refused'; readonly reason: string }
  /** Nobody can tell now: the issuer does not answer. */
  | { readonly outcome: 'unavailable'; readonly reason: string }

export interface IdTokens {
  /** Whether those who run the catalog let this issuer be asked. */
  isAsked(issuer: string): boolean
  /** Verifies a token that says that it is of this issuer, which must be one that is asked. */
  verify(token: string, issuer: string): Promise<IdTokenVerdict>
}

export interface IdTokensOptions {
  /** Nobody else is ever asked for keys, whatever a token or a policy says. */
  readonly issuers: readonly string[]
  /** Whom tokens must be for. */
  readonly audience: () => string
  readonly now: () => Date
}

/** With public keys nothing symmetric is let in: the public key would be the secret (RFC 8725, section 2.1). */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** Seconds by which clocks may differ. */
const clockTolerance = 30

/** Seconds; a job may run for a day with the token that it was given at its start. */
const longestLife = 86_400

/** Verifies ID tokens (OpenID Connect Core 1.0, section 3.1.3.7, with the advice of RFC 8725). */
export function createIdTokens({ issuers, audience, now }: IdTokensOptions): IdTokens {
  const asked = new Set(issuers)
  const keysOf = issuerKeys(now)
  return {
    isAsked: (issuer) => asked.has(issuer),
    async verify(token, issuer) {
      if (!asked.has(issuer)) return { outcome: 'refused', reason: 'issuer-unknown' }
      try {
        const { payload } = await jwtVerify(token, await keysOf(issuer), {
          algorithms,
          issuer,
          audience: audience(),
          clockTolerance,
          maxTokenAge: longestLife,
          requiredClaims: ['sub', 'aud', 'exp', 'iat'],
          currentDate: now(),
        })
        const reason = faultOf(payload)
        return reason === undefined ? { outcome: 'verified', claims: payload } : { outcome: 'refused', reason }
      } catch (error) {
        return failureOf(error)
      }
    },
  }
}

/** What a token says of its issuer before anybody has looked whether it is true. */
export function claimedIssuer(token: string): string | undefined {
  try {
    return decodeJwt(token).iss
  } catch {
    return undefined
  }
}

function faultOf({ sub, aud, exp, iat }: JWTPayload): string | undefined {
  if (typeof sub !== 'string' || sub === '' || sub.length > 1000) return 'subject-missing'
  // Somebody else whom the token is for, too, could use it here.
  if (Array.isArray(aud) && aud.length !== 1) return 'audience-shared'
  if (exp === undefined || iat === undefined || exp <= iat || exp - iat > longestLife) return 'life-too-long'
  return undefined
}

/** What is the token's fault is refused; what is the issuer's may pass. */
function failureOf(error: unknown): IdTokenVerdict {
  const isOfIssuer = error instanceof IssuerUnusableError
  const isOfKeys = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid
  const isJudged = error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC'
  if (isOfIssuer || isOfKeys || !isJudged) return { outcome: 'unavailable', reason: 'issuer-not-reachable' }
  return { outcome: 'refused', reason: error.code.toLowerCase().replace(/^err_/, '').replaceAll('_', '-') }
}
