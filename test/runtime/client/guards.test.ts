import { describe, expect, test } from 'vitest'
import {
  type ClientOperation,
  createTransport,
  type Transport,
  type TransportOptions,
} from '../../../src/runtime/src/gen1/index.js'
import { createResilienceState, type ResilienceEvent } from '../../../src/runtime/src/index.js'
import { contract, instant, json, operation, serve, type TestServer } from './support.js'

const endless = Number.POSITIVE_INFINITY

interface Setup {
  readonly server: TestServer
  readonly transport: Transport
  readonly events: ResilienceEvent[]
  /** Status of the answer, or code of the error. */
  call(tenant: string, parts?: Partial<ClientOperation>): Promise<unknown>
  /** Moves the clock. */
  pass(milliseconds: number): void
}

/** Answers `failing` tenants with 503; the tenant travels as a path parameter. */
async function setup(
  resilience: ClientOperation['resilience'],
  options: TransportOptions = {},
  failing: ReadonlySet<string> = new Set(['bad']),
): Promise<Setup> {
  const server = await serve(({ url }, response) => {
    const tenant = url.split('/')[2] ?? ''
    json(response, failing.has(tenant) ? 503 : 200, {})
  })
  const events: ResilienceEvent[] = []
  let now = Date.UTC(2030, 0, 1)
  const transport = createTransport(contract, {
    baseUrl: server.url,
    timeout: endless,
    environment: { ...instant(), now: () => now },
    resilience: { onEvent: (event) => void events.push(event) },
    ...options,
  })
  const declared = operation({
    path: '/t/{tenantId}',
    scope: 'tenant',
    parameters: [{ name: 'tenantId', in: 'path', required: true, tenantKey: true }],
    ...(resilience && { resilience }),
  })
  return {
    server,
    transport,
    events,
    pass: (milliseconds) => {
      now += milliseconds
    },
    async call(tenant, parts = {}) {
      try {
        return ((await transport.as(tenant).call({ ...declared, ...parts }, {}, undefined)) as { status: number })
          .status
      } catch (error) {
        return (error as { code: unknown }).code
      }
    },
  }
}

const breaker = { minimum: 3, openFor: 5000 }

describe('a client with a breaker', () => {
  test('T111 sends nothing for the tenant whose calls fail, and goes on for others', async () => {
    const { call, server, events, pass } = await setup({ breaker })
    const seen = [await call('bad'), await call('bad'), await call('bad'), await call('bad'), await call('good')]
    expect(seen).toEqual([503, 503, 503, 'TK7141', 200])
    expect(server.received).toHaveLength(4)
    pass(5000)
    expect([await call('bad'), await call('bad')]).toEqual([503, 'TK7141'])
    expect(events.map(({ kind, tenant }) => `${kind} ${tenant}`)).toEqual([
      'breaker-opened bad',
      'rejected bad',
      'breaker-opened bad',
      'rejected bad',
    ])
  })
  test('does not repeat into an open breaker: the last answer counts', async () => {
    const { call, server, events } = await setup({ breaker: { minimum: 2 } }, { attempts: 5 })
    expect(await call('bad')).toBe(503)
    expect(server.received).toHaveLength(2)
    expect(events.map(({ kind }) => kind)).toEqual(['retry', 'breaker-opened'])
  })
  test('tells of retries', async () => {
    const events: ResilienceEvent[] = []
    const resilience = { onEvent: (event: ResilienceEvent) => void events.push(event) }
    const { call } = await setup(undefined, { attempts: 2, resilience })
    await call('bad')
    expect(events).toEqual([{ kind: 'retry', dependency: 'test', tenant: 'bad', attempt: 2, delay: 100 }])
  })
  test('counts operations with limits of their own apart', async () => {
    const { call } = await setup({ breaker, group: 'doThing' })
    for (let count = 0; count < 3; count++) await call('bad')
    expect(await call('bad')).toBe('TK7141')
    expect(await call('bad', { resilience: { breaker } })).toBe(503)
  })
  test('has none when told so', async () => {
    const { call } = await setup({ breaker }, { resilience: false })
    for (let count = 0; count < 5; count++) expect(await call('bad')).toBe(503)
  })
  test('is not opened by answers that say nothing of its health', async () => {
    const server = await serve((_, response) => json(response, 429, {}))
    const transport = createTransport(contract, { baseUrl: server.url })
    const declared = operation({ resilience: { breaker: { minimum: 1 } } })
    for (let count = 0; count < 3; count++) {
      await expect(transport.call(declared, {}, undefined)).resolves.toMatchObject({ status: 429 })
    }
  })
})

test('clients that are given the same state share what is counted', async () => {
  const resilience = { state: createResilienceState(10) }
  const first = await setup({ breaker }, { resilience })
  for (let count = 0; count < 3; count++) await first.call('bad')
  const again = createTransport(contract, {
    baseUrl: first.server.url,
    timeout: endless,
    resilience,
    environment: instant(),
  })
  await expect(again.call(operation({ resilience: { breaker } }), {}, undefined)).resolves.toMatchObject({
    status: 200,
  })
  const other = createTransport(contract, {
    baseUrl: first.server.url,
    timeout: endless,
    resilience,
    tenant: 'bad',
    environment: instant(),
  })
  const bad = operation({ scope: 'tenant', resilience: { breaker } })
  await expect(other.call(bad, {}, undefined)).rejects.toMatchObject({ name: 'CircuitOpenError', retryAfter: 5000 })
})

test('more calls than the rate allows are not sent, and say when to come back', async () => {
  const { call, transport, server, pass } = await setup({ rateLimit: { requests: 2, per: 1000 } })
  expect([await call('a'), await call('a'), await call('a'), await call('b')]).toEqual([200, 200, 'TK7143', 200])
  const rejected = transport
    .as('a')
    .call(operation({ scope: 'tenant', resilience: { rateLimit: { requests: 2, per: 1000 } } }), {}, undefined)
  await expect(rejected).rejects.toMatchObject({ name: 'RateExceededError', retryAfter: 500 })
  pass(500)
  expect(await call('a')).toBe(200)
  expect(server.received).toHaveLength(4)
})

test('T118 a bulkhead: so many calls at the same time, few wait, not for long', async () => {
  const answers: (() => void)[] = []
  const server = await serve((_, response) => void answers.push(() => json(response, 200, {})))
  const arrived = async (count: number): Promise<void> => {
    while (answers.length < count) await new Promise((resolve) => setImmediate(resolve))
  }
  const transport = createTransport(contract, {
    baseUrl: server.url,
    timeout: endless,
    resilience: { queue: 1, queueTime: 60_000 },
  })
  const declared = operation({ scope: 'tenant', resilience: { bulkhead: 1 } })
  const caller = new AbortController()
  const call = (tenant: string, signal?: AbortSignal): Promise<unknown> =>
    transport.as(tenant).call(declared, {}, { signal })
  const first = call('a')
  await arrived(1)
  const second = call('a', caller.signal)
  await expect(call('a')).rejects.toMatchObject({ name: 'BulkheadFullError', code: 'TK7142' })
  const other = call('b')
  await arrived(2)
  caller.abort()
  await expect(second).rejects.toMatchObject({ code: 'TK7123' })
  const third = call('a')
  answers[0]?.()
  await first
  await arrived(3)
  for (const answer of answers.slice(1)) answer()
  await Promise.all([other, third])
  expect(server.received).toHaveLength(3)
})

test('T116 a total outage adds at most a fifth, for many tenants together', async () => {
  const { call, server } = await setup(
    { budget: 0.2 },
    { attempts: 3 },
    new Set(Array.from({ length: 30 }, (_, at) => `t${at}`)),
  )
  for (let round = 0; round < 3; round++) for (let at = 0; at < 30; at++) await call(`t${at}`)
  expect(server.received.length).toBeGreaterThan(90)
  expect(server.received.length).toBeLessThanOrEqual(90 * 1.2 + 10)
})

test('errors of calls that were not sent carry no value', async () => {
  const { call, transport } = await setup({ rateLimit: { requests: 1, per: 1000 } })
  await call('secret-tenant')
  const again = transport
    .as('secret-tenant')
    .call(operation({ scope: 'tenant', resilience: { rateLimit: { requests: 1, per: 1000 } } }), {}, undefined)
  const error = (await again.catch((thrown: unknown) => thrown)) as Error
  expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('secret')
  expect(error.message).toBe('there were too many calls: doThing (TK7143)')
})
