import type { Contract } from '../../contract/model/index.js'
import type { DiffReport, LoadedContract } from '../../diff/index.js'
import type { Described } from '../index-entries/index.js'
import type { Bundle, ConsumerUse, Coordinates, GateComparison, NamespaceRules } from '../model/index.js'
import type { Touches } from '../uses/index.js'

export interface GateBaseline {
  readonly version: string
  readonly bundle: Bundle
  /** Why it is one: `released`, `deployed in prod`, `latest`. */
  readonly because: readonly string[]
}

export interface GateInput {
  readonly coordinates: Coordinates
  readonly bundle: Bundle
  readonly rules: NamespaceRules
  /** What the candidate has to get along with; whether that is all released versions is the caller's choice. */
  readonly baselines: readonly GateBaseline[]
  /** What is registered for any version of the contract. */
  readonly uses: readonly ConsumerUse[]
  /** Calendar day, ISO 8601. */
  readonly today: string
}

/** A baseline that could be read. */
export interface OpenBaseline {
  readonly version: string
  readonly because: readonly string[]
  readonly contract: Contract
  readonly touches: Touches
}

/** A comparison of which there is always a report. */
export type Comparison = GateComparison & { readonly report: DiffReport; readonly base: OpenBaseline }

/** What the checks look at, once the candidate could be read. */
export interface Candidate {
  readonly coordinates: Coordinates
  readonly rules: NamespaceRules
  readonly uses: readonly ConsumerUse[]
  readonly loaded: LoadedContract
  readonly described: Described
  readonly baselines: readonly OpenBaseline[]
  /** Versions of baselines that could not be read or compared. */
  readonly unreadable: readonly string[]
  readonly comparisons: readonly Comparison[]
}
