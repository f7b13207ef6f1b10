import type { UnknownReason } from './types.js'

/** The answer to a question for one value: a value, the proof that there is none, or neither. */
export type Solved<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown'; readonly why: UnknownReason }

/** Different values that a question accepts, simplest first; `complete` when there are no others. */
export interface Several<T> {
  readonly values: readonly T[]
  readonly complete: boolean
  /** Why there may be others although fewer than asked for were found. */
  readonly unknown?: UnknownReason
}
