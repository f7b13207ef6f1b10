import type { Finding } from '../report.js'
import type { DiffRun } from '../run.js'
import type { RenderContext } from './context.js'
import { plain } from './plain.js'
import { repositoryPath } from './repository-path.js'
import { prose } from './sentences.js'
import { serialise } from './serialise.js'
import { findingsOf } from './totals.js'
import { operationTitle } from './words.js'

type Severity = 'info' | 'minor' | 'major' | 'critical' | 'blocker'

const descriptionLength = 1000

/** GitLab's code quality report: findings that nobody has approved, at their lines in the head. */
export function renderGitlab(run: DiffRun, context: RenderContext): string {
  const seen = new Map<string, number>()
  const open = findingsOf(run).filter(
    ({ finding }) => !finding.approval && (finding.level !== 'info' || context.showInfo),
  )
  const entries = open.map(({ finding, source }) => ({
    description: description(finding),
    check_name: `${finding.code} ${plain(finding.rule)}`,
    fingerprint: unique(finding.fingerprint, seen),
    severity: severityOf(finding),
    location: {
      path: repositoryPath(finding.after?.file ?? source, context.root) ?? source,
      // What is gone has no line in the head; the top of the contract stands for it.
      lines: { begin: finding.after?.line ?? 1 },
    },
  }))
  return `${serialise(entries)}\n`
}

function description(finding: Finding): string {
  const title = finding.operation ? `${operationTitle(finding.operation)}: ` : ''
  return plain(`${title}${prose(finding)}`, descriptionLength)
}

function severityOf({ level, category }: Finding): Severity {
  if (level === 'breaking') return category === 'security' ? 'blocker' : 'critical'
  if (level === 'warning') return category === 'structural' ? 'minor' : 'major'
  return 'info'
}

/** GitLab drops entries whose fingerprint it has seen; two contracts may have the same change. */
function unique(fingerprint: string, seen: Map<string, number>): string {
  const times = (seen.get(fingerprint) ?? 0) + 1
  seen.set(fingerprint, times)
  return times === 1 ? fingerprint : `${fingerprint}-${times}`
}
