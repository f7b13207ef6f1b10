import type { DiffReport, Finding } from '../report.js'
import type { DiffRun } from '../run.js'
import { serialise } from './serialise.js'
import { totalsOf } from './totals.js'

/**
 * The report as `contracts/report/diff.schema.json` has it: the object of the only pair, or one object over all of them.
 * What a run has beside its pairs (approvals without effect, diagnostics) is there when there is some.
 */
export function renderJson(run: DiffRun): string {
  const { reports, added, removed } = run
  const [only] = reports
  const single = only && reports.length === 1 && added.length + removed.length === 0
  return `${serialise(single ? { ...reportObject(only), ...asideObject(run) } : runObject(run))}\n`
}

function runObject(run: DiffRun): object {
  return {
    schemaVersion: run.schemaVersion,
    verdict: run.verdict,
    summary: summaryObject(totalsOf(run)),
    contracts: run.reports.map(reportObject),
    added: run.added.map(({ source, title, version }) => ({ source, title, version })),
    removed: run.removed.map(({ source, title, version, finding }) => ({
      source,
      title,
      version,
      finding: findingObject(finding),
    })),
    ...asideObject(run),
  }
}

function asideObject({ approvals, diagnostics }: DiffRun): object {
  return {
    ...(approvals.unused.length + approvals.expired.length > 0 && { approvals }),
    ...(diagnostics.length > 0 && { diagnostics }),
  }
}

// Field by field, so that the order is the same whoever made the report, and nothing leaves that is not published.
function reportObject({ schemaVersion, base, head, verdict, semver, summary, findings }: DiffReport): object {
  return {
    schemaVersion,
    base: sideObject(base),
    head: sideObject(head),
    verdict,
    semver: { required: semver.required, declared: semver.declared, ok: semver.ok },
    summary: summaryObject(summary),
    findings: findings.map(findingObject),
  }
}

function summaryObject(summary: DiffReport['summary']): object {
  const { breaking, warning, info, approved, refactorings, unknown } = summary
  return { breaking, warning, info, approved, refactorings, unknown }
}

function sideObject({ source, title, version, digest }: DiffReport['base']): object {
  return { source, title, version, digest }
}

function findingObject(finding: Finding): object {
  const { code, rule, level, category, direction, operation, alsoReaches, pointer, message, help } = finding
  const { before, after, witness, fingerprint, approval } = finding
  return {
    code,
    rule,
    level,
    category,
    direction,
    operation,
    alsoReaches,
    pointer,
    message,
    help,
    before,
    after,
    witness,
    fingerprint,
    approval,
  }
}
