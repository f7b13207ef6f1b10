import type { Category, DiffReport, Finding, Level } from '../../../src/diff/report.js'
import type { DiffRun } from '../../../src/diff/run.js'

export function findingOf(given: Partial<Finding> = {}): Finding {
  return {
    code: 'TK3110',
    rule: 'parameter-became-required',
    level: 'breaking' satisfies Level,
    category: 'structural' satisfies Category,
    pointer: 'GET /orders/parameters/query/state',
    message: 'the query parameter `state` became required',
    fingerprint: '0011223344556677',
    ...given,
  }
}

/** A run over one pair with these findings. */
export function runOf(findings: readonly Finding[], removed: readonly Finding[] = []): DiffRun {
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length
  const side = { source: 'orders.yaml', title: 'Orders', version: '1.0.0', digest: 'd' }
  const verdict = count('breaking') > 0 ? 'breaking' : findings.length > 0 ? 'compatible' : 'unchanged'
  const report: DiffReport = {
    schemaVersion: 1,
    base: side,
    head: side,
    verdict,
    semver: { required: 'none', ok: true },
    summary: {
      breaking: count('breaking'),
      warning: count('warning'),
      info: count('info'),
      approved: 0,
      refactorings: 2,
      unknown: 1,
    },
    findings,
  }
  return {
    schemaVersion: 1,
    verdict: removed.length > 0 ? 'breaking' : verdict,
    reports: [report],
    added: [],
    removed: removed.map((finding) => ({ source: 'gone.yaml', title: 'Gone', version: '1.0.0', finding })),
    approvals: { unused: [], expired: [] },
    diagnostics: [],
  }
}
