import { hasErrors } from '../diagnostic/index.js'
import type { DiffReport, Finding, Verdict } from './report.js'
import type { DiffRun } from './run.js'

/** A report with its findings replaced, and everything that is counted from them counted again. */
export function withFindings(report: DiffReport, findings: readonly Finding[]): DiffReport {
  const open = findings.filter(({ approval }) => !approval)
  const count = (level: Finding['level']): number => open.filter((finding) => finding.level === level).length
  const breaking = count('breaking')
  const verdict = breaking > 0 ? 'breaking' : report.verdict === 'breaking' ? 'compatible' : report.verdict
  const counted = { breaking, warning: count('warning'), info: count('info'), approved: findings.length - open.length }
  return { ...report, verdict, summary: { ...report.summary, ...counted }, findings }
}

/** The worst verdict of all contracts of a run. What could not be compared must not pass as what did not change. */
export function runVerdict({ reports, added, removed, diagnostics }: Omit<DiffRun, 'verdict'>): Verdict {
  if (hasErrors(diagnostics)) return 'breaking'
  const isBreaking = removed.some(({ finding }) => finding.level === 'breaking' && !finding.approval)
  if (isBreaking || reports.some(({ verdict }) => verdict === 'breaking')) return 'breaking'
  const isChanged = added.length + removed.length > 0 || reports.some(({ verdict }) => verdict !== 'unchanged')
  return isChanged ? 'compatible' : 'unchanged'
}
