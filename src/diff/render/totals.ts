import type { DiffReport, Finding } from '../report.js'
import type { DiffRun } from '../run.js'

type Summary = DiffReport['summary']

/** Counts over all pairs and the contracts that are gone. */
export interface Totals extends Summary {
  readonly contracts: number
  readonly unchanged: number
  /** Contracts with a break that nobody approved. */
  readonly broken: number
}

export function totalsOf({ reports, added, removed }: DiffRun): Totals {
  const total = { breaking: 0, warning: 0, info: 0, approved: 0, refactorings: 0, unknown: 0 }
  for (const { summary } of reports) {
    for (const key of Object.keys(total) as (keyof Summary)[]) total[key] += summary[key]
  }
  for (const { finding } of removed) total[finding.approval ? 'approved' : finding.level]++
  return {
    ...total,
    contracts: reports.length + added.length + removed.length,
    broken:
      reports.filter(({ summary }) => summary.breaking > 0).length +
      removed.filter(({ finding }) => finding.level === 'breaking' && !finding.approval).length,
    unchanged: reports.filter(({ verdict }) => verdict === 'unchanged').length,
  }
}

/** All findings with the contract that each is of. */
export function findingsOf({
  reports,
  removed,
}: DiffRun): readonly { readonly finding: Finding; readonly source: string }[] {
  return [
    ...reports.flatMap(({ head, findings }) => findings.map((finding) => ({ finding, source: head.source }))),
    ...removed.map(({ source, finding }) => ({ finding, source })),
  ]
}
