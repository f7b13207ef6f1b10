import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Authenticator, GovernedServer, ResilienceEvent, ServerOptions } from '../../src/runtime/src/index.js'
import { manualClock } from '../../src/runtime/src/testing/index.js'
import { generated } from './support/generated.js'
import { serve } from './support/serve.js'

/** `x-resilience` of a contract, enforced by the client and the server that were generated from it, over HTTP. */
const operation = (operationId: string, resilience?: object) => ({
  get: {
    operationId,
    tags: ['things'],
    ...(resilience && { 'x-resilience': resilience }),
    responses: { '200': { description: 'It.', content: { 'application/json': { schema: { type: 'string' } } } } },
  },
})
const contract = {
  openapi: '3.1.0',
  info: { title: 'Limits', version: '1.0.0' },
  servers: [{ url: 'https://example.com' }],
  'x-tenant-scope': 'tenant',
  'x-resilience': { breaker: { minimum: 3, openFor: '5s' } },
  security: [{ session: [] }],
  paths: {
    '/first': operation('getFirst'),
    '/second': operation('getSecond'),
    '/rated': operation('getRated', { rateLimit: { requests: 2, per: '1m' } }),
    '/pooled': operation('getPooled', { bulkhead: 2, per: 'dependency' }),
    '/retried': operation('getRetried', { retry: { attempts: 2, budget: 0.1 } }),
  },
  components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
}

type Name = 'getFirst' | 'getSecond' | 'getRated' | 'getPooled' | 'getRetried'
type Client = Readonly<Record<Name, () => Promise<{ readonly status: number }>>>
type CreateClient = (options: object) => Client
type CreateServer = (options: ServerOptions) => GovernedServer

const folder = await generated('limits', contract)
const { createLimitsServer } = (await import(/* @vite-ignore */ join(folder, 'server.js'))) as {
  readonly createLimitsServer: CreateServer
}
const { createLimitsClient } = (await import(/* @vite-ignore */ join(folder, 'client.js'))) as {
  readonly createLimitsClient: CreateClient
}

const arrived: string[] = []
/** The token is the tenant. */
const authenticate: Authenticator = {
  authenticate({ value }) {
    arrived.push(value)
    return {
      outcome: 'authenticated',
      principal: { id: 'ada', issuer: 'test', scopes: [], clearance: undefined, claims: { tenant_id: value } },
    }
  },
}

let handle: (tenant: string) => unknown
let handled: string[] = []
beforeEach(() => {
  handled = []
  handle = () => 'fine'
})
const names = ['getFirst', 'getSecond', 'getRated', 'getPooled', 'getRetried'] as const
const handlers = Object.fromEntries(
  names.map((name) => [
    name,
    async ({ tenant }: { readonly tenant: { readonly id: string } }) => {
      handled.push(`${name} ${tenant.id}`)
      return { status: 200, body: await handle(tenant.id) }
    },
  ]),
)
const clock = manualClock()
const { url, fetch } = await serve(createLimitsServer({ handlers, authenticate, clock, resilience: { queue: 2 } }))
const events: ResilienceEvent[] = []
const clientOf = (tenant: string, options: object = {}): Client =>
  createLimitsClient({
    baseUrl: url,
    fetch,
    auth: tenant,
    tenant,
    resilience: { onEvent: (event: ResilienceEvent) => void events.push(event) },
    ...options,
  })
/** Without limits of its own: what the server does shows. */
const bare = (tenant: string): Client => clientOf(tenant, { resilience: false })
async function outcome(call: Promise<{ readonly status: number }>): Promise<unknown> {
  try {
    return (await call).status
  } catch (error) {
    const { code, status, problem } = error as { code: string; status?: number; problem?: { code: string } }
    return problem ? `${status} ${problem.code}` : code
  }
}

it('writes limits of the document for all operations together, others for one', () => {
  const text = readFileSync(join(folder, 'operations/things.ts'), 'utf8')
  expect(text.match(/resilience: .*/g)).toEqual([
    'resilience: { breaker: { minimum: 3, openFor: 5000 } },',
    'resilience: { breaker: { minimum: 3, openFor: 5000 } },',
    "resilience: { group: 'getRated', rateLimit: { requests: 2, per: 60000 } },",
    "resilience: { group: 'getPooled', per: 'dependency', bulkhead: 2 },",
    "resilience: { group: 'getRetried', budget: 0.1 },",
  ])
  const onServer = readFileSync(join(folder, 'server/things.ts'), 'utf8')
  expect(onServer.match(/resilience: .*/g)).toHaveLength(5)
})

describe('T111 a breaker, counted for all operations of the document', () => {
  it('opens in the client for one tenant', async () => {
    handle = (tenant) => {
      if (tenant === 'broken') throw new Error('down')
      return 'fine'
    }
    const client = clientOf('broken')
    const outcomes = []
    for (const name of ['getFirst', 'getSecond', 'getFirst', 'getSecond'] as const)
      outcomes.push(await outcome(client[name]()))
    expect(outcomes).toEqual(['500 TK7216', '500 TK7216', '500 TK7216', 'TK7141'])
    expect(await outcome(clientOf('whole').getFirst())).toBe(200)
    expect(events.at(-1)).toMatchObject({ kind: 'rejected', tenant: 'broken', dependency: 'limits' })
    // In the server, too: for clients that have none.
    handled = []
    expect([await outcome(bare('broken').getFirst()), handled]).toEqual(['503 TK7224', []])
    clock.advance(5000)
    handle = () => 'fine'
    expect(await outcome(bare('broken').getFirst())).toBe(200)
  })
})

describe('T117 a rate', () => {
  it('is not exceeded by the client, and held by the server', async () => {
    const client = clientOf('eager')
    expect([await outcome(client.getRated()), await outcome(client.getRated())]).toEqual([200, 200])
    expect(await outcome(client.getRated())).toBe('TK7143')
    expect(await outcome(bare('eager').getRated())).toBe('429 TK7209')
    expect(await outcome(bare('calm').getRated())).toBe(200)
  })
})

describe('T118 a bulkhead of all tenants', () => {
  it('gives a tenant its turn while another one saturates it', async () => {
    const running: (() => void)[] = []
    handle = () => new Promise((resolve) => void running.push(() => resolve('fine')))
    const loud = Array.from({ length: 6 }, () => outcome(bare('loud').getPooled()))
    await vi.waitUntil(() => running.length === 2)
    // Two inside, two waiting: the others were turned away.
    let refused = 0
    for (const each of loud) void each.then(() => (refused += 1))
    await vi.waitUntil(() => refused === 2)
    const quiet = outcome(bare('quiet').getPooled())
    await vi.waitUntil(() => arrived.includes('quiet'))
    await new Promise((resolve) => setImmediate(resolve))
    running[0]?.()
    running[1]?.()
    await vi.waitUntil(() => running.length === 4)
    expect(handled.slice(2)).toContain('getPooled quiet')
    for (const end of running) end()
    await vi.waitUntil(() => running.length === 5)
    for (const end of running) end()
    expect(await quiet).toBe(200)
    expect((await Promise.all(loud)).sort()).toEqual([200, 200, 200, 200, '503 TK7222', '503 TK7222'])
  })
})

describe('T116 the budget of the contract', () => {
  it('adds no more than its share beyond the reserve', async () => {
    handle = () => {
      throw new Error('down')
    }
    const client = clientOf('unlucky', {
      timeout: Number.POSITIVE_INFINITY,
      environment: { sleep: () => Promise.resolve() },
    })
    for (let call = 0; call < 50; call++) await outcome(client.getRetried())
    expect(handled.length).toBeGreaterThan(50)
    expect(handled.length).toBeLessThanOrEqual(50 * 1.1 + 10)
  })
})
