import { describe, expect, test } from 'vitest'
import { retryAfter } from '../../../src/runtime/src/client/retry-after.js'
import {
  type ClientOperation,
  type ClientOptions,
  createTransport,
  type IdempotentCallOptions,
  type Result,
} from '../../../src/runtime/src/gen1/index.js'
import { canRetry, earnRetry, spendRetry } from '../../../src/runtime/src/resilience/retry-budget.js'
import { createRow } from '../../../src/runtime/src/resilience/row.js'
import { anyJson, contract, deadUrl, instant, json, operation, serve } from './support.js'

const endless = Number.POSITIVE_INFINITY
const body = { required: true, content: anyJson }
const keyed = operation({
  method: 'POST',
  body,
  idempotency: { mode: 'required', key: { in: 'header', name: 'Idempotency-Key' } },
})

async function run(
  statuses: readonly number[],
  parts: ClientOperation,
  options: ClientOptions & { readonly headers?: Record<string, string> } = {},
  input: unknown = { a: 1 },
  call?: IdempotentCallOptions,
  headers: Record<string, string> = {},
): Promise<{ status: unknown; keys: unknown[]; bodies: string[]; waits: number[] }> {
  const server = await serve((_, response, count) => json(response, statuses[count - 1] ?? 200, {}, headers))
  const environment = instant()
  const transport = createTransport(contract, {
    baseUrl: server.url,
    attempts: 4,
    timeout: endless,
    environment,
    ...options,
  })
  const given = parts.method === 'GET' ? {} : { body: input }
  const result = (await transport.call(parts, given, call).catch((error: unknown) => error)) as Partial<
    Result<number, unknown>
  >
  return {
    status: result.status ?? result,
    keys: server.received.map((request) => request.headers['idempotency-key']),
    bodies: server.received.map((request) => request.body.toString()),
    waits: environment.waits,
  }
}

describe('T114 a call is repeated', () => {
  test('when its method is safe', async () => {
    expect(await run([503, 429, 500, 200], operation())).toMatchObject({ status: 200, waits: [100, 200, 400] })
  })
  test('or it has a key, which stays the same over all attempts', async () => {
    const { status, keys, bodies } = await run([503, 504, 200], keyed)
    const key = '"00000000-0000-4000-8000-000000000001"'
    expect([status, keys, bodies]).toEqual([200, [key, key, key], ['{"a":1}', '{"a":1}', '{"a":1}']])
  })
  test('never without one of them', async () => {
    expect(await run([503], operation({ method: 'POST', body }))).toMatchObject({ status: 503, bodies: ['{"a":1}'] })
    expect((await run([503], operation({ method: 'DELETE', body }))).keys).toHaveLength(1)
  })
  test('never when its body is a stream that was read', async () => {
    const binary = { ...keyed, body: { required: true, content: [{ mediaType: 'x/y', kind: 'binary' }] } } as const
    // The answer itself, not the complaint of a second attempt.
    expect(await run([503], binary, {}, new Blob(['abc']).stream())).toMatchObject({
      status: 503,
      bodies: ['abc'],
      waits: [],
    })
    expect((await run([503, 200], binary, {}, new Blob(['abc']))).bodies).toEqual(['abc', 'abc'])
  })
  test('never for an answer that another attempt will not better', async () => {
    for (const status of [400, 401, 403, 404, 409, 422, 501]) expect((await run([status], keyed)).keys).toHaveLength(1)
  })
  test('while the same key is at work elsewhere, when the server says so', async () => {
    const { status, keys } = await run([409, 201], keyed, {}, {}, undefined, { 'retry-after': '1' })
    expect([status, keys.length]).toEqual([201, 2])
  })
  test('at most as often as the options or the contract say; the last answer counts', async () => {
    expect((await run([503, 503, 503, 503, 503], operation())).keys).toHaveLength(4)
    expect((await run([503, 503, 503], operation(), { attempts: 2 })).status).toBe(503)
    const declared = operation({ attempts: 2 })
    expect((await run([503, 503, 503], declared, { attempts: undefined })).keys).toHaveLength(2)
    expect((await run([503, 503], operation(), { attempts: undefined })).keys).toHaveLength(1)
  })
  test('when the connection breaks', async () => {
    const server = await serve((_, response, count) => (count === 1 ? response.destroy() : json(response, 200, {})))
    const transport = createTransport(contract, {
      baseUrl: server.url,
      attempts: 2,
      timeout: endless,
      environment: instant(),
    })
    await expect(transport.call(keyed, { body: {} }, undefined)).resolves.toMatchObject({ status: 200 })
    expect(new Set(server.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })
  test('also when it breaks in the middle of the body', async () => {
    const server = await serve((_, response, count) => {
      if (count > 1) {
        json(response, 200, { whole: true })
        return
      }
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{"half":', () => response.destroy())
    })
    const transport = createTransport(contract, {
      baseUrl: server.url,
      attempts: 2,
      timeout: endless,
      environment: instant(),
    })
    await expect(transport.call(operation(), {}, undefined)).resolves.toMatchObject({ body: { whole: true } })
  })
  test('nobody there: the cause is kept, its message is not shown', async () => {
    const transport = createTransport(contract, {
      baseUrl: await deadUrl(),
      attempts: 2,
      timeout: endless,
      environment: instant(),
    })
    await expect(transport.call(operation(), {}, undefined)).rejects.toMatchObject({
      name: 'ConnectionError',
      code: 'TK7121',
      message: 'the server could not be reached or broke off: doThing, TypeError, Error ECONNREFUSED (TK7121)',
      cause: expect.any(TypeError) as TypeError,
    })
  })
})

describe('the idempotency key', () => {
  test('may be given, and is quoted as RFC 9651 asks', async () => {
    expect((await run([200], keyed, {}, {}, { idempotencyKey: 'order-"1\\2"' })).keys).toEqual(['"order-\\"1\\\\2\\""'])
  })
  test('differs from call to call', async () => {
    const server = await serve((_, response) => json(response, 200, {}))
    const transport = createTransport(contract, { baseUrl: server.url })
    await transport.call(keyed, { body: {} }, undefined)
    await transport.call(keyed, { body: {} }, undefined)
    const keys = server.received.map(({ headers }) => headers['idempotency-key'])
    expect(keys[0]).toMatch(/^"[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}"$/)
    expect(keys[0]).not.toBe(keys[1])
  })
  test.each(['', ' ', 'a b', 'ä', 'a\r\nb', 'x'.repeat(256)])('T87 %j is refused', async (idempotencyKey) => {
    expect((await run([], keyed, {}, {}, { idempotencyKey })).status).toMatchObject({ code: 'TK7108' })
  })
  test("goes into the body where the contract wants it, without touching the caller's object", async () => {
    const inBody = operation({
      method: 'POST',
      body,
      idempotency: { mode: 'optional', key: { in: 'body', pointer: '/meta/request~1id' } },
    })
    const input = Object.freeze({ a: 1, meta: Object.freeze({ b: 2 }) })
    const { bodies, keys } = await run([503, 200], inBody, {}, input)
    const expected = '{"a":1,"meta":{"b":2,"request/id":"00000000-0000-4000-8000-000000000001"}}'
    expect([bodies, keys]).toEqual([
      [expected, expected],
      [undefined, undefined],
    ])
    expect((await run([503, 200], inBody, {}, { meta: { 'request/id': 'mine' } })).bodies).toHaveLength(2)
    expect((await run([200], inBody, {}, {})).bodies).toEqual([
      '{"meta":{"request/id":"00000000-0000-4000-8000-000000000001"}}',
    ])
    expect((await run([200], inBody, {}, ['a'])).status).toMatchObject({ code: 'TK7101' })
  })
  test('that the caller put into the declared header by hand stays as it is', async () => {
    const declared = {
      ...keyed,
      parameters: [{ name: 'idempotency-key', property: 'key', in: 'header', required: true }],
    } as const
    const server = await serve((_, response) => json(response, 200, {}))
    const transport = createTransport(contract, { baseUrl: server.url })
    await transport.call(declared, { body: {}, headers: { key: 'raw' } }, undefined)
    await transport.call(declared, { body: {} }, undefined)
    expect(server.received[0]?.headers['idempotency-key']).toBe('raw')
    expect(server.received[1]?.headers['idempotency-key']).toMatch(/^"[\da-f-]{36}"$/)
  })
  test('is not made where the operation declares none', async () => {
    expect((await run([200], operation({ method: 'POST', body }), {}, {}, { idempotencyKey: 'x' })).keys).toEqual([
      undefined,
    ])
  })
})

describe('T115 Retry-After', () => {
  const now = Date.UTC(2030, 0, 1)
  test.each([
    ['0', 0],
    ['2', 2000],
    ['30', 30_000],
    ['31', 30_000],
    ['99999999999999999999', 30_000],
    ['Tue, 01 Jan 2030 00:00:05 GMT', 5000],
    ['Tue, 01 Jan 2030 01:00:00 GMT', 30_000],
    ['Mon, 31 Dec 2029 00:00:00 GMT', 0],
    ['-5', undefined],
    ['NaN', undefined],
    ['1.5', undefined],
    ['1e9', undefined],
    ['', undefined],
    ['soon', undefined],
    ['Xyz, 99 Foo 2030 00:00:05 GMT', undefined],
    ['2030', 30_000],
    [null, undefined],
  ])('%j means %j', (header, expected) => {
    expect(retryAfter(header, now)).toBe(expected)
  })
  test('is what the client waits', async () => {
    const { waits } = await run([503, 503, 200], operation(), {}, undefined, undefined, { 'retry-after': '7' })
    expect(waits).toEqual([7000, 7000])
  })
})

describe('T116 the retry budget', () => {
  test('adds at most a fifth to the load, beyond a reserve of ten', async () => {
    const server = await serve((_, response) => json(response, 503, {}))
    const transport = createTransport(contract, {
      baseUrl: server.url,
      attempts: 3,
      timeout: endless,
      environment: instant(),
    })
    for (let call = 0; call < 100; call++) await transport.as('a').call(operation(), {}, undefined)
    expect(server.received.length).toBeGreaterThan(100)
    expect(server.received.length).toBeLessThanOrEqual(100 + 20 + 10)
  })
  test('recovers with calls, never beyond its reserve', () => {
    const row = createRow()
    const spend = (): boolean => {
      const may = canRetry(row, 0)
      if (may) spendRetry(row, 0, 0)
      return may
    }
    for (let call = 0; call < 1000; call++) earnRetry(row, 0, 0.2)
    let spent = 0
    while (spend()) spent += 1
    expect(spent).toBe(10)
    for (let call = 0; call < 6; call++) earnRetry(row, 0, 0.2)
    expect([spend(), spend()]).toEqual([true, false])
  })
})

test('full jitter: chance decides, up to a limit', async () => {
  const server = await serve((_, response) => json(response, 503, {}))
  const environment = { ...instant(), random: () => 0.999 }
  const transport = createTransport(contract, { baseUrl: server.url, attempts: 9, timeout: endless, environment })
  await transport.call(operation(), {}, undefined)
  expect(environment.waits.map(Math.round)).toEqual([200, 400, 799, 1598, 3197, 6394, 9990, 9990])
})
