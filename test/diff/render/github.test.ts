import { describe, expect, it } from 'vitest'
import { renderReport } from '../../../src/diff/render/index.js'
import type { Finding } from '../../../src/diff/report.js'
import type { DiffRun } from '../../../src/diff/run.js'
import {
  becameRequired,
  classRaised,
  emptyRun,
  fullRun,
  hostileTexts,
  operationRemoved,
  ordersReport,
  patternUnknown,
  plainContext,
  propertyAdded,
  runOf,
  runWith,
  unchangedReport,
} from './support.js'

const render = (run: DiffRun, options = {}): string => renderReport('github', run, { ...plainContext, ...options })
const orders = (...findings: readonly Finding[]): DiffRun => runOf({ ...ordersReport, findings })

describe('github', () => {
  it('annotates the lines of the head, breaks of security first, and leaves out what is approved', () => {
    expect(render(fullRun)).toBe(`\
::error file=contracts/orders.openapi.yaml,line=15,endLine=15,col=9,endColumn=13,title=TK3307 response-classification-raised%3A GET /orders/{id}::\`card\` went from internal to payment-card (restricted): callers with clearance \`support\` see it masked from now on
::error file=contracts/orders.openapi.yaml,line=5,endLine=5,col=7,endColumn=32,title=TK3012 request-property-became-required%3A POST /orders::\`sku\` became required%0Athis request was accepted and is refused now: {"quantity": 1} (must have required property 'sku')%0Afix: give it a default on the server, or make it optional until 2.0.0%0Aalso reaches PUT /orders/{id}, POST /orders/bulk
::error file=contracts/orders.openapi.yaml,line=10,endLine=10,col=11,endColumn=23,title=TK3021 request-parameter-narrowed%3A GET /orders::the maximum of \`limit\` went from 1000 to 500%0Athis request was accepted and is refused now: GET /orders?limit=1000 (must be <= 500)
::error file=contracts/legacy.yaml,title=TK3000 contract-removed::\`Legacy\` is gone%0Afix: keep it until its users have moved
::warning file=contracts/order-events.asyncapi.yaml,line=31,endLine=31,col=7,endColumn=31,title=TK3401 retention-lengthened%3A send orders.placed::the retention of \`OrderPlaced\` went from 30d to 365d
::warning file=contracts/orders.openapi.yaml,line=18,endLine=18,col=9,endColumn=13,title=TK3050 response-schema-changed%3A GET /orders/{id}::the pattern of \`note\` changed%0Aneither proved compatible nor shown to break: a pattern with look-around or a back-reference
::warning title=approval without effect::the approval of request-* POST /orders/** by checkout expired on 2026-01-01
::warning file=.tenantkit/approvals.yaml,line=7,endLine=7,col=3,endColumn=20,title=approval without effect::the approval of ffff0000ffff0000 by order-management approves nothing any more
`)
  })

  it('says nothing where there is nothing to say', () => {
    expect(render(emptyRun)).toBe('')
    expect(render(runOf(unchangedReport))).toBe('')
    expect(render(orders(operationRemoved, propertyAdded))).toBe('')
  })

  it('notices compatible changes when asked to', () => {
    expect(render(orders(propertyAdded), { showInfo: true })).toBe(
      '::notice file=contracts/orders.openapi.yaml,line=19,endLine=19,col=9,endColumn=15,title=TK3040 response-property-added%3A GET /orders/{id}::`weight` was added\n',
    )
  })

  it('writes what GitHub would drop as plain lines, so that nothing is lost and security is shown', () => {
    const many = Array.from({ length: 14 }, (_, index) => ({ ...patternUnknown, message: `change ${index}` }))
    const lines = render(orders(...many, { ...classRaised, level: 'warning' })).split('\n')
    expect(lines.slice(0, 10).every((line) => line.startsWith('::warning '))).toBe(true)
    expect(lines[0]).toContain('TK3307')
    expect(lines.slice(10)).toEqual([
      '5 more that GitHub shows no annotations for:',
      ...[9, 10, 11, 12, 13].map(
        (index) =>
          `▲ warning  TK3050 response-schema-changed  GET /orders/{id}: change ${index}  contracts/orders.openapi.yaml:18:9`,
      ),
      '',
    ])
  })

  it('has columns only on one line, and files by the root of the repository', () => {
    const after = { file: 'orders.yaml', line: 3, column: 5, endLine: 9, endColumn: 2 }
    const at = (file: string): string =>
      render(orders({ ...patternUnknown, after: { ...after, file } }), { root: 'api' })
    expect(at('orders.yaml')).toMatch(/^::warning file=api\/orders\.yaml,line=3,endLine=9,title=/)
    expect(at('git:HEAD:x/orders.yaml')).toMatch(/^::warning file=x\/orders\.yaml,line=3,endLine=9,title=/)
    expect(at('<stdin>')).toMatch(/^::warning title=/)
  })

  it('is an error when not everything could be read', () => {
    const diagnostics = fullRun.diagnostics.map((problem) => ({ ...problem, severity: 'error' as const }))
    expect(render({ ...emptyRun, diagnostics })).toBe(
      '::error title=tenantkit diff::1 error while reading: this is not the whole answer\n',
    )
  })

  it.each(Object.entries(hostileTexts))('lets no text of a contract command the runner: %s', (_, hostile) => {
    const run = runWith(hostile)
    const extended = {
      ...run,
      reports: run.reports.map((report) => ({ ...report, findings: times(12, report.findings) })),
    }
    const lines = render(extended, { showInfo: true }).split('\n')
    const harmless = render(
      {
        ...extended,
        ...runWith('plain'),
        reports: runWith('plain').reports.map((report) => ({ ...report, findings: times(12, report.findings) })),
      },
      { showInfo: true },
    ).split('\n')
    expect(lines.map(commandOf)).toEqual(harmless.map(commandOf))
    for (const line of lines) {
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u)
      if (commandOf(line) === undefined) expect(line).not.toMatch(/##[\w.]*\[/)
      // A property ends at the first comma or colon that is not escaped.
      else expect(line).toMatch(/^::\w+ (?:(?:file|line|endLine|col|endColumn|title)=(?:[^%:,]|%25|%3A|%2C|%0A)*,?)+::/)
    }
  })

  it('says the same as the data decodes to', () => {
    const message = '100 %, 50%25 and a\nline: "x"'
    const [line = ''] = render(orders({ ...becameRequired, message, rule: 'a:b,c%' })).split('\n')
    const [, properties = '', data = ''] = /^::error (.*?)::(.*)$/.exec(line) ?? []
    expect(properties).toContain('title=TK3012 a%3Ab%2Cc%25%3A POST /orders')
    expect(decodeURIComponent(data.split('%0A')[0]!)).toBe('100 %, 50%25 and a\\u{a}line: "x"')
  })
})

function times<T>(count: number, items: readonly T[]): readonly T[] {
  return Array.from({ length: count }, () => items).flat()
}

function commandOf(line: string): string | undefined {
  return /^\s*::(\w+)/.exec(line)?.[1]
}
