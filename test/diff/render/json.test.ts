import { describe, expect, it } from 'vitest'
import { renderReport } from '../../../src/diff/render/index.js'
import type { DiffRun } from '../../../src/diff/run.js'
import type { JsonValue } from '../../../src/util/own.js'
import { isNamedReport, isReport } from './schemas.js'
import {
  becameRequired,
  emptyRun,
  eventsReport,
  fullRun,
  hostileTexts,
  ordersReport,
  plainContext,
  propertyAdded,
  runOf,
  runWith,
  unchangedReport,
} from './support.js'

const render = (run: DiffRun): string => renderReport('json', run, plainContext)

function validated(run: DiffRun): unknown {
  const value: unknown = JSON.parse(render(run))
  expect([isReport(value), isReport.errors]).toEqual([true, null])
  return value
}

describe('json', () => {
  it('is the report itself when there is one', () => {
    expect(render(runOf({ ...ordersReport, findings: [becameRequired] }))).toBe(`{
  "schemaVersion": 1,
  "base": {
    "source": "contracts/orders@1.4.0.yaml",
    "title": "Orders",
    "version": "1.4.0",
    "digest": "${'a'.repeat(64)}"
  },
  "head": {
    "source": "contracts/orders.openapi.yaml",
    "title": "Orders",
    "version": "1.5.0",
    "digest": "${'b'.repeat(64)}"
  },
  "verdict": "breaking",
  "semver": {
    "required": "major",
    "declared": "minor",
    "ok": false
  },
  "summary": {
    "breaking": 3,
    "warning": 1,
    "info": 14,
    "approved": 1,
    "refactorings": 3,
    "unknown": 1
  },
  "findings": [
    {
      "code": "TK3012",
      "rule": "request-property-became-required",
      "level": "breaking",
      "category": "structural",
      "direction": "request",
      "operation": {
        "id": "createOrder",
        "method": "POST",
        "path": "/orders"
      },
      "alsoReaches": [
        {
          "id": "updateOrder",
          "method": "PUT",
          "path": "/orders/{id}"
        },
        {
          "id": "createOrders",
          "method": "POST",
          "path": "/orders/bulk"
        }
      ],
      "pointer": "POST /orders/request/application~1json/properties/sku",
      "message": "\`sku\` became required",
      "help": "give it a default on the server, or make it optional until 2.0.0",
      "before": {
        "file": "contracts/orders@1.4.0.yaml",
        "line": 4,
        "column": 7,
        "endLine": 4,
        "endColumn": 27,
        "pointer": "/components/schemas/NewOrder/required"
      },
      "after": {
        "file": "contracts/orders.openapi.yaml",
        "line": 5,
        "column": 7,
        "endLine": 5,
        "endColumn": 32,
        "pointer": "/components/schemas/NewOrder/required"
      },
      "witness": {
        "value": {
          "quantity": 1
        },
        "reason": "must have required property 'sku'"
      },
      "fingerprint": "3f2a9c0d1e2f3a4b"
    }
  ]
}
`)
  })

  it('is one object over several contracts, with the sum of what was found', () => {
    const value = validated(fullRun)
    expect(value).toEqual(
      JSON.parse(
        JSON.stringify({
          schemaVersion: 1,
          verdict: 'breaking',
          summary: { breaking: 4, warning: 2, info: 15, approved: 1, refactorings: 3, unknown: 1 },
          contracts: fullRun.reports,
          added: fullRun.added,
          removed: fullRun.removed,
          approvals: fullRun.approvals,
          diagnostics: fullRun.diagnostics,
        }),
      ),
    )
    expect(isNamedReport(value), JSON.stringify(isNamedReport.errors)).toBe(true)
  })

  it('has approvals and diagnostics of a single pair only where there are some', () => {
    const { approvals, diagnostics } = fullRun
    expect(validated({ ...runOf(ordersReport), approvals, diagnostics })).toEqual(
      JSON.parse(JSON.stringify({ ...ordersReport, approvals, diagnostics })),
    )
    expect(validated(runOf(unchangedReport))).toEqual(unchangedReport)
  })

  it('says so when nothing was compared', () => {
    expect(validated(emptyRun)).toEqual({
      schemaVersion: 1,
      verdict: 'unchanged',
      summary: { breaking: 0, warning: 0, info: 0, approved: 0, refactorings: 0, unknown: 0 },
      contracts: [],
      added: [],
      removed: [],
    })
  })

  it.each([
    ['one pair', runOf(ordersReport)],
    ['two pairs', runOf(ordersReport, eventsReport)],
    ['everything', fullRun],
    ['nothing', emptyRun],
    [
      'a witness of null',
      runOf({ ...ordersReport, findings: [{ ...becameRequired, witness: { value: null, reason: '' } }] }),
    ],
    [
      'a whole request',
      runOf({ ...ordersReport, findings: [{ ...becameRequired, witness: { raw: 'GET /a', reason: 'gone' } }] }),
    ],
    ['a compatible change', runOf({ ...eventsReport, findings: [propertyAdded] })],
    ['no semantic version', runOf({ ...ordersReport, semver: { required: 'major', ok: true } })],
  ])('writes nothing that its schema does not name: %s', (_, run) => {
    const value = validated(run)
    expect(isNamedReport(value), JSON.stringify(isNamedReport.errors)).toBe(true)
  })

  it('is refused by its schema when it is not what it says', () => {
    const value = JSON.parse(render(runOf(ordersReport)))
    for (const wrong of [
      { ...value, verdict: 'fine' },
      { ...value, schemaVersion: 2 },
      { ...value, summary: { ...value.summary, breaking: -1 } },
      { ...value, findings: [{ ...value.findings[0], level: 'error' }] },
      { ...value, findings: [{ ...value.findings[0], witness: { value: 1 } }] },
      { ...value, findings: [{ ...value.findings[0], witness: { raw: 'GET /a' } }] },
    ])
      expect(isReport(wrong)).toBe(false)
  })

  it.each(Object.entries(hostileTexts).filter(([name]) => name !== 'long'))(
    'keeps every text as it is, and lets none act on a terminal: %s',
    (_, hostile) => {
      const run = runWith(hostile)
      const shown = render(run)
      expect(shown).not.toMatch(/(?!\n)[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u)
      expect(validated(run)).toMatchObject(JSON.parse(JSON.stringify({ contracts: run.reports, removed: run.removed })))
    },
  )

  it('cuts nothing', () => {
    const message = 'x'.repeat(1_000_000)
    const run = runOf({ ...ordersReport, findings: [{ ...becameRequired, message }] })
    expect(validated(run)).toMatchObject({ findings: [{ message }] })
  })

  it('writes payloads with members of any name and any depth', () => {
    let deep: JsonValue = 1
    for (let level = 0; level < 20_000; level++) deep = level % 2 ? [deep] : { a: deep }
    const named: JsonValue = JSON.parse('{"__proto__": {"x": []}, "constructor": {}, "é": -0.5}')
    const shown = render(
      runOf({
        ...ordersReport,
        findings: [
          { ...becameRequired, witness: { value: deep, reason: 'x' } },
          { ...becameRequired, witness: { value: named, reason: 'x' } },
        ],
      }),
    )
    expect(shown.length).toBeLessThan(20_000 * 300)
    expect(shown).toContain(`"value": {
          "__proto__": {
            "x": []
          },
          "constructor": {},
          "é": -0.5
        }`)
  })

  it('gives the same text whatever order a report was put together in', () => {
    const turned = Object.fromEntries(Object.entries(becameRequired).reverse()) as unknown as typeof becameRequired
    expect(render(runOf({ ...ordersReport, findings: [turned] }))).toBe(
      render(runOf({ ...ordersReport, findings: [becameRequired] })),
    )
  })
})
