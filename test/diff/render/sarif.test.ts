import { describe, expect, it } from 'vitest'
import type { RenderContext } from '../../../src/diff/render/index.js'
import { renderReport } from '../../../src/diff/render/index.js'
import type { DiffRun } from '../../../src/diff/run.js'
import { isSarif } from './schemas.js'
import {
  becameRequired,
  classRaised,
  contractRemoved,
  emptyRun,
  fullRun,
  hostileTexts,
  operationRemoved,
  ordersReport,
  patternUnknown,
  plainContext,
  runOf,
  runWith,
} from './support.js'

const context: RenderContext = {
  ...plainContext,
  ruleOf: (code) =>
    code === 'TK3012'
      ? {
          name: 'property-became-required',
          summary: 'A property became required.',
          why: 'Callers that leave it out are refused: `{}` worked.',
          fix: 'Give it a default.',
          page: 'https://docs.example.com/rules/property-became-required',
        }
      : undefined,
}

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly properties: unknown }[] } }
  readonly invocations: readonly [
    { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly Told[] },
  ]
  readonly results: readonly Result[]
}

interface Told {
  readonly message: { readonly text: string }
}

interface Result extends Told {
  readonly level: string
  readonly ruleIndex: number
  readonly suppressions?: unknown
  readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: unknown } }]
}

function sarif(run: DiffRun, options: Partial<RenderContext> = {}): { readonly runs: readonly [SarifRun] } {
  const log: unknown = JSON.parse(renderReport('sarif', run, { ...context, ...options }))
  expect([isSarif(log), isSarif.errors]).toEqual([true, null])
  return log as { readonly runs: readonly [SarifRun] }
}

describe('sarif', () => {
  it('writes one run with rules, places, fingerprints and the payload', () => {
    expect(sarif(runOf({ ...ordersReport, findings: [becameRequired] }))).toEqual({
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'tenantkit',
              version: '0.1.0',
              semanticVersion: '0.1.0',
              rules: [
                {
                  id: 'TK3012',
                  name: 'property-became-required',
                  shortDescription: { text: 'A property became required.' },
                  fullDescription: { text: 'Callers that leave it out are refused: `{{}}` worked.' },
                  help: {
                    text: 'Callers that leave it out are refused: `{{}}` worked.\n\nFix: Give it a default.',
                    markdown: 'Callers that leave it out are refused: `{{}}` worked.\n\nFix: Give it a default.',
                  },
                  helpUri: 'https://docs.example.com/rules/property-became-required',
                  defaultConfiguration: { level: 'error' },
                  properties: {
                    tags: ['api', 'breaking-change', 'structural'],
                    precision: 'very-high',
                    'problem.severity': 'error',
                  },
                },
              ],
            },
          },
          automationDetails: { id: 'tenantkit/diff/' },
          invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
          originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
          columnKind: 'utf16CodeUnits',
          results: [
            {
              ruleId: 'TK3012',
              ruleIndex: 0,
              level: 'error',
              message: {
                text: '`sku` became required. This request was accepted and is refused now: {{"quantity": 1}} (must have required property \'sku\'). Fix: give it a default on the server, or make it optional until 2.0.0. Also reaches PUT /orders/{{id}}, POST /orders/bulk.',
              },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'contracts/orders.openapi.yaml', uriBaseId: '%SRCROOT%' },
                    region: { startLine: 5, startColumn: 7, endLine: 5, endColumn: 32 },
                  },
                  logicalLocations: [
                    {
                      name: 'POST /orders',
                      fullyQualifiedName: 'POST /orders/request/application~1json/properties/sku',
                      kind: 'resource',
                    },
                  ],
                },
              ],
              relatedLocations: [
                {
                  id: 1,
                  physicalLocation: {
                    artifactLocation: { uri: 'contracts/orders%401.4.0.yaml', uriBaseId: '%SRCROOT%' },
                    region: { startLine: 4, startColumn: 7, endLine: 4, endColumn: 27 },
                  },
                  message: { text: 'before, in 1.4.0' },
                },
              ],
              partialFingerprints: { 'tenantkit/v1': '3f2a9c0d1e2f3a4b' },
              properties: {
                rule: 'request-property-became-required',
                category: 'structural',
                direction: 'request',
                operation: { id: 'createOrder', method: 'POST', path: '/orders' },
                alsoReaches: becameRequired.alsoReaches,
                witness: { value: { quantity: 1 }, reason: "must have required property 'sku'" },
              },
            },
          ],
        },
      ],
    })
  })

  it('suppresses what is approved, and points at the top of the contract for what is gone', () => {
    const [result] = sarif(runOf({ ...ordersReport, findings: [operationRemoved] })).runs[0].results
    expect(result?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'nobody has called it since March' },
    ])
    expect(result?.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'contracts/orders.openapi.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    })
  })

  it('files security under security, and says what is not known', () => {
    const { runs } = sarif(runOf({ ...ordersReport, findings: [classRaised, patternUnknown] }))
    expect(runs[0].tool.driver.rules.map(({ properties }) => properties)).toEqual([
      { tags: ['api', 'breaking-change', 'structural'], precision: 'very-high', 'problem.severity': 'warning' },
      {
        tags: ['api', 'breaking-change', 'security'],
        precision: 'very-high',
        'problem.severity': 'error',
        'security-severity': '7.0',
      },
    ])
    expect(runs[0].results.map(({ level, ruleIndex, message }) => [level, ruleIndex, message.text])).toEqual([
      [
        'error',
        1,
        '`card` went from internal to payment-card (restricted): callers with clearance `support` see it masked from now on.',
      ],
      [
        'warning',
        0,
        'the pattern of `note` changed. Neither proved compatible nor shown to break: a pattern with look-around or a back-reference.',
      ],
    ])
  })

  it('names files by the root of the repository, whatever they were read from', () => {
    const files = {
      'a b/ü#%.yaml': { uri: 'services/orders/a%20b/%C3%BC%23%25.yaml', uriBaseId: '%SRCROOT%' },
      '../shared/x.yaml': { uri: 'services/shared/x.yaml', uriBaseId: '%SRCROOT%' },
      'git:HEAD:contracts/x.yaml': { uri: 'contracts/x.yaml', uriBaseId: '%SRCROOT%' },
      'a:b.yaml': { uri: 'services/orders/a%3Ab.yaml', uriBaseId: '%SRCROOT%' },
      '/etc/x y.yaml': { uri: 'file:///etc/x%20y.yaml' },
      'https://example.com/a b.yaml?x=1%20': { uri: 'https://example.com/a%20b.yaml?x=1%20' },
      '<stdin>': { uri: '%3Cstdin%3E' },
    }
    const findings = Object.keys(files).map((file) => ({
      ...patternUnknown,
      after: { file, line: 1, column: 1, endLine: 1, endColumn: 2 },
    }))
    const { results } = sarif(runOf({ ...ordersReport, findings }), { root: 'services/orders' }).runs[0]
    expect(results.map(({ locations }) => locations[0].physicalLocation.artifactLocation)).toEqual(Object.values(files))
  })

  it('tells of what was said while reading, of idle approvals and of contracts that are gone', () => {
    const [run] = sarif(fullRun).runs
    expect(run.invocations[0].toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      '`x-tenant-scop` is not part of the vocabulary and has no effect',
      'the approval of request-* POST /orders/** by checkout expired on 2026-01-01',
      'the approval of ffff0000ffff0000 by order-management approves nothing any more',
    ])
    expect(run.results.at(-1)).toMatchObject({
      ruleId: 'TK3000',
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'contracts/legacy.yaml' } } }],
      partialFingerprints: { 'tenantkit/v1': contractRemoved.fingerprint },
    })
  })

  it('is a run without results when nothing was compared, and a failed one when reading failed', () => {
    expect(sarif(emptyRun).runs[0]).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] })
    const diagnostics = fullRun.diagnostics.map((problem) => ({ ...problem, severity: 'error' as const }))
    expect(sarif({ ...emptyRun, diagnostics }).runs[0].invocations[0].executionSuccessful).toBe(false)
  })

  it.each(Object.entries(hostileTexts))('stays valid, and makes no links of texts: %s', (_name, hostile) => {
    const text = renderReport('sarif', runWith(hostile.slice(0, 20_000)), context)
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u)
    const { runs } = sarif(runWith(hostile.slice(0, 20_000)))
    for (const { message } of runs[0].results) expect(message.text).not.toContain('](')
  })

  it('gives the same text each time', () => {
    expect(renderReport('sarif', fullRun, context)).toBe(renderReport('sarif', structuredClone(fullRun), context))
  })
})
