import { describe, expect, it, vi } from 'vitest'
import type { ServerContract, ServerOperation, ServerOptions } from '../../../src/runtime/src/gen1/server/index.js'
import type { RateAnswer, RateRequest, ResilienceEvent } from '../../../src/runtime/src/index.js'
import { type App, acme, believing, beta, createApp, orderOf, type TestHandler } from '../support/app.js'
import { contract as orders } from '../support/contract.js'
import { canSend } from '../support/transport.js'

type Resilience = NonNullable<ServerOperation['resilience']>

/** The contract of these tests with the same limits for all operations. */
function withLimits(resilience: Resilience, only?: string): ServerContract {
  const operations = orders.operations.map((operation) =>
    only === undefined || operation.id === only ? { ...operation, resilience } : operation,
  )
  return { ...orders, operations }
}

function app(
  resilience: Resilience,
  getOrder: TestHandler = ({ respond, tenant }) => respond.ok(orderOf(tenant.id)),
  options: Partial<ServerOptions> = {},
): App {
  return createApp({ getOrder }, { contract: withLimits(resilience), ...options })
}

const get = (it: App, as: Readonly<Record<string, unknown>>, headers: readonly (readonly [string, string])[] = []) =>
  it.call('/orders/o1', { as, headers })

/** A handler whose calls end when they are told to. */
function held(): {
  readonly handler: TestHandler
  readonly running: (() => void)[]
  until(count: number): Promise<void>
} {
  const running: (() => void)[] = []
  return {
    running,
    handler: ({ respond, tenant }) =>
      new Promise((resolve) => void running.push(() => resolve(respond.ok(orderOf(tenant.id))))),
    until: (count) => vi.waitUntil(() => running.length >= count).then(() => undefined),
  }
}

describe('T117 the declared rate', () => {
  it('holds for each verified tenant; the answer says what is left of its own, and nothing of others', async () => {
    const server = app({ rateLimit: { requests: 2, per: 60_000 } })
    const first = await get(server, acme)
    expect([first.status, first.headers.get('ratelimit-policy'), first.headers.get('ratelimit')]).toEqual([
      200,
      '"default";q=2;w=60',
      '"default";r=1;t=30',
    ])
    await get(server, acme)
    const refused = await get(server, acme)
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('ratelimit')]).toEqual([
      429,
      '30',
      '"default";r=0;t=60',
    ])
    expect(refused.json).toEqual({
      type: 'urn:tenantkit:problem:rate-limited',
      title: 'there were too many requests',
      status: 429,
      code: 'TK7209',
    })
    const other = await get(server, beta)
    expect([other.status, other.headers.get('ratelimit')]).toEqual([200, '"default";r=1;t=30'])
    server.clock.advance(30_000)
    expect((await get(server, acme)).status).toBe(200)
  })
  it('is not spent by who names another tenant, and nothing is remembered of tenants that were not verified', async () => {
    const server = app({ rateLimit: { requests: 1, per: 60_000 } })
    for (const [name, value] of [
      ['X-Tenant-Id', 'beta'],
      ['Authorization', 'Bearer bad'],
    ] as const) {
      const answer = await server.call('/orders/o1', { as: acme, headers: [[name, value]] })
      expect([answer.status, answer.headers.get('ratelimit')]).toEqual([name === 'X-Tenant-Id' ? 403 : 401, null])
    }
    expect([(await get(server, beta)).status, (await get(server, acme)).status]).toEqual([200, 200])
  })
  it('of all tenants together: nobody reads how much the others do', async () => {
    const server = app({ rateLimit: { requests: 2, per: 60_000 }, per: 'dependency' })
    const answers = [await get(server, acme), await get(server, beta), await get(server, acme)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(answers.map(({ headers }) => headers.get('ratelimit'))).toEqual([null, null, null])
  })
  it('is given to a limiter that counts elsewhere; when it fails, this process counts', async () => {
    const asked: RateRequest[] = []
    let answer: () => RateAnswer = () => ({ wait: 1.5, left: 0, reset: 7.2 })
    const rateLimit = {
      take: (request: RateRequest): RateAnswer => {
        asked.push(request)
        return answer()
      },
    }
    const server = app({ rateLimit: { requests: 1, per: 10_000 }, group: 'getOrder' }, undefined, { rateLimit })
    const refused = await get(server, acme)
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('ratelimit')]).toEqual([
      429,
      '2',
      '"default";r=0;t=8',
    ])
    expect(asked[0]).toEqual({
      operation: 'getOrder',
      tenant: 'acme',
      principal: 'ann',
      limit: { requests: 1, per: 10_000, name: 'Orders/getOrder', isShared: false },
      request: expect.objectContaining({ method: 'GET' }) as unknown,
    })
    answer = () => {
      throw new Error('down')
    }
    expect([(await get(server, acme)).status, (await get(server, acme)).status]).toEqual([200, 429])
    expect(server.errors).toHaveLength(2)
    server.clock.advance(10_000)
    let isAsked = false
    const never = {
      take: () => {
        isAsked = true
        return new Promise<undefined>(() => undefined)
      },
    }
    const slow = app({ rateLimit: { requests: 1, per: 10_000 } }, undefined, { rateLimit: never })
    const waiting = get(slow, acme)
    await vi.waitUntil(() => isAsked)
    slow.clock.advance(5000)
    expect((await waiting).status).toBe(200)
  })
})

describe('T112 tenants that nobody verified', () => {
  it('leave nothing behind', async () => {
    const events: ResilienceEvent[] = []
    const resilience = { capacity: 1, onEvent: (event: ResilienceEvent) => void events.push(event) }
    const server = app({ rateLimit: { requests: 5, per: 60_000 } }, undefined, { resilience })
    for (let count = 0; count < 100; count++) {
      await server.call('/orders/o1', { headers: [['X-Tenant-Id', `random-${count}`]] })
      await get(server, acme, [['X-Tenant-Id', `random-${count}`]])
    }
    expect((await get(server, acme)).headers.get('ratelimit')).toBe('"default";r=4;t=12')
    expect(events).toEqual([])
  })
})

describe('T118 a bulkhead', () => {
  it('of each tenant: one that is full does not hold up another', async () => {
    const { handler, running, until } = held()
    const server = app({ bulkhead: 2 }, handler, { resilience: { queue: 1 } })
    const loud = [get(server, acme), get(server, acme), get(server, acme)]
    await until(2)
    const refused = await get(server, acme)
    expect([refused.status, refused.json]).toMatchObject([429, { code: 'TK7223' }])
    expect(refused.headers.get('retry-after')).toBe('1')
    const quiet = get(server, beta)
    await until(3)
    running[2]?.()
    expect((await quiet).status).toBe(200)
    running[0]?.()
    await until(4)
    for (const end of running) end()
    expect((await Promise.all(loud)).map(({ status }) => status)).toEqual([200, 200, 200])
  })
  it.runIf(canSend('requests that arrive in order'))(
    'of all tenants: each in turn; more than can wait get 503, who waits too long, too',
    async () => {
      const { handler, running, until } = held()
      let arrivals = 0
      const counting: ServerOptions['authenticate'] = {
        authenticate(presented) {
          arrivals += 1
          return believing.authenticate(presented)
        },
      }
      const arrived = async (count: number): Promise<void> => {
        await vi.waitUntil(() => arrivals === count)
        // From there on it goes without waiting for anything outside.
        for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
      }
      const server = app({ bulkhead: 1, per: 'dependency' }, handler, {
        authenticate: counting,
        resilience: { queue: 2, queueTime: 500 },
      })
      const answered: string[] = []
      const call = async (as: Readonly<Record<string, unknown>>): Promise<number> => {
        const { status } = await get(server, as)
        answered.push(`${String(as['tenant_id'])} ${status}`)
        return status
      }
      const calls = [call(acme)]
      await until(1)
      calls.push(call(acme), call(acme))
      await arrived(3)
      expect(await call(acme)).toBe(503)
      calls.push(call(beta))
      await arrived(5)
      for (let count = 1; count <= 3; count++) {
        await until(count)
        if (count === 3) server.clock.advance(500)
        running[count - 1]?.()
      }
      await Promise.all(calls)
      expect(answered).toEqual(['acme 503', 'acme 200', 'acme 200', 'acme 503', 'beta 200'])
    },
  )
  it.runIf(canSend('requests that arrive in order'))(
    'a handler whose time is over keeps its place while it works, and as long again at most',
    async () => {
      const { handler, running, until } = held()
      let isSlow = true
      const either: TestHandler = (request) =>
        isSlow ? handler(request) : request.respond.ok(orderOf(request.tenant.id))
      const server = app({ bulkhead: 1 }, either, { resilience: { queue: 0 } })
      const status = async (): Promise<number> => (await get(server, acme)).status
      const hang = async (count: number): Promise<void> => {
        isSlow = true
        const answer = status()
        await until(count)
        isSlow = false
        server.clock.advance(30_000)
        expect([await answer, await status()]).toEqual([503, 429])
      }
      await hang(1)
      running[0]?.()
      await vi.waitUntil(async () => (await status()) === 200)
      await hang(2)
      server.clock.advance(30_000)
      await vi.waitUntil(async () => (await status()) === 200)
    },
  )
})

describe('T111 a breaker', () => {
  const breaker = { minimum: 2, openFor: 5000 }
  it('opens for the tenant whose calls fail, and leaves no reservation', async () => {
    let isBroken = true
    const createOrder: TestHandler = ({ respond, tenant }) => {
      if (isBroken && tenant.id === 'acme') throw new Error('down')
      return respond.created(orderOf(tenant.id), { location: '/orders/o1' })
    }
    const server = createApp({ createOrder }, { contract: withLimits({ breaker }) })
    const create = (as: Readonly<Record<string, unknown>>, key: string) =>
      server.call('/orders', { method: 'POST', as, body: { sku: 'A' }, headers: [['Idempotency-Key', key]] })
    const statuses = []
    for (const key of ['key-aaaaaaaaaaaaaaaa', 'key-bbbbbbbbbbbbbbbb', 'key-cccccccccccccccc']) {
      statuses.push((await create(acme, key)).status)
    }
    expect(statuses).toEqual([500, 500, 503])
    expect((await create(beta, 'key-cccccccccccccccc')).status).toBe(201)
    isBroken = false
    const refused = await create(acme, 'key-cccccccccccccccc')
    expect([refused.json, refused.headers.get('retry-after')]).toMatchObject([{ code: 'TK7224' }, '5'])
    server.clock.advance(5000)
    // A reservation would have been in the way.
    expect((await create(acme, 'key-cccccccccccccccc')).status).toBe(201)
  })
  it('is not opened by what callers do wrong', async () => {
    const server = app({ breaker }, ({ respond }) => respond.notFound({ title: 'none' }))
    for (let count = 0; count < 5; count++) expect((await get(server, acme)).status).toBe(404)
  })
  it('is opened by handlers that take too long', async () => {
    const { handler, until } = held()
    const server = app({ breaker: { ...breaker, minimum: 1 } }, handler)
    const slow = get(server, acme)
    await until(1)
    server.clock.advance(30_000)
    expect((await slow).json).toMatchObject({ code: 'TK7218' })
    expect((await get(server, acme)).json).toMatchObject({ code: 'TK7224' })
  })
})

describe('load', () => {
  it('more requests at the same time than the server takes get 503 at once', async () => {
    const { handler, running, until } = held()
    const server = createApp({ getOrder: handler }, { limits: { requests: 1 } })
    const first = get(server, acme)
    await until(1)
    const shed = await get(server, beta)
    expect([shed.status, shed.json, shed.headers.get('retry-after')]).toMatchObject([503, { code: 'TK7222' }, '1'])
    running[0]?.()
    expect((await first).status).toBe(200)
    const next = get(server, beta)
    await until(2)
    running[1]?.()
    expect((await next).status).toBe(200)
  })
  it('options give limits to contracts that declare none, and `false` takes all away', async () => {
    const limited = createApp(
      { getOrder: ({ respond, tenant }) => respond.ok(orderOf(tenant.id)) },
      { resilience: { tenant: { rateLimit: { requests: 1, per: 1000 } } } },
    )
    expect([(await get(limited, acme)).status, (await get(limited, acme)).status]).toEqual([200, 429])
    const free = app({ rateLimit: { requests: 1, per: 1000 } }, undefined, { resilience: false })
    expect([(await get(free, acme)).status, (await get(free, acme)).status]).toEqual([200, 200])
  })
})
