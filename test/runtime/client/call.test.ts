import { describe, expect, test } from 'vitest'
import { createTransport, type Result, unwrap, type WireParameter } from '../../../src/runtime/src/gen1/index.js'
import { anyJson, contract, json, operation, serve } from './support.js'

type Any = Result<number, unknown, Record<string, unknown>>

describe('a request', () => {
  test('has every parameter in its place and style', async () => {
    const server = await serve((_, response) => json(response, 200, {}))
    const parameters: WireParameter[] = [
      { name: 'order-id', property: 'orderId', in: 'path' },
      { name: 'ids', in: 'path', style: 'matrix', explode: true, shape: { kind: 'array', items: ['integer'] } },
      { name: 'state', in: 'query', shape: { kind: 'array', items: ['string'] } },
      { name: 'csv', in: 'query', explode: false, shape: { kind: 'array', items: ['string'] } },
      { name: 'pipe', in: 'query', style: 'pipeDelimited', shape: { kind: 'array', items: ['string'] } },
      { name: 'placed', in: 'query', style: 'deepObject', shape: { kind: 'object', properties: {} } },
      { name: 'If-Match', property: 'ifMatch', in: 'header' },
      { name: 'X-Tags', property: 'tags', in: 'header', shape: { kind: 'array', items: ['string'] } },
      { name: 'session', in: 'cookie' },
      { name: 'theme', in: 'cookie' },
    ]
    const transport = createTransport(contract, {
      baseUrl: `${server.url}/v1/`,
      headers: { 'X-App': 'shop', 'If-Match': 'no' },
    })
    const input = {
      path: { orderId: 'a/b ü', ids: [1, 2] },
      query: { state: ['open', 'a&b'], csv: ['a,b', 'c'], pipe: ['x', 'y'], placed: { from: '2024-01-01' } },
      headers: { ifMatch: 'W/"1"', tags: ['a', 'b'] },
      cookies: { session: 's;1', theme: 'dark' },
    }
    await transport.call(operation({ path: '/orders/{order-id}{ids}', parameters }), input, {
      headers: { 'x-call': '1' },
    })
    const [request] = server.received
    expect(request?.method).toBe('GET')
    expect(request?.url).toBe(
      '/v1/orders/a%2Fb%20%C3%BC;ids=1;ids=2?state=open&state=a%26b&csv=a%2Cb,c&pipe=x%7Cy&placed%5Bfrom%5D=2024-01-01',
    )
    expect(request?.headers).toMatchObject({
      'if-match': 'W/"1"',
      'x-tags': 'a,b',
      'x-app': 'shop',
      'x-call': '1',
      cookie: 'session=s%3B1; theme=dark',
      accept: 'application/json, application/problem+json',
    })
    expect(request?.headers).not.toHaveProperty('authorization')
    expect(request?.headers).not.toHaveProperty('x-tenant-id')
    expect(request?.headers).not.toHaveProperty('idempotency-key')
  })

  test('asks for what the contract declares; the caller may choose among it', async () => {
    const server = await serve((_, response) => json(response, 200, {}))
    const transport = createTransport(contract, { baseUrl: server.url })
    const content = [
      ...anyJson,
      { mediaType: 'text/csv', kind: 'text' },
      { mediaType: 'x/y\r\nz', kind: 'text' },
    ] as const
    const many = operation({ responses: [{ status: '200', content }] })
    await transport.call(many, {}, undefined)
    await transport.call(many, undefined, { headers: { Accept: 'text/csv' } })
    await transport.call(operation({ responses: [{ status: '200', content: [] }] }), {}, undefined)
    expect(server.received.map(({ headers }) => headers.accept)).toEqual([
      'application/json, text/csv, application/problem+json',
      'text/csv',
      '*/*',
    ])
  })

  const refusals: readonly (readonly [
    string,
    string,
    Parameters<ReturnType<typeof createTransport>['call']>[1],
    WireParameter[],
  ])[] = [
    ['T11 a header of two lines', 'TK7105', { headers: { h: 'a\r\nX-Admin: 1' } }, [{ name: 'h', in: 'header' }]],
    [
      'T11 a header name from the contract',
      'TK7105',
      { headers: { h: 'a' } },
      [{ name: 'a b', property: 'h', in: 'header' }],
    ],
    ['T15 a dot segment', 'TK7106', { path: { p: '..' } }, [{ name: 'p', in: 'path' }]],
    ['an empty segment', 'TK7102', { path: { p: '' } }, [{ name: 'p', in: 'path' }]],
    ['a value that is missing', 'TK7102', { path: { p: 'x' } }, [{ name: 'q', in: 'query', required: true }]],
    ['a number that is none', 'TK7101', { path: { p: 'x' }, query: { q: Number.NaN } }, [{ name: 'q', in: 'query' }]],
  ]
  test.each(refusals)('%s is refused before it is sent', async (_, code, input, parameters) => {
    const server = await serve((_, response) => json(response, 200, {}))
    const path = parameters.some((each) => each.in === 'path') ? '/x/{p}/y' : '/x'
    const call = createTransport(contract, { baseUrl: server.url }).call(
      operation({ path, parameters }),
      input,
      undefined,
    )
    await expect(call).rejects.toMatchObject({ name: 'RequestError', code })
    expect(server.received).toEqual([])
  })

  test.each<[Record<string, string>, string]>([
    [{ 'X-A': 'a\nb' }, 'TK7105'],
    [{ 'X A': 'a' }, 'TK7105'],
  ])('T11 options %j are refused, too', async (headers, code) => {
    const transport = createTransport(contract, { baseUrl: 'http://127.0.0.1:1' })
    await expect(transport.call(operation(), {}, { headers })).rejects.toMatchObject({ code })
  })

  test('fetch takes no body for GET, and no TRACE', async () => {
    const transport = createTransport(contract, { baseUrl: 'http://127.0.0.1:1' })
    const body = { required: true, content: anyJson }
    await expect(transport.call(operation({ body }), { body: {} }, undefined)).rejects.toMatchObject({ code: 'TK7110' })
    await expect(transport.call(operation({ method: 'TRACE' }), {}, undefined)).rejects.toMatchObject({
      code: 'TK7110',
    })
  })
})

describe('where it goes', () => {
  test('the option wins over the operation, the operation over the contract', async () => {
    const [a, b] = [
      await serve((_, response) => json(response, 200, 'a')),
      await serve((_, response) => json(response, 200, 'b')),
    ]
    const withServer = { ...contract, baseUrl: a.url }
    const own = operation({ baseUrl: `${b.url}/own` })
    expect(await createTransport(withServer).call(operation(), {}, undefined)).toMatchObject({ body: 'a' })
    expect(await createTransport(withServer).call(own, {}, undefined)).toMatchObject({ body: 'b' })
    expect(await createTransport(withServer, { baseUrl: new URL(a.url) }).call(own, {}, undefined)).toMatchObject({
      body: 'a',
    })
    expect(b.received.map(({ url }) => url)).toEqual(['/own/things'])
  })
  test.each([[undefined], ['/relative'], ['ftp://example.com'], ['https://user:secret@example.com'], ['nonsense']])(
    'refuses %s',
    async (baseUrl) => {
      const call = createTransport(contract, { baseUrl }).call(operation(), {}, undefined)
      await expect(call).rejects.toMatchObject({
        code: 'TK7107',
        message: expect.not.stringContaining('secret') as string,
      })
    },
  )
  test('a path template without its slash gets one', async () => {
    const server = await serve((_, response) => json(response, 200, {}))
    await createTransport(contract, { baseUrl: `${server.url}/v1` }).call(operation({ path: 'x' }), {}, undefined)
    expect(server.received[0]?.url).toBe('/v1/x')
  })
  test('a query in the path template stays in front', async () => {
    const server = await serve((_, response) => json(response, 200, {}))
    const parameters: WireParameter[] = [{ name: 'b', in: 'query' }]
    await createTransport(contract, { baseUrl: server.url }).call(
      operation({ path: '/x?a=1', parameters }),
      { query: { b: 2 } },
      undefined,
    )
    expect(server.received[0]?.url).toBe('/x?a=1&b=2')
  })
})

describe('an answer', () => {
  const responses = [
    {
      status: '200',
      content: anyJson,
      headers: [
        { name: 'location' },
        { name: 'x-rate-limit', property: 'xRateLimit', shape: { kind: 'scalar', types: ['integer'] } },
        { name: 'x-tags', property: 'xTags', shape: { kind: 'array', items: ['string'] } },
        { name: 'set-cookie', property: 'setCookie', shape: { kind: 'array', items: ['string'] } },
        { name: 'x-missing', property: 'xMissing', required: true },
      ],
    },
    { status: '204', content: [] },
    { status: '404', content: anyJson },
    { status: '4XX', content: anyJson },
    { status: 'default', content: anyJson },
  ] as const

  async function answer(
    status: number,
    body: string | undefined,
    headers: Record<string, string | string[]> = {},
  ): Promise<Any> {
    const server = await serve((_, response) => response.writeHead(status, headers).end(body))
    const transport = createTransport(contract, { baseUrl: server.url })
    return (await transport.call(operation({ responses }), {}, undefined)) as Any
  }
  const type = { 'content-type': 'application/json; charset=utf-8' }

  test('has status, body, declared headers by property, and the rest', async () => {
    const result = await answer(200, '{"a":"ü"}', {
      ...type,
      location: '/x',
      'x-rate-limit': '7',
      'x-tags': 'a, b',
      'set-cookie': ['a=1', 'b=2'],
      'x-other': '1',
    })
    expect(result).toMatchObject({ status: 200, body: { a: 'ü' }, contentType: 'application/json' })
    expect(result.headers).toEqual({ location: '/x', xRateLimit: 7, xTags: ['a', 'b'], setCookie: ['a=1', 'b=2'] })
    expect(result.response).toMatchObject({ ok: true, operation: 'doThing', status: 200 })
    expect(result.response.headers.get('x-other')).toBe('1')
    expect(result.response.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/things$/)
  })
  test('may be empty where it must be', async () => {
    expect(await answer(204, undefined)).toMatchObject({ status: 204, body: undefined, contentType: undefined })
    const server = await serve((_, response) => response.writeHead(200, type).end())
    const head = await createTransport(contract, { baseUrl: server.url }).call(
      operation({ method: 'HEAD' }),
      {},
      undefined,
    )
    expect(head).toMatchObject({ status: 200, body: undefined })
  })
  test('is found by number, by class, by default', async () => {
    expect(await answer(404, '1', type)).toMatchObject({ status: 404, response: { ok: false } })
    expect(await answer(410, '2', type)).toMatchObject({ status: 410, body: 2 })
    expect(await answer(503, '3', type)).toMatchObject({ status: 503, body: 3 })
  })
  test('without a content type is what the contract says', async () => {
    expect(await answer(200, '[]')).toMatchObject({ body: [] })
  })
  test('of several media types is told apart', async () => {
    const content = [...anyJson, { mediaType: 'text/*', kind: 'text' }] as const
    const server = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/csv; header=present' }).end('a,b'),
    )
    const transport = createTransport(contract, { baseUrl: server.url })
    const result = await transport.call(operation({ responses: [{ status: '200', content }] }), {}, undefined)
    expect(result).toMatchObject({ body: 'a,b', contentType: 'text/csv' })
  })
  test('unwraps to its body, or throws with status and problem', async () => {
    expect(unwrap(await answer(200, '{"a":1}', type))).toEqual({ a: 1 })
    const failed = await answer(404, '{"title":"gone","detail":"secret-detail"}', type)
    expect(() => unwrap(failed)).toThrow(
      expect.objectContaining({
        name: 'ResponseError',
        code: 'TK7131',
        status: 404,
        problem: { title: 'gone', detail: 'secret-detail' },
        message: 'the answer is no success: doThing answered 404 (TK7131)',
      }),
    )
  })
  test('an error whose body is no problem has none', async () => {
    const failed = await answer(404, '"gone"', type)
    expect(() => unwrap(failed)).toThrow(expect.objectContaining({ status: 404, problem: undefined }))
  })
  test('a success that only `default` covers is none beside a declared one', async () => {
    const other = await answer(202, '{"title":"?"}', type)
    expect(other.response.ok).toBe(false)
    const server = await serve((_, response) => json(response, 201, { a: 1 }))
    const onlyDefault = operation({ responses: [{ status: 'default', content: anyJson }] })
    const result = (await createTransport(contract, { baseUrl: server.url }).call(onlyDefault, {}, undefined)) as Any
    expect(unwrap(result)).toEqual({ a: 1 })
  })
})
