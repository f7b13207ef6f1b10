import type { Diagnostic, SourceSpan } from '../diagnostic/index.js'
import type { AppliedApproval, DiffReport, Finding, Verdict } from './report.js'

/** All contracts of one invocation. */
export interface DiffRun {
  readonly schemaVersion: 1
  /** The worst of all contracts; a removed contract counts by its finding, like one of a report. */
  readonly verdict: Verdict
  /** One for each pair, by the path of the head. */
  readonly reports: readonly DiffReport[]
  /** Contracts of the head that have no base. */
  readonly added: readonly ContractName[]
  /** Contracts of the base that the head does not have any more. */
  readonly removed: readonly RemovedContract[]
  readonly approvals: { readonly unused: readonly ApprovalProblem[]; readonly expired: readonly ApprovalProblem[] }
  /** What was said while reading both sides; with an error among them there are no reports of what failed. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface ContractName {
  /** As shown to the user: a path, `git:REF:path`, `<stdin>`. */
  readonly source: string
  readonly title: string
  readonly version: string
}

export interface RemovedContract extends ContractName {
  /** Like those of a report, so that it can be shown, counted and approved as they are. */
  readonly finding: Finding
}

/** An entry of the approvals that has no effect on this run. */
export interface ApprovalProblem extends AppliedApproval {
  /** What it would approve, as written: a fingerprint, or a rule with its pointer. */
  readonly approves: string
  readonly span?: SourceSpan
}
