import { describe, expect, it, vi } from 'vitest'
import type { Limits } from '../../../src/runtime/src/index.js'
import { type Answer, type App, acme, createApp, orderOf, type TestHandler } from '../support/app.js'
import { canSend } from '../support/transport.js'

const echo: TestHandler = ({ body, respond }) => {
  seen.push(body)
  return respond.created(orderOf('acme'), { location: '/o' })
}
const seen: unknown[] = []
const app = (options: Parameters<typeof createApp>[1] = {}): App =>
  createApp(
    {
      createOrder: echo,
      getOrder: ({ path, respond }) => respond.ok(orderOf('acme', path.orderId)),
      listOrders: ({ query }) => {
        seen.push(query)
        return { status: 200, body: { items: [] } }
      },
      putNote: ({ body, contentType }) => {
        seen.push(body)
        return { status: 200, body: contentType.split(';')[0], contentType: 'text/plain' }
      },
      uploadLines: async ({ body }) => {
        let count = 0
        for await (const line of body) {
          seen.push(line)
          count += 1
        }
        return { status: 200, body: { count } }
      },
      uploadFile: async ({ body }) => ({ status: 200, body: await body.bytes() }),
      getStatus: () => ({ status: 200, body: { state: 'up' } }),
    },
    options,
  )
const create = (
  body: unknown,
  contentType = 'application/json',
  options: Parameters<typeof createApp>[1] = {},
): Promise<Answer> =>
  app(options).call('/orders', {
    method: 'POST',
    as: acme,
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    headers: [
      ['Content-Type', contentType],
      ['Idempotency-Key', 'key-0123456789abcdef'],
    ],
  })
const errorsOf = ({ json }: Answer): unknown => (json as { errors: unknown }).errors

describe('routes', () => {
  it.runIf(canSend('a path that nobody else serves'))(
    '404 for what is not there, without asking who it is',
    async () => {
      const answer = await app().call('/nothing')
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
      expect(answer.headers.get('cache-control')).toBe('no-store')
    },
  )

  it('405 with what is allowed; OPTIONS says it too', async () => {
    const refused = await app().call('/orders', { method: 'DELETE' })
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, POST'])
    const options = await app().call('/orders', { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow'), options.text]).toEqual([204, 'GET, HEAD, OPTIONS, POST', ''])
  })

  it('HEAD is GET without its body', async () => {
    const get = await app().call('/orders/o1', { as: acme })
    const head = await app().call('/orders/o1', { method: 'HEAD', as: acme })
    expect([head.status, head.text]).toEqual([200, ''])
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(get.text)))
    expect(head.headers.get('content-type')).toBe('application/json')
  })

  it.each([
    '/orders/a%2Fb',
    '/orders/%5c',
    '/orders/a%00',
    '/orders/%ff',
    ...(canSend('dot segments') ? ['/orders/%2e%2e', '/orders/..', '/./orders', '//evil\\x'] : []),
  ])('T15 400 for a path that could be read otherwise: %s', async (target) => {
    expect((await app().call(target, { as: acme })).status).toBe(400)
  })

  it('414 for a target that is too long', async () => {
    expect((await app().call(`/orders?x=${'y'.repeat(8192)}`)).status).toBe(414)
  })

  it('takes the absolute form by its path', async () => {
    expect((await app().call('http://other.test/status')).status).toBe(200)
  })

  it('serves below a base path', async () => {
    const it = app({ basePath: '/api/v2' })
    expect((await it.call('/api/v2/status')).status).toBe(200)
    expect((await it.call('/status')).status).toBe(404)
  })
})

describe('content', () => {
  it('406 when no offer is acceptable', async () => {
    const accept = (value: string): Promise<Answer> =>
      app().call('/orders/o1', { as: acme, headers: [['Accept', value]] })
    expect((await accept('text/html')).status).toBe(406)
    expect((await accept('text/html, */*;q=0.1')).status).toBe(200)
    expect((await accept('application/json;q=0')).status).toBe(406)
  })

  it('gives the type that the caller likes best where the handler leaves it open', async () => {
    const it = createApp({ putNote: () => ({ status: 200, body: { text: 'x' } }) })
    const answer = await it.call('/note', {
      method: 'PUT',
      as: acme,
      body: 'x',
      headers: [
        ['Content-Type', 'text/plain'],
        ['Accept', 'application/json'],
      ],
    })
    expect([answer.status, answer.text]).toEqual([200, '{"text":"x"}'])
    expect(answer.headers.get('vary')).toBe('accept, authorization, x-api-key')
  })

  it('415 for a body of another type, charset or coding', async () => {
    const refused = await create('x', 'text/csv')
    expect([refused.status, refused.headers.get('accept')]).toEqual([415, 'application/json'])
    expect((await create({ sku: 'A' }, 'application/json; charset=utf-16')).status).toBe(415)
    expect((await create({ sku: 'A' }, 'application/json; charset=UTF-8')).status).toBe(201)
    const coded = await app().call('/note', {
      method: 'PUT',
      as: acme,
      body: 'x',
      headers: [
        ['Content-Type', 'text/plain'],
        ['Content-Encoding', 'gzip'],
      ],
    })
    expect(coded.status).toBe(415)
  })

  it('reads text, forms and multipart', async () => {
    seen.length = 0
    const put = (body: string, contentType: string): Promise<Answer> =>
      app().call('/note', { method: 'PUT', as: acme, body, headers: [['Content-Type', contentType]] })
    expect((await put('a note', 'text/plain')).text).toBe('text/plain')
    expect((await put('text=a%20note', 'application/x-www-form-urlencoded')).status).toBe(200)
    const multipart = [
      '--b',
      'Content-Disposition: form-data; name="text"',
      '',
      'a note',
      '--b',
      'Content-Disposition: form-data; name="file"; filename="../../etc/passwd"',
      'Content-Type: text/plain',
      '',
      'content',
      '--b--',
      '',
    ].join('\r\n')
    expect((await put(multipart, 'multipart/form-data; boundary=b')).status).toBe(200)
    const [text, form, parts] = seen as [string, unknown, { text: string; file: File }]
    expect([text, form, parts.text, parts.file.name]).toEqual(['a note', { text: 'a note' }, 'a note', 'passwd'])
    expect((await put('much too long a note to be kept', 'text/plain')).status).toBe(422)
  })
})

describe('limits', () => {
  const limited = (limits: Partial<Limits>): Parameters<typeof createApp>[1] => ({ limits })

  it('413 for a body that is too large, announced or not', async () => {
    expect((await create({ sku: 'x'.repeat(100) }, 'application/json', limited({ bodyBytes: 50 }))).status).toBe(413)
    const announced = await app().call('/note', {
      method: 'PUT',
      as: acme,
      body: 'x',
      headers: [
        ['Content-Type', 'text/plain'],
        ['Content-Length', '999999999999'],
      ],
    })
    expect(announced.status).toBe(413)
  })

  it('413 for an upload that turns out too large while it is read', async () => {
    const answer = await app(limited({ uploadBytes: 5 })).call('/files/a', {
      method: 'PUT',
      as: acme,
      body: new Uint8Array(6),
      headers: [['Content-Type', 'a/b']],
    })
    expect(answer.status).toBe(413)
  })

  it('431 for too many headers', async () => {
    const headers = Array.from({ length: 100 }, (_, index) => [`X-${index}`, ''] as const)
    expect((await app().call('/orders/o1', { as: acme, headers })).status).toBe(431)
    expect((await app(limited({ headerBytes: 500 })).call('/orders/o1', { as: acme })).status).toBe(200)
    const large = { as: acme, headers: [['X-Large', 'x'.repeat(500)]] } as const
    expect((await app(limited({ headerBytes: 500 })).call('/orders/o1', large)).status).toBe(431)
  })

  it('refuses too many headers before anybody is asked who it is', async () => {
    const authenticate = { authenticate: vi.fn() }
    const headers = Array.from({ length: 101 }, (_, index) => [`X-${index}`, ''] as const)
    expect((await app({ authenticate }).call('/orders/o1', { as: acme, headers })).status).toBe(431)
    expect(authenticate.authenticate).not.toHaveBeenCalled()
  })

  it('T119 400 for JSON that nests too deep, before it is built', async () => {
    const depth = 100_000
    const answer = await create(`{"sku":${'['.repeat(depth)}${']'.repeat(depth)}}`)
    expect([answer.status, errorsOf(answer)]).toEqual([
      400,
      [{ path: '/body', keyword: 'depth', expected: 'at most 256 levels' }],
    ])
    expect((await create(`{"sku":"${'['.repeat(300)}"}`)).status).toBe(422)
  })

  it('T119 400 for lists that are too long, before they are built', async () => {
    const few = limited({ jsonItems: 3 })
    const outcome = async (body: string, contentType?: string): Promise<unknown> => {
      const answer = await create(body, contentType, few)
      return [answer.status, (errorsOf(answer) as { keyword: string }[]).map(({ keyword }) => keyword)]
    }
    expect(await outcome('{"sku":[1,2,[3,4,5],{"a":",,,,"}]}')).toEqual([400, ['items']])
    expect(await outcome('{"sku":[1,2,3]}')).toEqual([422, ['type']])
    expect(await outcome('{"a":1,"b":2,"c":3,"d":4}')).toEqual([400, ['items']])
    expect(await outcome(`]]],]`)).toEqual([400, ['type']])
    const note = await app(few).call('/note', {
      method: 'PUT',
      as: acme,
      body: 'text=a&b&c&d',
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    })
    expect([note.status, errorsOf(note)]).toEqual([
      400,
      [{ path: '/body', keyword: 'items', expected: 'at most 3 pairs' }],
    ])
  })

  it('503 when a handler takes too long, its signal fires', async () => {
    let signal: AbortSignal | undefined
    const it = createApp({
      getOrder: (request) => {
        signal = request.signal
        return new Promise(() => undefined)
      },
    })
    const answer = it.call('/orders/o1', { as: acme })
    await vi.waitUntil(() => signal)
    it.clock.advance(30_000)
    expect([(await answer).status, signal?.aborted, signal?.reason.name]).toEqual([503, true, 'TimeoutError'])
    expect(it.audit.events[0]).toMatchObject({ event: 'handler-timed-out' })
  })

  it.runIf(canSend('an abort that still gets its answer'))('tells the handler when the caller has gone', async () => {
    const gone = new AbortController()
    const getOrder = vi.fn<TestHandler>(
      ({ signal, respond }) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(respond.ok(orderOf('acme'))))),
    )
    const answer = createApp({ getOrder }).call('/orders/o1', { as: acme, signal: gone.signal })
    await vi.waitUntil(() => getOrder.mock.calls.length > 0)
    gone.abort()
    expect((await answer).status).toBe(200)
  })

  it('T117 429 by the verified tenant, never by a header', async () => {
    const asked: unknown[] = []
    const rateLimit = {
      take(request: { tenant: string | undefined }) {
        asked.push(request)
        return request.tenant === 'acme' ? 1.2 : undefined
      },
    }
    const it = app({ rateLimit })
    const answer = await it.call('/orders/o1', { as: acme })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '2'])
    expect(
      (await it.call('/orders/o1', { as: { tenant_id: 'beta' }, headers: [['X-Tenant-Id', 'acme']] })).status,
    ).toBe(403)
    const request = expect.objectContaining({ method: 'GET', target: '/orders/o1' }) as unknown
    expect(asked).toEqual([{ operation: 'getOrder', tenant: 'acme', principal: 'ann', request }])
  })
})

describe('validation', () => {
  it('422 for what the schema does not describe: path, keyword, expectation', async () => {
    const answer = await create({ sku: 'far too long a sku', quantity: 'many', canary: 'canary' })
    expect([answer.status, errorsOf(answer)]).toEqual([
      422,
      [
        { path: '/body/sku', keyword: 'maxLength', expected: 'at most 10 characters' },
        { path: '/body/quantity', keyword: 'type', expected: 'integer' },
      ],
    ])
  })

  it('400 for what cannot be read', async () => {
    expect(errorsOf(await create('{"sku":'))).toEqual([{ path: '/body', keyword: 'type', expected: 'JSON' }])
    expect(errorsOf(await create(new Uint8Array([0x22, 0xff, 0x22])))).toEqual([
      { path: '/body', keyword: 'encoding', expected: 'UTF-8' },
    ])
    const missing = await app().call('/orders', {
      method: 'POST',
      as: acme,
      headers: [['Idempotency-Key', 'key-0123456789abcdef']],
    })
    expect([missing.status, errorsOf(missing)]).toEqual([
      400,
      [{ path: '/body', keyword: 'required', expected: 'a body' }],
    ])
  })

  it('parameters: 400 for another type, 422 for a value out of bounds', async () => {
    seen.length = 0
    const list = (query: string): Promise<Answer> => app().call(`/orders?${query}`, { as: acme })
    expect((await list('limit=10&state=open&unknown=1')).status).toBe(200)
    expect(seen).toEqual([{ limit: 10, state: 'open' }])
    const malformed = await list('limit=ten')
    expect([malformed.status, errorsOf(malformed)]).toEqual([
      400,
      [{ path: '/query/limit', keyword: 'type', expected: 'integer' }],
    ])
    const outside = await list('limit=101&state=lost')
    expect([outside.status, errorsOf(outside)]).toEqual([
      422,
      [
        { path: '/query/state', keyword: 'enum', expected: 'open, shipped' },
        { path: '/query/limit', keyword: 'maximum', expected: 'at most 100' },
      ],
    ])
    expect((await list('limit=1&limit=2')).status).toBe(400)
  })

  it('judges the items of a stream one by one', async () => {
    seen.length = 0
    const send = (lines: readonly unknown[]): Promise<Answer> =>
      app().call('/lines', {
        method: 'POST',
        as: acme,
        body: lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
        headers: [['Content-Type', 'application/x-ndjson']],
      })
    expect((await send([orderOf('acme'), orderOf('acme', 'o2')])).json).toEqual({ count: 2 })
    expect((await send([orderOf('acme'), { id: 1 }])).status).toBe(422)
    expect((await send([orderOf('acme'), '{'])).status).toBe(400)
    expect((await send([orderOf('acme'), orderOf('beta')])).status).toBe(403)
  })
})

describe('traces', () => {
  it('T47 repeats an id that is harmless and makes one of its own otherwise', async () => {
    const it = createApp({ getStatus: ({ traceId }) => ({ status: 200, body: { state: traceId } }) })
    const call = (headers: readonly (readonly [string, string])[]): Promise<Answer> => it.call('/status', { headers })
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
    expect((await call([['traceparent', `00-${trace}-00f067aa0ba902b7-01`]])).json).toEqual({ state: trace })
    for (const malformed of [
      `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
      `00-${trace}-0-01`,
      `ff-${trace}-00f067aa0ba902b7-01`,
      'x',
    ]) {
      const { state } = (await call([['traceparent', malformed]])).json as { state: string }
      expect(state).toMatch(/^[0-9a-f]{32}$/)
      expect(state).not.toBe(trace)
    }
    expect((await call([['X-Request-Id', 'abc-1']])).headers.get('x-request-id')).toBe('abc-1')
    expect((await call([['X-Request-Id', 'a b']])).headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('setup', () => {
  it('refuses what the contract cannot do without', () => {
    expect(() => createApp({}, { authenticate: undefined })).toThrow('`authenticate` is required')
    expect(() => createApp({}, { idempotency: undefined })).toThrow('`idempotency` is required')
    expect(() => createApp({}, { handlers: {} })).toThrow('there is no handler `listOrders`')
    expect(() => createApp({}, { basePath: 'api/' })).toThrow('`basePath`')
    expect(() => createApp({}, { limits: { bodyBytes: 0 } })).toThrow('`bodyBytes`')
  })
})
