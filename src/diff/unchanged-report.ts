import type { LoadedContract } from './diff-contracts.js'
import { digestOf } from './finding/digest.js'
import type { DiffReport, ReportSide } from './report.js'
import { judgeSemver } from './semver.js'

/** The report on a contract that is the same on both sides, byte by byte: there is nothing to compare. */
export function unchangedReport(
  { contract, documents }: LoadedContract,
  sources: { readonly base: string; readonly head: string },
): DiffReport {
  const { title, version } = contract
  const side = (source: string): ReportSide => ({ source, title, version, digest: digestOf(documents) })
  return {
    schemaVersion: 1,
    base: side(sources.base),
    head: side(sources.head),
    verdict: 'unchanged',
    semver: judgeSemver(version, version, 'none'),
    summary: { breaking: 0, warning: 0, info: 0, approved: 0, refactorings: 0, unknown: 0 },
    findings: [],
  }
}
