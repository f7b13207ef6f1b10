import type { Authenticated } from '../auth/index.js'
import type { Requirement } from './operation.js'

/** A scheme whose credential holds. */
export interface Proof {
  readonly requirement: Requirement
  readonly authenticated: Authenticated
}
