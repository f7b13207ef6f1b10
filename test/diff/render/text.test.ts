import { describe, expect, it } from 'vitest'
import { styleFor } from '../../../src/diagnostic/render/style.js'
import { renderReport } from '../../../src/diff/render/index.js'
import type { DiffReport, Finding } from '../../../src/diff/report.js'
import type { DiffRun } from '../../../src/diff/run.js'
import {
  becameRequired,
  emptyRun,
  eventsReport,
  fullRun,
  hostileTexts,
  linesOf,
  ordersReport,
  plainContext,
  propertyAdded,
  runOf,
  runWith,
  unchangedReport,
} from './support.js'

const text = (run: DiffRun, options = {}): string => renderReport('text', run, { ...plainContext, ...options })

const reportWith = (finding: Partial<Finding>, report: Partial<DiffReport> = {}): DiffRun =>
  runOf({ ...ordersReport, ...report, findings: [{ ...becameRequired, ...finding }] })

describe('text', () => {
  it('shows findings by level with both positions, lines, payload, reason and fix, then counts and the version', () => {
    expect(text(runOf(ordersReport), { linesOf })).toBe(`\
contracts/orders.openapi.yaml  1.4.0 → 1.5.0

✖ breaking  TK3012 request-property-became-required   POST /orders         3f2a9c0d1e2f3a4b
    \`sku\` became required                            contracts/orders@1.4.0.yaml:4:7 → contracts/orders.openapi.yaml:5:7
    - 4 │ required: [quantity]
    + 5 │ required: [quantity, sku]
    this request was accepted and is refused now:  {"quantity": 1}        must have required property 'sku'
    fix: give it a default on the server, or make it optional until 2.0.0
    also reaches PUT /orders/{id}, POST /orders/bulk
✖ breaking  TK3021 request-parameter-narrowed         GET /orders          0a1b2c3d4e5f6071
    the maximum of \`limit\` went from 1000 to 500  contracts/orders@1.4.0.yaml:9:11 → contracts/orders.openapi.yaml:10:11
    -  9 │ maximum: 1000
    + 10 │ maximum: 500
    this request was accepted and is refused now:  GET /orders?limit=1000        must be <= 500
✖ security  TK3307 response-classification-raised     GET /orders/{id}     7777000011112222
    \`card\` went from internal to payment-card (restricted): callers with clearance \`support\` see it masked from now on
    contracts/orders@1.4.0.yaml:14:9 → contracts/orders.openapi.yaml:15:9
▲ warning   TK3050 response-schema-changed            GET /orders/{id}     abcdabcdabcdabcd
    the pattern of \`note\` changed                                 contracts/orders.openapi.yaml:18:9
    neither proved compatible nor shown to break:  a pattern with look-around or a back-reference
○ approved  TK3001 operation-removed                  DELETE /orders/{id}  9999888877776666
    \`DELETE /orders/{id}\` was removed                             contracts/orders@1.4.0.yaml:20:5 → gone
    nobody has called it since March (order-management, until 2027-01-31, ORD-112)
? 1 changed schema was neither proved compatible nor shown to break
✔ 14 compatible changes, 3 refactorings without any effect (proved)

1.5.0 is declared a minor change; this needs 2.0.0.
`)
  })

  it('gives each of several contracts a section, names idle approvals and closes with one line', () => {
    const small = { ...fullRun, reports: [eventsReport, unchangedReport] }
    expect(text(small)).toBe(`\
contracts/legacy.yaml  3.2.1 → gone

✖ breaking  TK3000 contract-removed  4545454545454545
    \`Legacy\` is gone                                              git:main:contracts/legacy.yaml:1:1 → gone
    fix: keep it until its users have moved

contracts/order-events.asyncapi.yaml  2.0.0 → 2.1.0

▲ governance  TK3401 retention-lengthened   send orders.placed  5656565656565656
    the retention of \`OrderPlaced\` went from 30d to 365d       git:main:contracts/order-events.asyncapi.yaml:31:7 → 31:7
✔ 1 compatible change

contracts/returns.yaml  0.1.0 is new

contracts/status.yaml  1.0.0 → 1.0.0  No changes.

▲ the approval of request-* POST /orders/** by checkout expired on 2026-01-01
▲ the approval of ffff0000ffff0000 by order-management approves nothing any more  .tenantkit/approvals.yaml:7:3
✖ 1 breaking change and 1 warning in 4 contracts (1 unchanged, 1 new, 1 gone)
`)
  })

  it('says "no changes" of what is unchanged, and of nothing else', () => {
    expect(text(runOf(unchangedReport))).toBe('contracts/status.yaml  1.0.0 → 1.0.0  No changes.\n')
    const none = { breaking: 0, warning: 0, info: 0, approved: 0, refactorings: 0, unknown: 0 }
    const compatible: DiffReport = { ...eventsReport, summary: none, findings: [] }
    expect(text(runOf(compatible))).toBe('contracts/order-events.asyncapi.yaml  2.0.0 → 2.1.0\n\n✔ compatible\n')
    expect(text(emptyRun)).toBe('Nothing was compared.\n')
    expect(text(runOf(eventsReport, unchangedReport))).toMatch(/\n▲ 1 warning in 2 contracts \(1 unchanged\)\n$/)
    expect(text(runOf(unchangedReport, unchangedReport))).toMatch(/\n✔ no changes in 2 contracts \(2 unchanged\)\n$/)
  })

  it('says that it is not the whole answer when something could not be read', () => {
    const [diagnostic] = fullRun.diagnostics
    const run: DiffRun = { ...emptyRun, diagnostics: diagnostic ? [{ ...diagnostic, severity: 'error' }] : [] }
    expect(text(run)).toBe('✖ 1 error while reading: this is not the whole answer\n')
  })

  it('shows compatible changes when asked to', () => {
    const run = runOf({ ...eventsReport, findings: [propertyAdded] })
    expect(text(run)).not.toContain('TK3040')
    expect(text(run, { showInfo: true })).toBe(`\
contracts/order-events.asyncapi.yaml  2.0.0 → 2.1.0

✔ compatible  TK3040 response-property-added   GET /orders/{id}  1212121212121212
    \`weight\` was added                                            contracts/orders.openapi.yaml:19:9
✔ 1 compatible change
`)
  })

  it('shows a line once when only what is below it changed', () => {
    const at = { file: 'contracts/orders.openapi.yaml', line: 4, column: 5, endLine: 4, endColumn: 13 }
    const shown = text(reportWith({ before: at, after: at }), { linesOf })
    expect(shown).toContain('\n      4 │ NewOrder:\n    this request')
  })

  it('shows no lines of what a change only stands in', () => {
    const at = { file: 'contracts/orders.openapi.yaml', line: 1, column: 1, endLine: 8, endColumn: 9 }
    const shown = text(reportWith({ after: at }), { linesOf })
    expect(shown).toContain('\n    - 4 │ required: [quantity]\n    this request')
    expect(text(reportWith({ before: at, after: at }), { linesOf })).not.toContain('│')
  })

  it('shows the first lines of a part that is gone, and how many there are more', () => {
    const { after: _, ...gone } = becameRequired
    const before = { file: 'contracts/orders@1.4.0.yaml', line: 2, column: 3, endLine: 7, endColumn: 9 }
    const run = runOf({ ...ordersReport, findings: [{ ...gone, before }] })
    expect(text(run, { linesOf })).toContain(`
    - 2 │ schemas:
    - 3 │   NewOrder:
    - 4 │     required: [quantity]
    -   │ 3 more lines
`)
  })

  it('reads each file once, in the order of its lines', () => {
    const asked: string[] = []
    text(runOf(ordersReport), {
      linesOf: (file: string, first: number, last: number) => {
        asked.push(`${file}:${first}-${last}`)
        return []
      },
    })
    expect(asked).toEqual([
      'contracts/orders.openapi.yaml:5-5',
      'contracts/orders.openapi.yaml:10-10',
      'contracts/orders.openapi.yaml:15-15',
      'contracts/orders.openapi.yaml:18-18',
      'contracts/orders@1.4.0.yaml:4-4',
      'contracts/orders@1.4.0.yaml:9-9',
      'contracts/orders@1.4.0.yaml:14-14',
      'contracts/orders@1.4.0.yaml:20-20',
    ])
  })

  it('cuts long payloads so that they still look like what they are', () => {
    const value = { lines: Array.from({ length: 100 }, (_, index) => ({ sku: `A-${index}` })) }
    expect(text(reportWith({ witness: { value, reason: 'must NOT have more than 50 items' } }))).toContain(`
    this request was accepted and is refused now:
      {"lines": [{"sku": "A-0"}, {"sku": "A-1"}, {"sku": "A-2"}, {"sku": "A-3"}, {"sku": "A-4"}, {"sku": "A-5"}, {"sku": "A-6"}, {"sku": "A-7"}, {"sku": "A-8"}, {"sku": "A-9"}, {"sku": "A-10"}, {"sku": "A-11"}, {"sku": "A-12"}, {"sku": "A-13"}, {…}, …]}
      must NOT have more than 50 items
`)
  })

  it('shows the body below the request line', () => {
    const witness = { value: { quantity: 1 }, reason: 'refused', request: 'POST /orders HTTP/1.1' }
    expect(text(reportWith({ witness }))).toContain(`
    this request was accepted and is refused now:  POST /orders HTTP/1.1
      {"quantity": 1}
      refused
`)
  })

  it.each([
    ['response', 'this response can be sent now, and clients of before refuse it'],
    ['consumed', 'this message was accepted and is refused now'],
    ['published', 'this message can be sent now, and readers of before refuse it'],
  ] as const)('says what a payload shows: %s', (direction, lead) => {
    expect(text(reportWith({ direction }))).toContain(`    ${lead}:  {"quantity": 1}`)
  })

  it('names the first of many other operations', () => {
    const alsoReaches = Array.from({ length: 16 }, (_, index) => ({ id: 'x', method: 'GET', path: `/${index}` }))
    expect(text(reportWith({ alsoReaches }))).toContain('    also reaches GET /0, GET /1, GET /2, GET /3 and 12 more\n')
  })

  it('keeps a short fix and what else is reached on one line', () => {
    expect(text(reportWith({ help: 'keep it' }))).toContain(
      '\n    fix: keep it   (also reaches PUT /orders/{id}, POST /orders/bulk)\n',
    )
  })

  it.each([
    [{ required: 'major', declared: 'none', ok: false }, '1.4.0', 'The version is still 1.4.0; this needs 2.0.0.'],
    [
      { required: 'major', ok: true },
      '2024-05',
      'These changes ask for a major version; 1.4.0 → 2024-05 does not say which it is.',
    ],
    [{ required: 'major', declared: 'major', ok: true }, '2.0.0', undefined],
  ] as const)('judges the version: %o', (semver, version, sentence) => {
    const head = { ...ordersReport.head, version }
    const ending = sentence === undefined ? '' : `\n\n${sentence}`
    expect(text(runOf({ ...ordersReport, head, semver }))).toMatch(
      new RegExp(`without any effect \\(proved\\)${ending.replaceAll('.', '\\.')}\n$`),
    )
  })

  it('colours marks and little else', () => {
    const style = styleFor({ isTTY: true }, {})
    const lines = text(runOf(ordersReport), { style, linesOf }).split('\n')
    expect(lines[2]).toBe(
      '\u001b[31m✖\u001b[39m \u001b[31mbreaking\u001b[39m  \u001b[1mTK3012 request-property-became-required\u001b[22m   POST /orders         \u001b[2m3f2a9c0d1e2f3a4b\u001b[22m',
    )
    expect(lines[4]).toBe('    \u001b[31m-\u001b[39m \u001b[2m4 │\u001b[22m required: [quantity]')
  })

  it.each(Object.entries(hostileTexts))('lets no text of a contract act or forge a line: %s', (_, hostile) => {
    const context = { linesOf: () => [hostile], showInfo: true }
    const shown = text(runWith(hostile), context)
    expect(shown).not.toMatch(/(?!\n)[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u)
    expect(shown).not.toMatch(/##[\w.]*\[/)
    // Every line is one that this report writes, whatever the text.
    const harmless = text(runWith('plain'), context)
    expect(shape(shown)).toEqual(shape(harmless))
    expect(shown.length).toBeLessThan(60_000)
  })

  it('gives the same text each time', () => {
    expect(text(fullRun, { linesOf })).toBe(text(structuredClone(fullRun), { linesOf }))
  })
})

/** What lines begin with, as often as they do; those that wrap where texts are long left aside. */
function shape(shown: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of shown.split('\n')) {
    const start = /^(?:[✖▲✔○?] |Nothing)/.exec(line)?.[0]
    if (start !== undefined) counts.set(start, (counts.get(start) ?? 0) + 1)
  }
  return counts
}
