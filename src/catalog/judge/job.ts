import type { DiffReport } from '../../diff/index.js'
import type { DeployEnvironment, DeploySubject, DeployVerdict, VersionBundle } from '../deploy/index.js'
import type { GateInput, GateOutcome } from '../gate/index.js'
import type { Described } from '../index-entries/index.js'
import type { Bundle, Coordinates, Defect } from '../model/index.js'

/** Work that looks into contracts, and so may take any time and memory; plain data, to be sent to a thread. */
export type JudgeJob = GateJob | DescribeJob | UniteJob | DeployJob | CompareJob

/** Whether a version may be published. */
export interface GateJob {
  readonly kind: 'gate'
  readonly input: GateInput
}

/** What can be found in a version that was published before. */
export interface DescribeJob {
  readonly kind: 'describe'
  readonly coordinates: Coordinates
  readonly bundle: Bundle
}

/** A version as one JSON document, to be shown as a whole. */
export interface UniteJob {
  readonly kind: 'unite'
  readonly coordinates: Coordinates
  readonly bundle: Bundle
}

/** Whether a version can be deployed. */
export interface DeployJob {
  readonly kind: 'deploy'
  readonly subject: DeploySubject
  readonly environment: DeployEnvironment
  /** Of all versions that have to be compared, as far as they are there. */
  readonly bundles: readonly VersionBundle[]
  /** Calendar day, ISO 8601. */
  readonly today: string
}

/** What changed between two versions of one contract. */
export interface CompareJob {
  readonly kind: 'compare'
  readonly before: VersionBundle
  readonly after: VersionBundle
  /** Calendar day, ISO 8601. */
  readonly today: string
}

export interface JudgeAnswers {
  readonly gate: GateOutcome
  /** Undefined when the contract cannot be read. */
  readonly describe: Described | undefined
  /** Undefined when the contract cannot be read. */
  readonly unite: { readonly text: string } | undefined
  readonly deploy: { readonly verdict: DeployVerdict; readonly defects: readonly Defect[] }
  /** Without a report one of the two cannot be read, or they are of different standards. */
  readonly compare: { readonly report?: DiffReport; readonly defects: readonly Defect[] }
}

export type AnswerTo<Job extends JudgeJob> = JudgeAnswers[Job['kind']]
