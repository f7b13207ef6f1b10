import { describe, expect, it, vi } from 'vitest'
import type { Audience } from '../../../src/runtime/src/index.js'
import { acme, createApp } from '../support/app.js'
import { contract } from '../support/contract.js'

const audiences: readonly Audience[] = [
  'component-internal',
  'business-unit-internal',
  'company-internal',
  'external-partner',
  'external-public',
]

describe('whom the API is for', () => {
  const call = async (audience: Audience | undefined, from: unknown) => {
    const listProducts = vi.fn(() => ({ status: 200, body: [] }))
    const audienceOf = from === 'nobody asks' ? undefined : () => from as Audience
    const app = createApp(
      { listProducts },
      { contract: { ...contract, ...(audience && { audience }) }, audienceOf, authenticate: { authenticate: staff } },
    )
    const answer = await app.call('/products', { as: acme })
    return { status: answer.status, json: answer.json, app, ran: listProducts.mock.calls.length }
  }
  const staff = () => ({
    outcome: 'authenticated' as const,
    principal: { id: 'ann', issuer: 'staff', scopes: [], clearance: undefined, claims: { tenant_id: 'acme' } },
  })

  it.each(audiences)('%s: for callers from there and from nearer, and for nobody else', async (audience) => {
    const served = await Promise.all(audiences.map(async (from) => (await call(audience, from)).status === 200))
    expect(served).toEqual(audiences.map((_, at) => at <= audiences.indexOf(audience)))
  })

  it('who is from nowhere that is known is from farthest away', async () => {
    for (const from of [undefined, null, '', 'company', 'toString', 0]) {
      const { status, json, app, ran } = await call('external-partner', from)
      expect([status, json, ran]).toMatchObject([403, { code: 'TK7227' }, 0])
      expect(app.audit.events).toMatchObject([{ event: 'access-refused', reason: 'audience', tenant: 'acme' }])
      expect((await call('external-public', from)).status).toBe(200)
    }
  })

  it('is no matter where the contract does not say it, or nobody says where callers are from', async () => {
    expect((await call(undefined, 'external-public')).status).toBe(200)
    expect((await call('component-internal', 'nobody asks')).status).toBe(200)
  })

  it('is told by the credentials, and not asked of who needs none', async () => {
    const audienceOf = vi.fn((): Audience => 'external-public')
    const getStatus = vi.fn(() => ({ status: 200, body: 'fine' }))
    const app = createApp({ getStatus }, { contract: { ...contract, audience: 'company-internal' }, audienceOf })
    await app.call('/status')
    expect([getStatus.mock.calls.length, audienceOf.mock.calls.length]).toEqual([1, 0])
    await app.call('/orders/o1', { as: { ...acme, iss: 'partner' } })
    expect(audienceOf.mock.calls).toMatchObject([[{ id: 'ann', issuer: 'partner' }]])
  })
})
