/** In rising order: `public < internal < confidential < restricted`. */
export type Sensitivity = 'public' | 'internal' | 'confidential' | 'restricted'

/** What a caller may see unmasked. */
export interface Clearance {
  readonly max: Sensitivity
  /** Categories shown whatever their sensitivity; `contact` covers `contact.email`. */
  readonly reveal: readonly string[]
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
