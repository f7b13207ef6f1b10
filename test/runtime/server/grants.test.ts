import { describe, expect, it } from 'vitest'
import { type Grant, grantList } from '../../../src/runtime/src/index.js'
import type { ServerPathway } from '../../../src/runtime/src/server/types.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import { createApp, orderOf } from '../support/app.js'
import { contract } from '../support/contract.js'

const clock = manualClock()
const grant = (change: Partial<Grant> = {}): Grant => ({
  id: 'g1',
  from: 'acme',
  to: 'beta',
  operations: ['handOver'],
  pathway: 'supply',
  expiresAt: clock.now() + 1000,
  ...change,
})
const handlers = { handOver: ({ body }: { readonly body: unknown }) => ({ status: 200, body }) }
const acme = { sub: 'ann', tenant_id: 'acme' }
const handOver = async (grants: readonly Grant[], as: object = acme, supplier = 'beta') => {
  const it = createApp(handlers, { grants: grantList(grants), clock })
  const answer = await it.call('/handovers', { method: 'POST', as: as as typeof acme, body: { supplier } })
  return { status: answer.status, audit: it.audit.events }
}

describe('a grant', () => {
  it('lets its tenant reach the other one, and is told to the audit with both', async () => {
    const { status, audit } = await handOver([grant()])
    expect(status).toBe(200)
    expect(audit).toEqual([
      expect.objectContaining({
        event: 'tenant-crossed',
        tenant: 'acme',
        details: { to: 'beta', grant: 'g1', pathway: 'supply' },
      }),
    ])
  })

  it.each<[string, Partial<Grant>]>([
    ['T27 for another tenant', { to: 'gamma' }],
    ['T27 of another tenant', { from: 'gamma' }],
    ['T28 that has ended', { expiresAt: clock.now() }],
    ['T29 for another operation', { operations: ['listOrders'] }],
    ['T29 for no operation', { operations: [] }],
    ['T29 for another purpose', { pathway: 'marketing' }],
    ['T27 for a tenant that is none', { to: 'BETA' }],
  ])('%s allows nothing: 403', async (_, change) => {
    const { status, audit } = await handOver([grant(change)])
    expect(status).toBe(403)
    expect(audit).toEqual([expect.objectContaining({ event: 'access-refused', reason: 'grant-missing' })])
  })

  it('T28 that was taken back allows nothing', async () => {
    const grants = grantList([grant()])
    const it = createApp(handlers, { grants, clock })
    const call = () => it.call('/handovers', { method: 'POST', as: acme, body: { supplier: 'beta' } })
    expect((await call()).status).toBe(200)
    expect([grants.revoke('g1'), grants.revoke('g1')]).toEqual([true, false])
    expect((await call()).status).toBe(403)
  })

  it('T29 is not used with a credential that is for something else', async () => {
    expect((await handOver([grant()], { ...acme, purpose: 'marketing' })).status).toBe(403)
    expect((await handOver([grant()], { ...acme, purpose: 'supply' })).status).toBe(200)
    expect((await handOver([grant()], { ...acme, purpose: 'fulfilment' })).status).toBe(200)
  })

  it('does not make up for another one', async () => {
    const grants = [grant({ operations: ['listOrders'] }), grant({ to: 'gamma' }), grant({ pathway: 'marketing' })]
    expect((await handOver(grants)).status).toBe(403)
  })

  it.each<[string, object, string]>([
    ['suspended', { tenants: { stateOf: (id: string) => (id === 'beta' ? 'suspended' : 'active') } }, 'suspended'],
    [
      'quarantined',
      { tenants: { stateOf: (id: string) => (id === 'beta' ? 'quarantined' : 'active') } },
      'quarantined',
    ],
    [
      'stopped',
      {
        killSwitch: {
          stopOf: ({ tenant }: { tenant: string }) => (tenant === 'beta' ? { tenant, reason: 'x' } : undefined),
        },
      },
      'stopped',
    ],
  ])('T21 does not lead to a tenant that is %s: 403', async (_, options, why) => {
    const it = createApp(handlers, { grants: grantList([grant()]), clock, ...options })
    const answer = await it.call('/handovers', { method: 'POST', as: acme, body: { supplier: 'beta' } })
    expect(answer.status).toBe(403)
    expect(answer.text).not.toContain('beta')
    expect(it.audit.events).toMatchObject([{ reason: `other-tenant-${why}`, details: { to: 'beta' } }])
  })

  it('nobody can find now lets nobody through: 503', async () => {
    const it = createApp(handlers, { grants: { find: () => Promise.reject(new Error('down')) } })
    const answer = await it.call('/handovers', { method: 'POST', as: acme, body: { supplier: 'beta' } })
    expect(answer.status).toBe(503)
  })
})

describe('T31: what crosses', () => {
  const seenOver = async (pathway: Partial<ServerPathway>) => {
    const operations = contract.operations.map((each) =>
      each.id === 'getOrder'
        ? { ...each, scope: 'cross-tenant' as const, pathways: [{ id: 'supply', purpose: 'fulfilment', ...pathway }] }
        : each,
    )
    const it = createApp(
      { getOrder: ({ respond }) => respond.ok(orderOf('beta', 'o1')) },
      { contract: { ...contract, operations }, grants: grantList([grant({ operations: ['getOrder'] })]), clock },
    )
    const { json } = await it.call('/orders/o1', { as: { ...acme, clearance: 'support' } })
    return json as { readonly tenantId: string; readonly email: string }
  }

  it('is what the caller may see', async () => {
    expect(await seenOver({})).toMatchObject({ tenantId: 'beta', email: 'o1@beta.example' })
  })
  it('is not above the ceiling of the way', async () => {
    expect(await seenOver({ ceiling: 'internal' })).toMatchObject({ tenantId: 'beta', email: '****' })
    expect(await seenOver({ ceiling: 'confidential' })).toMatchObject({ email: 'o1@beta.example' })
  })
  it('is of a category that the way is open for', async () => {
    expect(await seenOver({ categories: ['business'] })).toMatchObject({ email: '****' })
    expect(await seenOver({ categories: ['business', 'contact'] })).toMatchObject({ email: 'o1@beta.example' })
  })
})
