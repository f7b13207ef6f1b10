import { hasErrors } from '../../diagnostic/index.js'
import { type DiffRun, type Finding, levels } from '../../diff/index.js'

export type FailOn = 'breaking' | 'warning' | 'info' | 'none'

/** What a gate makes of a run: `failed` when something could not be compared, whatever else there is. */
export function outcomeOf(
  { reports, removed, diagnostics }: DiffRun,
  { failOn, semver }: { readonly failOn: FailOn; readonly semver: 'require' | 'report' | 'off' },
): 'fine' | 'findings' | 'failed' {
  if (hasErrors(diagnostics)) return 'failed'
  const findings = [...reports.flatMap((report) => report.findings), ...removed.map(({ finding }) => finding)]
  const isRefused = semver === 'require' && reports.some((report) => !report.semver.ok)
  return isRefused || findings.some((finding) => fails(finding, failOn)) ? 'findings' : 'fine'
}

function fails({ level, approval }: Finding, failOn: FailOn): boolean {
  return failOn !== 'none' && !approval && levels.indexOf(level) <= levels.indexOf(failOn)
}
