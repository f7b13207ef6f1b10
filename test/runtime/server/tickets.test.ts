import { describe, expect, it } from 'vitest'
import { createTickets, ephemeralKeys, TenantContextMissing, type Tickets } from '../../../src/runtime/src/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import { type App, acme, beta, createApp, orderOf, type TestHandler } from '../support/app.js'

const clock = manualClock()
const tickets: Tickets = createTickets({ keys: ephemeralKeys(), clock })
/** `listOrders` gives a cursor or a link as the id of an order; `findOrders` and `getOrder` take them. */
const app = (): App => {
  const listOrders: TestHandler = async ({ tenant, query }) => {
    const operation = query['state'] === 'open' ? 'getOrder' : 'findOrders'
    const cursor = await tickets.issue({ after: 'the-seventh-order' }, { operation, lifetime: 60_000 })
    return { status: 200, body: { items: [orderOf(tenant.id, cursor)] } }
  }
  const findOrders: TestHandler = async ({ tenant, query }) => {
    const [ticket = ''] = query['ids'] as string[]
    const { after } = (await tickets.redeem(ticket, { at: '/query/ids' })) as { after: string }
    return { status: 200, body: { items: [orderOf(tenant.id, after)] } }
  }
  const getOrder: TestHandler = async ({ tenant, path }) => {
    const { after } = (await tickets.redeem(path.orderId, { at: '/path/orderId' })) as { after: string }
    return { status: 200, body: orderOf(tenant.id, after) }
  }
  return createApp({ listOrders, findOrders, getOrder })
}
const given = async (it: App, query = ''): Promise<string> => {
  const { json } = await it.call(`/orders${query}`, { as: acme })
  return (json as { items: { id: string }[] }).items[0]?.id ?? ''
}
const statusOf = async (it: App, cursor: string, as: object = acme): Promise<number> =>
  (await it.call(`/found-orders?ids=${cursor}`, { as: { ...as } })).status

describe('tickets', () => {
  it('T53 a cursor of one tenant is none for another, nor when it was edited: 400, all alike', async () => {
    const it = app()
    const cursor = await given(it)
    expect(cursor).toMatch(/^[\w.-]+$/)
    expect(cursor).not.toContain('seventh')
    expect(await statusOf(it, cursor)).toBe(200)
    const refused = await it.call(`/found-orders?ids=${cursor}`, { as: beta, headers: [['X-Request-Id', 'r']] })
    expect(refused.json).toMatchObject({
      status: 400,
      code: 'TK7214',
      errors: [{ path: '/query/ids', keyword: 'ticket', expected: 'a text given before' }],
    })
    const made = await it.call('/found-orders?ids=made-up', { as: acme, headers: [['X-Request-Id', 'r']] })
    expect(made.text).toBe(refused.text)
    for (const at of [3, 8, 30, cursor.length - 2]) {
      const other = cursor[at] === 'A' ? 'B' : 'A'
      expect(await statusOf(it, `${cursor.slice(0, at)}${other}${cursor.slice(at + 1)}`)).toBe(400)
    }
  })

  it('T53 a cursor of one operation is none for another', async () => {
    const it = app()
    expect((await it.call(`/orders/${await given(it)}`, { as: acme })).status).toBe(400)
    expect(await statusOf(it, await given(it, '?state=open'))).toBe(400)
  })

  it('T65 a link to a file opens for the tenant that it was given to, for as long as it says', async () => {
    const it = app()
    const link = await given(it, '?state=open')
    const open = async (as: Readonly<Record<string, unknown>> | undefined): Promise<number> =>
      (await it.call(`/orders/${link}`, { as })).status
    expect([await open(acme), await open(beta), await open(undefined)]).toEqual([200, 400, 401])
    clock.advance(60_000)
    expect(await open(acme)).toBe(400)
  })

  it('need a verified tenant', async () => {
    await expect(tickets.issue('x')).rejects.toThrow(TenantContextMissing)
    await expect(tickets.redeem('x')).rejects.toThrow(TenantContextMissing)
  })
})
