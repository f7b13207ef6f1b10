import { describe, expect, it } from 'vitest'
import { applyApprovals } from '../../../src/diff/approvals/apply-approvals.js'
import type { Approval } from '../../../src/diff/approvals/approval.js'
import type { Category } from '../../../src/diff/report.js'
import { findingOf, runOf } from './support.js'

const said = { reason: 'nobody calls it', owner: 'orders' } as const
const today = '2026-06-15'
const byFingerprint = (given: Partial<Approval> = {}): Approval =>
  ({ kind: 'fingerprint', fingerprint: '0011223344556677', ...said, ...given }) as Approval
const byRule = (rule: string, pointer: string, category: Category = 'structural', contract?: string): Approval => ({
  kind: 'rule',
  rule,
  pointer,
  category,
  ...(contract !== undefined && { contract }),
  ...said,
})

describe('applyApprovals', () => {
  it('marks the finding, and counts it by itself', () => {
    const other = findingOf({ level: 'warning', fingerprint: 'ffffffffffffffff', rule: 'header-removed' })
    const approval = byFingerprint({ expires: '2026-12-31', ticket: 'API-7' })
    const run = applyApprovals(runOf([findingOf(), other]), [approval], { today })
    expect(run).toMatchObject({ verdict: 'compatible', approvals: { unused: [], expired: [] } })
    const [report] = run.reports
    expect(report?.verdict).toBe('compatible')
    expect(report?.summary).toEqual({ breaking: 0, warning: 1, info: 0, approved: 1, refactorings: 2, unknown: 1 })
    expect(report?.findings).toEqual([
      { ...findingOf(), approval: { ...said, expires: '2026-12-31', ticket: 'API-7' } },
      other,
    ])
  })

  it('leaves a run without approvals as it is', () => {
    const run = runOf([findingOf()])
    expect(applyApprovals(run, [], { today })).toEqual(run)
  })

  it.each<[string, Approval, Parameters<typeof findingOf>[0], boolean]>([
    ['rule and pointer', byRule('parameter-became-required', 'GET /orders/**'), {}, true],
    ['code and pointer', byRule('TK3110', '**'), {}, true],
    ['another place', byRule('TK3110', 'POST /orders/**'), {}, false],
    ['the contract by its file', byRule('TK3110', '**', 'structural', 'orders.*'), {}, true],
    ['the contract by its title', byRule('TK3110', '**', 'structural', 'Orders'), {}, true],
    ['another contract', byRule('TK3110', '**', 'structural', 'billing/**'), {}, false],
    ['another rule', byRule('TK3111', '**'), {}, false],
    [
      'a rule in both directions',
      byRule('property-became-required', '**'),
      { rule: 'request-property-became-required', direction: 'request' },
      true,
    ],
    [
      'a rule in another direction',
      byRule('response-property-became-required', '**'),
      { rule: 'request-property-became-required', direction: 'request' },
      false,
    ],
    ['a security finding by rule', byRule('TK3110', '**'), { category: 'security' }, false],
    ['a security finding by its category', byRule('TK3110', '**', 'security'), { category: 'security' }, true],
    ['a security finding as governance', byRule('TK3110', '**', 'governance'), { category: 'security' }, false],
    ['a structural finding by an entry for governance', byRule('TK3110', '**', 'governance'), {}, false],
    ['a governance finding by fingerprint alone', byFingerprint(), { category: 'governance' }, false],
    [
      'a governance finding that is acknowledged',
      byFingerprint({ acknowledges: 'governance' }),
      { category: 'governance' },
      true,
    ],
    [
      'a governance finding acknowledged as security',
      byFingerprint({ acknowledges: 'security' }),
      { category: 'governance' },
      false,
    ],
  ])('%s', (_, approval, given, expected) => {
    const run = applyApprovals(runOf([findingOf(given)]), [approval], { today })
    expect(run.reports[0]?.findings[0]?.approval !== undefined).toBe(expected)
    expect(run.approvals.unused).toHaveLength(expected ? 0 : 1)
    expect(run.verdict).toBe(expected ? 'compatible' : 'breaking')
  })

  it.each([
    ['2026-06-14', false],
    ['2026-06-15', true],
    ['2026-06-16', true],
  ])('an approval until %s holds: %s', (expires, expected) => {
    const run = applyApprovals(runOf([findingOf()]), [byFingerprint({ expires })], { today })
    expect(run.verdict).toBe(expected ? 'compatible' : 'breaking')
    expect(run.approvals).toEqual({
      unused: [],
      expired: expected ? [] : [{ ...said, expires, approves: '0011223344556677' }],
    })
  })

  it('lets the removal of a contract pass', () => {
    const removal = findingOf({ code: 'TK3950', rule: 'contract-removed', pointer: '' })
    expect(applyApprovals(runOf([], [removal]), [], { today }).verdict).toBe('breaking')
    expect(applyApprovals(runOf([], [removal]), [byFingerprint()], { today }).verdict).toBe('compatible')
    const byFile = (file: string) => byRule('contract-removed', '**', 'structural', file)
    expect(applyApprovals(runOf([], [removal]), [byFile('gone.yaml')], { today }).verdict).toBe('compatible')
    expect(applyApprovals(runOf([], [removal]), [byFile('other.yaml')], { today }).verdict).toBe('breaking')
  })
})
