import { describe, expect, it } from 'vitest'
import { createBounded } from '../../../src/runtime/src/context/bounded.js'
import {
  type CallContext,
  cachedTenants,
  credentialVendor,
  killSwitch,
  runInContext,
  type Stop,
  type TenantState,
} from '../../../src/runtime/src/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import { acme, beta, createApp, orderOf, type TestHandler } from '../support/app.js'

const getOrder: TestHandler = ({ tenant, path, respond }) => respond.ok(orderOf(tenant.id, path.orderId))
const listProducts = () => ({ status: 200, body: ['A-1'] })

describe('states of tenants', () => {
  it('T21: a tenant that is not active reads one and the same refusal, whatever it is', async () => {
    const texts = new Set<string>()
    for (const state of ['suspended', 'quarantined', 'deleted', 'unknown'] as const) {
      const answer = await createApp({ getOrder }, { tenants: { stateOf: () => state } }).call('/orders/o1', {
        as: acme,
      })
      texts.add(`${answer.status} ${answer.text}`)
    }
    expect([...texts]).toEqual([expect.stringMatching(/^403 .*TK7207/)])
  })

  it('T21: are remembered for a moment, and a suspension is obeyed after it', async () => {
    const clock = manualClock()
    let [state, asked] = ['active' as TenantState, 0]
    const tenants = cachedTenants({ stateOf: () => (asked++, state) }, { clock })
    const it = createApp({ getOrder }, { tenants })
    const status = async () => (await it.call('/orders/o1', { as: acme })).status
    expect([await status(), await status(), asked]).toEqual([200, 200, 1])
    state = 'suspended'
    clock.advance(999)
    expect(await status()).toBe(200)
    clock.advance(1)
    expect([await status(), asked]).toEqual([403, 2])
  })

  it('are asked for once by requests that come together, and anew after a failure', async () => {
    let asked = 0
    const tenants = cachedTenants({
      stateOf: async (): Promise<TenantState> => {
        if (++asked === 1) throw new Error('down')
        return 'active'
      },
    })
    const failed = [tenants.stateOf('acme'), tenants.stateOf('acme')].map(async (state) => state)
    expect(await Promise.allSettled(failed)).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
    expect([await tenants.stateOf('acme'), await tenants.stateOf('acme'), asked]).toEqual(['active', 'active', 2])
  })
})

describe('a kill switch', () => {
  const app = (stops: Stop[] | (() => Promise<Stop[]>), clock = manualClock()) => {
    const board = killSwitch({ load: typeof stops === 'function' ? stops : () => stops, clock })
    const it = createApp({ getOrder, listProducts }, { killSwitch: board, clock })
    const statusOf = async (target: string, as: object) => (await it.call(target, { as: as as typeof acme })).status
    return { board, clock, it, statusOf }
  }

  it('stops a tenant, an operation, or an operation of one tenant', async () => {
    const statuses = async (stop: Stop) => {
      const { statusOf } = app([stop])
      return Promise.all([
        statusOf('/orders/o1', acme),
        statusOf('/products', acme),
        statusOf('/orders/o1', beta),
        statusOf('/products', beta),
      ])
    }
    expect(await statuses({ tenant: 'acme', reason: 'incident' })).toEqual([403, 403, 200, 200])
    expect(await statuses({ operation: 'getOrder', reason: 'incident' })).toEqual([503, 200, 503, 200])
    expect(await statuses({ tenant: 'acme', operation: 'getOrder', reason: 'incident' })).toEqual([403, 200, 200, 200])
  })

  it('takes effect within a second', async () => {
    const stops: Stop[] = []
    const { clock, statusOf } = app(stops)
    expect(await statusOf('/orders/o1', acme)).toBe(200)
    stops.push({ tenant: 'acme', reason: 'incident' })
    clock.advance(500)
    expect(await statusOf('/orders/o1', acme)).toBe(403)
    stops.pop()
    clock.advance(500)
    expect(await statusOf('/orders/o1', acme)).toBe(200)
  })

  it('works at once in the process that it is used in, and tells the audit why', async () => {
    const { board, it, statusOf } = app([])
    board.stop({ tenant: 'acme', reason: 'incident 7' })
    expect(await statusOf('/orders/o1', acme)).toBe(403)
    expect(it.audit.events).toMatchObject([
      { event: 'access-refused', reason: 'stopped', tenant: 'acme', details: { stop: 'incident 7' } },
    ])
    expect([board.resume({ tenant: 'acme' }), board.resume({ tenant: 'acme' })]).toEqual([true, false])
    expect(await statusOf('/orders/o1', acme)).toBe(200)
  })

  it('keeps to its last list for a while when there is no new one, and then serves nothing', async () => {
    let isDown = false
    const { clock, statusOf } = app(async () => {
      if (isDown) throw new Error('down')
      return [{ tenant: 'acme', reason: 'incident' }]
    })
    expect([await statusOf('/orders/o1', acme), await statusOf('/orders/o1', beta)]).toEqual([403, 200])
    isDown = true
    clock.advance(9_999)
    expect([await statusOf('/orders/o1', acme), await statusOf('/orders/o1', beta)]).toEqual([403, 200])
    clock.advance(1)
    expect([await statusOf('/orders/o1', acme), await statusOf('/orders/o1', beta)]).toEqual([503, 503])
    isDown = false
    expect([await statusOf('/orders/o1', acme), await statusOf('/orders/o1', beta)]).toEqual([403, 200])
  })

  it('serves nothing before it knows, and waits for the list no longer than it says', async () => {
    const clock = manualClock()
    const { statusOf } = app(() => new Promise(() => undefined), clock)
    const status = statusOf('/orders/o1', acme)
    await new Promise((resolve) => setImmediate(resolve))
    clock.advance(400)
    expect(await status).toBe(503)
  })
})

describe('credentials of tenants', () => {
  const context = (tenant: string, principal = 'ann'): CallContext => ({
    operation: 'getOrder',
    tenant: { id: tenant },
    principal: { id: principal, issuer: 'id', scopes: [], clearance: undefined, claims: {} },
    traceId: '1'.repeat(32),
    idempotencyKey: undefined,
  })
  const vendor = (options: { by?: 'tenant' | 'principal'; limit?: number } = {}) => {
    const clock = manualClock()
    const vended: string[] = []
    const made = credentialVendor({
      vend: async (tenant) => {
        vended.push(tenant.id)
        return { value: `${tenant.id} ${vended.length}`, expiresAt: clock.now() + 60_000 }
      },
      clock,
      ...options,
    })
    return { clock, vended, made }
  }

  it('T41: are one for all that ask at the same time, and each tenant has its own', async () => {
    const { made, vended } = vendor()
    const asked = ['acme', 'beta', 'acme'].map((tenant) => made.credential(context(tenant)))
    expect(await Promise.all(asked)).toEqual(['acme 1', 'beta 2', 'acme 1'])
    expect(vended).toEqual(['acme', 'beta'])
  })
  it('are those of the current call', async () => {
    const { made } = vendor()
    expect(await runInContext(context('acme'), () => made.credential())).toBe('acme 1')
    await expect(made.credential()).rejects.toThrow('TK7001')
  })
  it('are fetched anew before they end, and when they are forgotten', async () => {
    const { made, clock } = vendor()
    const held = () => made.credential(context('acme'))
    expect([await held(), await held()]).toEqual(['acme 1', 'acme 1'])
    clock.advance(30_000)
    expect(await held()).toBe('acme 2')
    made.forget(context('acme'))
    expect(await held()).toBe('acme 3')
  })
  it('may be those of a principal', async () => {
    const { made } = vendor({ by: 'principal' })
    const asked = ['ann', 'bob', 'ann'].map((principal) => made.credential(context('acme', principal)))
    expect(await Promise.all(asked)).toEqual(['acme 1', 'acme 2', 'acme 1'])
  })
  it('are remembered for so many only', async () => {
    const { made } = vendor({ limit: 1 })
    const held = (tenant: string) => made.credential(context(tenant))
    expect([await held('acme'), await held('beta'), await held('acme')]).toEqual(['acme 1', 'beta 2', 'acme 3'])
  })
  it('that could not be had are asked for again', async () => {
    let asked = 0
    const made = credentialVendor({
      vend: async () => {
        if (++asked === 1) throw new Error('down')
        return { value: asked, expiresAt: Number.POSITIVE_INFINITY }
      },
    })
    await expect(made.credential(context('acme'))).rejects.toThrow('down')
    expect(await made.credential(context('acme'))).toBe(2)
  })
})

it('T112: what is remembered is bounded, and the oldest goes first', () => {
  const recent = createBounded<number>(2)
  recent.set('a', 1)
  recent.set('b', 2)
  recent.get('a')
  recent.set('c', 3)
  expect([recent.get('a'), recent.get('b'), recent.get('c'), recent.size]).toEqual([1, undefined, 3, 2])
})
