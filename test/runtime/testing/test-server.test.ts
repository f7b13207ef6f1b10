import { describe, expect, it } from 'vitest'
import { createServer } from '../../../src/runtime/src/gen1/server/index.js'
import { manualClock, seededRandom, testServer } from '../../../src/runtime/src/testing/index.js'
import { orderOf, type TestHandler } from '../support/app.js'
import { contract } from '../support/contract.js'

const server = (handlers: Record<string, TestHandler>): ReturnType<typeof createServer> =>
  createServer(contract, {
    handlers: { ...Object.fromEntries(contract.operations.map(({ id }) => [id, () => undefined])), ...handlers },
    authenticate: { authenticate: () => ({ outcome: 'refused', reason: 'real' }) },
    idempotency: { reserve: () => Promise.reject(new Error('real')) } as never,
  })

describe('testServer', () => {
  it('calls as anybody, without keys and tokens', async () => {
    const app = testServer(
      server({ getOrder: ({ tenant, principal }) => ({ status: 200, body: orderOf(tenant.id, principal.id) }) }),
    )
    const masked = await app.as({ tenant: 'acme' })('/orders/o1')
    expect(await masked.json()).toEqual({ id: 'tester', tenantId: 'acme', email: '****' })
    const shown = await app.as({ tenant: 'beta', clearance: 'support', principal: 'bob' })('/orders/o1')
    expect(await shown.json()).toEqual({ id: 'bob', tenantId: 'beta', email: 'bob@beta.example' })
    expect((await app.anonymous('/orders/o1')).status).toBe(401)
  })

  it('keeps all rules: tenant, scopes, leak guard, idempotency', async () => {
    const app = testServer(
      server({
        getOrder: () => ({ status: 200, body: orderOf('beta') }),
        suspendTenant: () => ({ status: 204, body: undefined }),
        createOrder: ({ respond }) => respond.created(orderOf('acme'), { location: '/o' }),
      }),
    )
    expect((await app.as({ tenant: 'acme' })('/orders/o1')).status).toBe(500)
    expect(app.audit.events.map(({ event }) => event)).toEqual(['leak-blocked'])
    expect(app.errors).toHaveLength(1)
    const suspend = { method: 'PUT', body: '{"suspended":"yes"}', headers: { 'content-type': 'application/json' } }
    expect((await app.as({ scopes: [] })('/tenants/acme/suspension', suspend)).status).toBe(403)
    expect((await app.as({})('/tenants/acme/suspension', suspend)).status).toBe(204)
    expect((await app.as({ tenant: 'acme' })('/tenants/acme/suspension', suspend)).status).toBe(403)
    const create = {
      method: 'POST',
      body: '{"sku":"A-1"}',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'key-0123456789abcdef' },
    }
    const caller = app.as({ tenant: 'acme' })
    expect((await caller('/orders', create)).headers.has('idempotency-replayed')).toBe(false)
    expect((await caller('/orders', create)).headers.get('idempotency-replayed')).toBe('true')
  })

  it('hands a generated client what it needs', async () => {
    const app = testServer(server({ getOrder: ({ tenant }) => ({ status: 200, body: orderOf(tenant.id) }) }), {
      client: ({ baseUrl, fetch, auth, tenant }) => ({
        getOrder: async (id: string) => {
          const response = await fetch(`${baseUrl}/orders/${id}`, {
            headers: { authorization: `Bearer ${auth}`, 'x-tenant-id': tenant },
          })
          return (await response.json()) as { id: string; tenantId: string }
        },
      }),
    })
    expect(await app.as({ tenant: 'acme' }).getOrder('o7')).toMatchObject({ tenantId: 'acme' })
  })

  it('takes only what a factory has made', () => {
    expect(() => testServer({ handle: () => Promise.reject(new Error('no')), serves: () => true })).toThrow(
      '`testServer` takes',
    )
  })
})

describe('manualClock', () => {
  it('runs what falls due, in order of time, also what is added on the way', () => {
    const clock = manualClock(1000)
    const ran: string[] = []
    clock.after(20, () => ran.push(`b ${clock.now()}`))
    clock.after(10, () => {
      ran.push(`a ${clock.now()}`)
      clock.after(5, () => ran.push(`c ${clock.now()}`))
    })
    const cancel = clock.after(15, () => ran.push('never'))
    cancel()
    clock.advance(19)
    clock.advance(1)
    expect([ran, clock.now()]).toEqual([['a 1010', 'c 1015', 'b 1020'], 1020])
  })
})

describe('seededRandom', () => {
  it('repeats itself, and only itself', () => {
    const [first, again, other] = [seededRandom(), seededRandom(), seededRandom('x')]
    expect(first.bytes(40)).toEqual(again.bytes(40))
    expect(first.bytes(8)).toEqual(again.bytes(8))
    expect(first.bytes(8)).not.toEqual(other.bytes(8))
  })
})
