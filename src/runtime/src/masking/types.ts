import type { Sensitivity } from '../codec/types.js'

export type { Sensitivity } from '../codec/types.js'

/** What a caller may see unmasked. */
export interface Clearance {
  readonly max: Sensitivity
  /** Categories shown whatever their sensitivity; `contact` covers `contact.email`. */
  readonly reveal: readonly string[]
  /** What for, as the contract says; for the audit. */
  readonly purpose?: string
}

/** `x-data-policy` of the contract, as emitted. */
export interface ClearancePolicy {
  readonly default: Clearance
  readonly clearances: Readonly<Record<string, Clearance>>
  /** Claim of the verified token that names the clearance. */
  readonly claim: string
}

/** Where a value is about to go. Only a response knows who reads it; the others show nothing above `internal`. */
export type Sink = 'response' | 'log' | 'trace' | 'metric' | 'audit' | 'event' | 'error' | 'idempotency-store'

/**
 * What masks with a key ask for. Synchronous: the keys of the tenant are fetched before anything is written. `field`
 * (`Order.email`) is the place that a result is bound to.
 */
export interface MaskKeys {
  /** The same pseudonym for the same text of the same field and tenant; it cannot be turned back. */
  pseudonym(text: string, field: string): string
  /** The same for joining records over fields: bound to the tenant only. */
  token(text: string): string
  /** Ciphertext that only its tenant's keys open, and only as this field. */
  encrypt(text: string, field: string): string
}
