export { type DiffOptions, diffContracts, type LoadedContract } from './diff-contracts.js'
export type {
  AppliedApproval,
  Bump,
  Category,
  DiffReport,
  Direction,
  Finding,
  FindingOperation,
  Level,
  ReportSide,
  SemverJudgement,
  Verdict,
  Witness,
} from './report.js'
export { diffRules } from './rules/index.js'
