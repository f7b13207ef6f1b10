import type { Principal } from '../context/index.js'

/** What a caller presented for one security scheme of the contract. Nothing of it is verified. */
export interface PresentedCredential {
  /** Name of the scheme in the contract. */
  readonly scheme: string
  /** `key` comes from the place that an `apiKey` scheme names, the others from `Authorization`. */
  readonly kind: 'bearer' | 'basic' | 'key' | 'other'
  readonly value: string
  /** Stands for the request that presents it, whatever the scheme: a credential that holds once holds once for each. */
  readonly request?: object | undefined
}

/** Whether an issuer may speak for a tenant. */
export type IssuerTrust = (issuer: string | undefined, tenant: string) => boolean | Promise<boolean>

/** A credential that holds. */
export interface Authenticated {
  readonly outcome: 'authenticated'
  readonly principal: Principal
  /** The tenant that the credential itself is bound to, as an API key is. Compared with the claims, never preferred. */
  readonly tenant?: string
  /** Claims that may name the tenant, besides the one that the contract names. Those present must all agree. */
  readonly tenantClaims?: readonly string[]
  readonly trust?: IssuerTrust
  /**
   * Milliseconds since 1970: an answer that still streams then is ended. Absent: it goes on, as after a credential that is
   * for the beginning of one call.
   */
  readonly expiresAt?: number
  /** Asked once a second while an answer streams, which is ended when it says no. Absent: nobody takes the credential back. */
  readonly stillHolds?: () => boolean | Promise<boolean>
}

/** `reason` goes to the audit, never to the caller. */
export type Authentication =
  | Authenticated
  | { readonly outcome: 'refused'; readonly reason: string }
  /** Nobody can tell now: key server or key store is down. */
  | { readonly outcome: 'unavailable'; readonly reason: string }

export interface Authenticator {
  authenticate(credential: PresentedCredential): Authentication | Promise<Authentication>
}
