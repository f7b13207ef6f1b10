import { diagnostic } from '../../../src/diagnostic/index.js'
import { plainStyle } from '../../../src/diagnostic/render/style.js'
import type { RenderContext } from '../../../src/diff/render/index.js'
import type { DiffReport, Finding, FindingOperation } from '../../../src/diff/report.js'
import type { DiffRun } from '../../../src/diff/run.js'

/** Reports as the comparison makes them: the orders API from 1.4.0 to 1.5.0, and what else a run may hold. */

const createOrder: FindingOperation = { id: 'createOrder', method: 'POST', path: '/orders' }
const updateOrder: FindingOperation = { id: 'updateOrder', method: 'PUT', path: '/orders/{id}' }
const createOrders: FindingOperation = { id: 'createOrders', method: 'POST', path: '/orders/bulk' }
const getOrder: FindingOperation = { id: 'getOrder', method: 'GET', path: '/orders/{id}' }
const listOrders: FindingOperation = { id: 'listOrders', method: 'GET', path: '/orders' }

const baseFile = 'contracts/orders@1.4.0.yaml'
const headFile = 'contracts/orders.openapi.yaml'

export const becameRequired: Finding = {
  code: 'TK3012',
  rule: 'request-property-became-required',
  level: 'breaking',
  category: 'structural',
  direction: 'request',
  operation: createOrder,
  alsoReaches: [updateOrder, createOrders],
  pointer: 'POST /orders/request/application~1json/properties/sku',
  message: '`sku` became required',
  help: 'give it a default on the server, or make it optional until 2.0.0',
  before: {
    file: baseFile,
    line: 4,
    column: 7,
    endLine: 4,
    endColumn: 27,
    pointer: '/components/schemas/NewOrder/required',
  },
  after: {
    file: headFile,
    line: 5,
    column: 7,
    endLine: 5,
    endColumn: 32,
    pointer: '/components/schemas/NewOrder/required',
  },
  witness: { value: { quantity: 1 }, reason: "must have required property 'sku'" },
  fingerprint: '3f2a9c0d1e2f3a4b',
}

export const limitLowered: Finding = {
  code: 'TK3021',
  rule: 'request-parameter-narrowed',
  level: 'breaking',
  category: 'structural',
  direction: 'request',
  operation: listOrders,
  pointer: 'GET /orders/query/limit',
  message: 'the maximum of `limit` went from 1000 to 500',
  before: {
    file: baseFile,
    line: 9,
    column: 11,
    endLine: 9,
    endColumn: 24,
    pointer: '/paths/~1orders/get/parameters/2/schema/maximum',
  },
  after: {
    file: headFile,
    line: 10,
    column: 11,
    endLine: 10,
    endColumn: 23,
    pointer: '/paths/~1orders/get/parameters/2/schema/maximum',
  },
  witness: { value: 1000, reason: 'must be <= 500', request: 'GET /orders?limit=1000' },
  fingerprint: '0a1b2c3d4e5f6071',
}

export const classRaised: Finding = {
  code: 'TK3307',
  rule: 'response-classification-raised',
  level: 'breaking',
  category: 'security',
  direction: 'response',
  operation: getOrder,
  pointer: 'GET /orders/{id}/200/application~1json/properties/card',
  message:
    '`card` went from internal to payment-card (restricted): callers with clearance `support` see it masked from now on',
  before: {
    file: baseFile,
    line: 14,
    column: 9,
    endLine: 14,
    endColumn: 13,
    pointer: '/components/schemas/Order/properties/card',
  },
  after: {
    file: headFile,
    line: 15,
    column: 9,
    endLine: 15,
    endColumn: 13,
    pointer: '/components/schemas/Order/properties/card',
  },
  fingerprint: '7777000011112222',
}

export const patternUnknown: Finding = {
  code: 'TK3050',
  rule: 'response-schema-changed',
  level: 'warning',
  category: 'structural',
  direction: 'response',
  operation: getOrder,
  pointer: 'GET /orders/{id}/200/application~1json/properties/note',
  message: 'the pattern of `note` changed',
  after: {
    file: headFile,
    line: 18,
    column: 9,
    endLine: 18,
    endColumn: 13,
    pointer: '/components/schemas/Order/properties/note',
  },
  witness: { unknown: 'pattern' },
  fingerprint: 'abcdabcdabcdabcd',
}

export const operationRemoved: Finding = {
  code: 'TK3001',
  rule: 'operation-removed',
  level: 'breaking',
  category: 'structural',
  operation: { id: 'deleteOrder', method: 'DELETE', path: '/orders/{id}' },
  pointer: 'DELETE /orders/{id}',
  message: '`DELETE /orders/{id}` was removed',
  before: { file: baseFile, line: 20, column: 5, endLine: 20, endColumn: 11, pointer: '/paths/~1orders~1{id}/delete' },
  fingerprint: '9999888877776666',
  approval: {
    reason: 'nobody has called it since March',
    owner: 'order-management',
    expires: '2027-01-31',
    ticket: 'ORD-112',
  },
}

export const propertyAdded: Finding = {
  code: 'TK3040',
  rule: 'response-property-added',
  level: 'info',
  category: 'structural',
  direction: 'response',
  operation: getOrder,
  pointer: 'GET /orders/{id}/200/application~1json/properties/weight',
  message: '`weight` was added',
  after: {
    file: headFile,
    line: 19,
    column: 9,
    endLine: 19,
    endColumn: 15,
    pointer: '/components/schemas/Order/properties/weight',
  },
  fingerprint: '1212121212121212',
}

export const ordersReport: DiffReport = {
  schemaVersion: 1,
  base: { source: baseFile, title: 'Orders', version: '1.4.0', digest: 'a'.repeat(64) },
  head: { source: headFile, title: 'Orders', version: '1.5.0', digest: 'b'.repeat(64) },
  verdict: 'breaking',
  semver: { required: 'major', declared: 'minor', ok: false },
  summary: { breaking: 3, warning: 1, info: 14, approved: 1, refactorings: 3, unknown: 1 },
  findings: [becameRequired, limitLowered, classRaised, operationRemoved, patternUnknown, propertyAdded],
}

const eventsFile = 'contracts/order-events.asyncapi.yaml'

export const eventsReport: DiffReport = {
  schemaVersion: 1,
  base: { source: `git:main:${eventsFile}`, title: 'Order events', version: '2.0.0', digest: 'c'.repeat(64) },
  head: { source: eventsFile, title: 'Order events', version: '2.1.0', digest: 'd'.repeat(64) },
  verdict: 'compatible',
  semver: { required: 'minor', declared: 'minor', ok: true },
  summary: { breaking: 0, warning: 1, info: 1, approved: 0, refactorings: 0, unknown: 0 },
  findings: [
    {
      code: 'TK3401',
      rule: 'retention-lengthened',
      level: 'warning',
      category: 'governance',
      direction: 'published',
      operation: { id: 'orderPlaced', action: 'send', channel: 'orders.placed' },
      pointer: 'send orders.placed/message/OrderPlaced/retention',
      message: 'the retention of `OrderPlaced` went from 30d to 365d',
      before: {
        file: `git:main:${eventsFile}`,
        line: 31,
        column: 7,
        endLine: 31,
        endColumn: 30,
        pointer: '/channels/placed',
      },
      after: { file: eventsFile, line: 31, column: 7, endLine: 31, endColumn: 31, pointer: '/channels/placed' },
      fingerprint: '5656565656565656',
    },
  ],
}

export const unchangedReport: DiffReport = {
  schemaVersion: 1,
  base: { source: 'git:main:contracts/status.yaml', title: 'Status', version: '1.0.0', digest: 'e'.repeat(64) },
  head: { source: 'contracts/status.yaml', title: 'Status', version: '1.0.0', digest: 'e'.repeat(64) },
  verdict: 'unchanged',
  semver: { required: 'none', declared: 'none', ok: true },
  summary: { breaking: 0, warning: 0, info: 0, approved: 0, refactorings: 0, unknown: 0 },
  findings: [],
}

export const contractRemoved: Finding = {
  code: 'TK3000',
  rule: 'contract-removed',
  level: 'breaking',
  category: 'structural',
  pointer: '',
  message: '`Legacy` is gone',
  help: 'keep it until its users have moved',
  before: { file: 'git:main:contracts/legacy.yaml', line: 1, column: 1, endLine: 1, endColumn: 8, pointer: '' },
  fingerprint: '4545454545454545',
}

export function runOf(...reports: readonly DiffReport[]): DiffRun {
  return {
    schemaVersion: 1,
    verdict: reports.some(({ verdict }) => verdict === 'breaking')
      ? 'breaking'
      : reports.some(({ verdict }) => verdict === 'compatible')
        ? 'compatible'
        : 'unchanged',
    reports,
    added: [],
    removed: [],
    approvals: { unused: [], expired: [] },
    diagnostics: [],
  }
}

/** Everything that a run may hold. */
export const fullRun: DiffRun = {
  ...runOf(eventsReport, ordersReport, unchangedReport),
  added: [{ source: 'contracts/returns.yaml', title: 'Returns', version: '0.1.0' }],
  removed: [{ source: 'contracts/legacy.yaml', title: 'Legacy', version: '3.2.1', finding: contractRemoved }],
  approvals: {
    unused: [
      {
        approves: 'ffff0000ffff0000',
        reason: 'moved to v2',
        owner: 'order-management',
        span: {
          file: '.tenantkit/approvals.yaml',
          line: 7,
          column: 3,
          endLine: 7,
          endColumn: 20,
          pointer: '/approvals/1',
        },
      },
    ],
    expired: [{ approves: 'request-* POST /orders/**', reason: 'pilot', owner: 'checkout', expires: '2026-01-01' }],
  },
  diagnostics: [
    diagnostic(
      'TK1305',
      { key: 'x-tenant-scop', near: 'x-tenant-scope' },
      { span: { file: headFile, line: 3, column: 1, endLine: 3, endColumn: 14, pointer: '/x-tenant-scop' } },
    ),
  ],
}

export const emptyRun: DiffRun = runOf()

export const plainContext: RenderContext = { style: plainStyle, toolVersion: '0.1.0' }

const baseLines = `components:
  schemas:
    NewOrder:
      required: [quantity]
      properties:
        sku: {type: string}
        quantity: {type: integer}
  limit:
          maximum: 1000
`.split('\n')
const headLines = `components:
  schemas:
    # what a customer sends
    NewOrder:
      required: [quantity, sku]
      properties:
        sku: {type: string}
        quantity: {type: integer}
  limit:
          maximum: 500
`.split('\n')

/** Lines of the two files of the orders API, as far as they are known here. */
export function linesOf(file: string, first: number, last: number): readonly string[] {
  const lines = file === baseFile ? baseLines : file === headFile ? headLines : []
  return lines.slice(first - 1, last).filter((_, index) => first + index < lines.length)
}

/** What must act nowhere, whatever it is printed into. */
export const hostileTexts: Readonly<Record<string, string>> = {
  ansi: '\u001b[2J\u001b[31mred\u001b]8;;http://evil.example\u0007link',
  script: '</script><script>alert(1)</script><img src=x onerror=alert(1)>',
  attribute: `" onmouseover="alert(1)" x='`,
  comment: '--> <!-- -->',
  cdata: ']]> <![CDATA[ &amp; &#0;',
  table: 'a | b || c \\| d \\\\| e',
  backticks: 'one ` two `` three ``` four ````` `',
  markdown: '[click](javascript:alert(1)) ![x](http://evil.example/x.png) **bold** <b>x</b> # head ~~~ $x$',
  mention: '@everyone please see #1, GH-2, org/repo#3, http://evil.example and www.evil.example, me@evil.example',
  lines: 'first\n::error file=x::forged\r\n✔ No changes.\u2028next\u0085next',
  commands: '##[set-output name=x]y ##vso[task.setvariable variable=x]y ##teamcity[x] ::set-env name=x::y %0A%25',
  bidi: 'abc\u202e\u2066 cba \u200b zero \ufeff',
  controls: '\u0000\u0001\u0008\u000b\u000c\u000e\u001f\u007f\u009b tab\t\ufffe \uffff',
  surrogates: 'lone \ud800 and \udc00 and 😀',
  prototype: '__proto__',
  quotes: `'; rm -rf / #"$(id)"`,
  long: 'x'.repeat(1_000_000),
}

// What a contract or a user never writes.
const fixed = new Set([
  'code',
  'level',
  'category',
  'direction',
  'verdict',
  'required',
  'declared',
  'severity',
  'action',
])

/** A run with one text wherever a contract's, an approval's or a file's text can be. */
export function runWith(text: string): DiffRun {
  return replaced(fullRun, text) as DiffRun
}

function replaced(value: unknown, text: string, key = ''): unknown {
  if (typeof value === 'string') return fixed.has(key) ? value : text
  if (Array.isArray(value)) return value.map((item) => replaced(item, text, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaced(member, text, name)]))
}
