/** `typ` of a context token: no other token is mistaken for one, nor one for another (RFC 8725, section 3.11). */
export const contextTokenType = 'tenantkit-context+jwt'

/** Seconds that a context token may live, at most: it is made for one call. */
export const longestLife = 60

/** Links of a chain of actors, at most: more hops than that are a loop or an attempt at one. */
export const mostActors = 4

/** Who acts for the subject, the latest first (RFC 8693, section 4.1). */
export interface ActClaim {
  /** The service that acts. */
  readonly sub: string
  /** Name of the clearance that the service has by itself. */
  readonly clearance?: string
  readonly act?: ActClaim
}

/** Claims of a context token, beside those of RFC 7519. */
export interface ContextClaims {
  /** The service that signs. */
  readonly iss: string
  /** The service that is called, and no other. */
  readonly aud: string
  /** For whom the call was begun. */
  readonly sub: string
  /** The verified tenant. */
  readonly tid: string
  readonly iat: number
  readonly exp: number
  /** Once only. */
  readonly jti: string
  readonly act: ActClaim
  readonly scope?: string
  readonly clearance?: string
  readonly purpose?: string
}
