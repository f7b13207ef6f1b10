import { describe, expect, it } from 'vitest'
import { renderReport } from '../../../src/diff/render/index.js'
import type { DiffRun } from '../../../src/diff/run.js'
import {
  becameRequired,
  emptyRun,
  fullRun,
  hostileTexts,
  limitLowered,
  operationRemoved,
  ordersReport,
  patternUnknown,
  plainContext,
  propertyAdded,
  runOf,
  runWith,
  unchangedReport,
} from './support.js'
import { parseXml, type XmlElement } from './xml.js'

const render = (run: DiffRun, options = {}): string => renderReport('junit', run, { ...plainContext, ...options })

describe('junit', () => {
  it('writes a suite for the contract and a case for each operation', () => {
    const findings = [becameRequired, { ...limitLowered, operation: becameRequired.operation! }, patternUnknown]
    expect(
      render(runOf({ ...ordersReport, findings: [...findings, operationRemoved, propertyAdded] })),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="tenantkit diff" tests="3" failures="1" errors="0" skipped="1">
  <testsuite name="contracts/orders.openapi.yaml" tests="3" failures="1" errors="0" skipped="1">
    <properties>
      <property name="title" value="Orders"/>
      <property name="base" value="contracts/orders@1.4.0.yaml 1.4.0"/>
      <property name="head" value="contracts/orders.openapi.yaml 1.5.0"/>
      <property name="verdict" value="breaking"/>
      <property name="required-bump" value="major"/>
    </properties>
    <testcase name="POST /orders" classname="contracts/orders.openapi.yaml">
      <failure message="\`sku\` became required (and 1 more)" type="TK3012 request-property-became-required">TK3012 request-property-became-required: \`sku\` became required
contracts/orders@1.4.0.yaml:4:7 → contracts/orders.openapi.yaml:5:7
this request was accepted and is refused now: {&quot;quantity&quot;: 1} (must have required property 'sku')
fix: give it a default on the server, or make it optional until 2.0.0
also reaches PUT /orders/{id}, POST /orders/bulk
fingerprint: 3f2a9c0d1e2f3a4b
TK3021 request-parameter-narrowed: the maximum of \`limit\` went from 1000 to 500
contracts/orders@1.4.0.yaml:9:11 → contracts/orders.openapi.yaml:10:11
this request was accepted and is refused now: GET /orders?limit=1000 (must be &lt;= 500)
fingerprint: 0a1b2c3d4e5f6071</failure>
    </testcase>
    <testcase name="GET /orders/{id}" classname="contracts/orders.openapi.yaml">
      <system-out>TK3050 response-schema-changed: the pattern of \`note\` changed
contracts/orders.openapi.yaml:18:9
neither proved compatible nor shown to break: a pattern with look-around or a back-reference
fingerprint: abcdabcdabcdabcd</system-out>
    </testcase>
    <testcase name="DELETE /orders/{id}" classname="contracts/orders.openapi.yaml">
      <skipped message="every finding is approved"/>
      <system-out>TK3001 operation-removed: \`DELETE /orders/{id}\` was removed
contracts/orders@1.4.0.yaml:20:5 → gone
approved: nobody has called it since March (order-management, until 2027-01-31, ORD-112)
fingerprint: 9999888877776666</system-out>
    </testcase>
    <system-out>1.5.0 is declared a minor change; this needs 2.0.0.</system-out>
  </testsuite>
</testsuites>
`)
  })

  it('passes a case where nothing changed, and is an empty list of suites without contracts', () => {
    expect(render(runOf(unchangedReport))).toContain(
      '    <testcase name="the contract" classname="contracts/status.yaml"/>\n',
    )
    expect(render(emptyRun)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tenantkit diff" tests="0" failures="0" errors="0" skipped="0">\n</testsuites>\n',
    )
  })

  it('is an error when not everything could be read', () => {
    const diagnostics = fullRun.diagnostics.map((problem) => ({ ...problem, severity: 'error' as const }))
    const root = parseXml(render({ ...emptyRun, diagnostics }))
    expect(root.attributes).toEqual({ name: 'tenantkit diff', tests: '1', failures: '0', errors: '1', skipped: '0' })
    expect(root.children[0]?.children[0]).toMatchObject({
      name: 'testcase',
      attributes: { name: 'reading', classname: 'tenantkit diff' },
      children: [
        { name: 'error', attributes: { message: '1 error while reading: this is not the whole answer' }, children: [] },
      ],
    })
  })

  it('has compatible changes when asked to', () => {
    const run = runOf({ ...ordersReport, findings: [propertyAdded] })
    expect(render(run)).not.toContain('TK3040')
    expect(parseXml(render(run, { showInfo: true })).attributes).toMatchObject({ tests: '1', failures: '0' })
  })

  it.each([
    ['everything', fullRun],
    ...Object.entries(hostileTexts).map(([name, text]) => [name, runWith(text)] as const),
  ] as const)('has the shape that servers read: %s', (_, run) => {
    const root = parseXml(render(run, { showInfo: true }))
    hasShape(root)
    expect(totals(root)).toEqual(root.attributes)
  })

  it('keeps a text as it is where it can be shown', () => {
    const message = `]]> <![CDATA[ &amp; "quoted" 'too' <b> 😀`
    const root = parseXml(render(runOf({ ...ordersReport, findings: [{ ...becameRequired, message }] })))
    const failure = root.children[0]?.children[1]?.children[0]
    expect(failure?.attributes['message']).toBe(message)
    expect(failure?.text.split('\n')[0]).toBe(`TK3012 request-property-became-required: ${message}`)
  })

  it('gives the same text each time', () => {
    expect(render(fullRun)).toBe(render(structuredClone(fullRun)))
  })
})

// As the schema of Jenkins' JUnit plugin has it: which elements stand in which, in which order, with which attributes.
const shape: Readonly<Record<string, { readonly children: string; readonly attributes: readonly string[] }>> = {
  testsuites: { children: '(testsuite )*', attributes: ['name', 'tests', 'failures', 'errors', 'skipped'] },
  testsuite: {
    children: '(properties )?(testcase )*(system-out )?',
    attributes: ['name', 'tests', 'failures', 'errors', 'skipped'],
  },
  properties: { children: '(property )+', attributes: [] },
  property: { children: '', attributes: ['name', 'value'] },
  testcase: { children: '(skipped )?(error )?(failure )?(system-out )?', attributes: ['name', 'classname'] },
  failure: { children: '', attributes: ['message', 'type'] },
  error: { children: '', attributes: ['message'] },
  skipped: { children: '', attributes: ['message'] },
  'system-out': { children: '', attributes: [] },
}

function hasShape({ name, attributes, children }: XmlElement): void {
  const expected = shape[name]
  expect(expected, name).toBeDefined()
  expect(Object.keys(attributes)).toEqual(expected?.attributes)
  expect(children.map((child) => `${child.name} `).join('')).toMatch(new RegExp(`^${expected?.children ?? ''}$`))
  for (const child of children) hasShape(child)
}

function totals(root: XmlElement): Readonly<Record<string, string>> {
  const cases = root.children.flatMap(({ children }) => children).filter(({ name }) => name === 'testcase')
  const having = (name: string): string =>
    String(cases.filter(({ children }) => children.some((child) => child.name === name)).length)
  return {
    name: 'tenantkit diff',
    tests: String(cases.length),
    failures: having('failure'),
    errors: having('error'),
    skipped: having('skipped'),
  }
}
