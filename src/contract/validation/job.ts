/** What is handed to a validator: plain text, so that it can be sent to a worker and has a digest. */
export interface ValidationJob {
  readonly standard: 'openapi' | 'asyncapi'
  /** As the reader understands it: `3.0`, `2.6.0`. */
  readonly version: string
  /** Every document as JSON, the contract's own first. */
  readonly documents: readonly { readonly id: string; readonly json: string }[]
}

/** What a validator finds wrong. */
export interface Finding {
  /** Into the contract's own document, as it is after references have been followed. */
  readonly pointer: string
  readonly reason: string
}

/** What came of a job. A validator that fails says nothing about the contract. */
export type ValidationOutcome = { readonly findings: readonly Finding[] } | { readonly failed: string }
