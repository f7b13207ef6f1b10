import { hasErrors } from '../../diagnostic/index.js'
import { createGlob } from '../../util/glob.js'
import type { AppliedApproval, Finding } from '../report.js'
import type { ContractName, DiffRun } from '../run.js'
import { runVerdict, withFindings } from '../with-findings.js'
import { type Approval, approves } from './approval.js'

export interface ApplyOptions {
  /** Calendar day, ISO 8601; an approval holds to the end of the day that it names. */
  readonly today: string
}

/** Marks the findings that may pass, and says which approvals had no effect. */
export function applyApprovals(run: DiffRun, approvals: readonly Approval[], { today }: ApplyOptions): DiffRun {
  const expired = approvals.filter(({ expires }) => expires !== undefined && expires < today)
  const matchers = approvals.filter((approval) => !expired.includes(approval)).map(createMatcher)
  const used = new Set<Approval>()
  const approve = (finding: Finding, contract: Named): Finding => {
    const matching = matchers.filter(({ matches }) => matches(finding, contract))
    for (const { approval } of matching) used.add(approval)
    const [first] = matching
    return first ? { ...finding, approval: saidOf(first.approval) } : finding
  }
  const reports = run.reports.map((report) => {
    const approved = report.findings.map((finding) => approve(finding, report.head))
    return withFindings(report, approved)
  })
  const removed = run.removed.map((contract) => ({ ...contract, finding: approve(contract.finding, contract) }))
  // Of what was not compared, nobody knows what it would have matched.
  const idle = hasErrors(run.diagnostics) ? [] : matchers.filter(({ approval }) => !used.has(approval))
  const aside = { unused: idle.map(({ approval }) => problemOf(approval)), expired: expired.map(problemOf) }
  const applied = { ...run, reports, removed, approvals: aside }
  return { ...applied, verdict: runVerdict(applied) }
}

/** A contract as its findings are approved by. */
type Named = Pick<ContractName, 'source' | 'title'>

function createMatcher(approval: Approval): {
  readonly approval: Approval
  readonly matches: (finding: Finding, contract: Named) => boolean
} {
  if (approval.kind === 'fingerprint') {
    const { fingerprint, acknowledges = 'structural' } = approval
    const matches = (finding: Finding): boolean =>
      finding.fingerprint === fingerprint && (finding.category === 'structural' || finding.category === acknowledges)
    return { approval, matches }
  }
  const { rule, category } = approval
  const glob = createGlob(approval.pointer)
  const isContract = createGlob(approval.contract ?? '**')
  const isRule = (finding: Finding): boolean =>
    [finding.rule, finding.code].includes(rule) ||
    (finding.direction !== undefined && finding.rule === `${finding.direction}-${rule}`)
  return {
    approval,
    matches: (finding, { source, title }) =>
      finding.category === category &&
      isRule(finding) &&
      glob(finding.pointer) &&
      (isContract(source) || isContract(title)),
  }
}

function saidOf({ reason, owner, expires, ticket }: Approval): AppliedApproval {
  return { reason, owner, ...(expires !== undefined && { expires }), ...(ticket !== undefined && { ticket }) }
}

function problemOf(approval: Approval) {
  return { ...saidOf(approval), approves: approves(approval), ...(approval.span && { span: approval.span }) }
}
