export { appendApproval, approvalEntry } from './approvals/append-approval.js'
export { applyApprovals } from './approvals/apply-approvals.js'
export type { Approval } from './approvals/approval.js'
export { readApprovals, readApprovalsText } from './approvals/read-approvals.js'
export { type DiffOptions, diffContracts, type LoadedContract } from './diff-contracts.js'
export { type DiffSchemasOptions, diffSchemas, type LoadedSchemaSide } from './diff-schemas.js'
export { type ContractTraits, pairContracts } from './pair-contracts.js'
export { removedContract } from './removed-contract.js'
export {
  type RenderContext,
  type ReportFormat,
  renderHtmlSection,
  renderReport,
  renderStepSummary,
  reportFormats,
  reportStyle,
} from './render/index.js'
export { fileUri, repositoryPath } from './render/repository-path.js'
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
export { levels } from './report.js'
export { nearRule, ruleNames } from './rule-names.js'
export { diffRules } from './rules/index.js'
export type { ApprovalProblem, ContractName, DiffRun, RemovedContract } from './run.js'
export { compareVersionTexts, semverSentence } from './semver.js'
export { unchangedReport } from './unchanged-report.js'
export { runVerdict } from './with-findings.js'
