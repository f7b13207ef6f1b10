import { describe, expect, it } from 'vitest'
import { renderReport } from '../../../src/diff/render/index.js'
import type { Finding } from '../../../src/diff/report.js'
import type { DiffRun } from '../../../src/diff/run.js'
import {
  becameRequired,
  classRaised,
  emptyRun,
  eventsReport,
  fullRun,
  hostileTexts,
  operationRemoved,
  ordersReport,
  plainContext,
  propertyAdded,
  runOf,
  runWith,
} from './support.js'

interface Entry {
  readonly description: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: unknown
}

const render = (run: DiffRun, options = {}): readonly Entry[] =>
  JSON.parse(renderReport('gitlab', run, { ...plainContext, ...options }))
const orders = (...findings: readonly Finding[]): DiffRun => runOf({ ...ordersReport, findings })

describe('gitlab', () => {
  it('writes an entry for each finding that is not approved', () => {
    expect(render(orders(becameRequired, operationRemoved, propertyAdded))).toEqual([
      {
        description:
          'POST /orders: `sku` became required. This request was accepted and is refused now: {"quantity": 1} (must have required property \'sku\'). Fix: give it a default on the server, or make it optional until 2.0.0. Also reaches PUT /orders/{id}, POST /orders/bulk.',
        check_name: 'TK3012 request-property-became-required',
        fingerprint: '3f2a9c0d1e2f3a4b',
        severity: 'critical',
        location: { path: 'contracts/orders.openapi.yaml', lines: { begin: 5 } },
      },
    ])
  })

  it('maps level and category to the severities that GitLab knows', () => {
    const severity = (finding: Partial<Finding>): string =>
      render(orders({ ...becameRequired, ...finding }), { showInfo: true })[0]!.severity
    expect(severity({ category: 'security' })).toBe('blocker')
    expect(severity({ category: 'governance' })).toBe('critical')
    expect(severity({ level: 'warning' })).toBe('minor')
    expect(severity({ level: 'warning', category: 'governance' })).toBe('major')
    expect(severity({ level: 'info' })).toBe('info')
  })

  it('has one entry for each fingerprint', () => {
    const twice = runOf({ ...ordersReport, findings: [classRaised] }, { ...eventsReport, findings: [classRaised] })
    expect(render(twice).map(({ fingerprint }) => fingerprint)).toEqual(['7777000011112222', '7777000011112222-2'])
  })

  it('points at the top of a contract for what is gone, below the root of the repository', () => {
    const { before } = operationRemoved
    const gone: Finding = { ...becameRequired, before: before! }
    const { after: _, ...rest } = gone
    expect(render(orders(rest), { root: './api' })[0]!.location).toEqual({
      path: 'api/contracts/orders.openapi.yaml',
      lines: { begin: 1 },
    })
  })

  it('is an empty list without findings', () => {
    expect(renderReport('gitlab', emptyRun, plainContext)).toBe('[]\n')
  })

  it.each(Object.entries(hostileTexts).filter(([name]) => name !== 'long'))(
    'stays what GitLab reads: %s',
    (_, hostile) => {
      for (const entry of render(runWith(hostile), { showInfo: true })) {
        expect(Object.keys(entry)).toEqual(['description', 'check_name', 'fingerprint', 'severity', 'location'])
        expect(entry.description).not.toMatch(/[\p{Cc}\u202e]|\p{Cs}/u)
        expect(entry.description.length).toBeLessThan(8000)
      }
    },
  )

  it('gives the same text each time', () => {
    expect(renderReport('gitlab', fullRun, plainContext)).toBe(
      renderReport('gitlab', structuredClone(fullRun), plainContext),
    )
  })
})
