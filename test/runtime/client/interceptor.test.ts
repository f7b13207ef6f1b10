import { expect, test } from 'vitest'
import { createTransport, type Interceptor } from '../../../src/runtime/src/gen1/index.js'
import { contract, instant, json, operation, serve } from './support.js'

test('interceptors stand around each attempt, the first outermost', async () => {
  const server = await serve((_, response, count) => json(response, count === 1 ? 503 : 200, {}))
  const seen: string[] = []
  const named =
    (name: string): Interceptor =>
    async (request, next, { attempt, operation: id, tenant }) => {
      seen.push(`${name}> ${id} ${tenant} ${attempt}`)
      request.headers.set(`x-${name}`, '1')
      const response = await next(request)
      seen.push(`<${name} ${response.status}`)
      return response
    }
  const options = {
    baseUrl: server.url,
    tenant: 'acme',
    attempts: 2,
    timeout: Number.POSITIVE_INFINITY,
    environment: instant(),
    interceptors: [named('a'), named('b')],
  }
  await createTransport(contract, options).call(operation({ scope: 'tenant' }), {}, undefined)
  const round = (attempt: number, status: number): string[] => [
    `a> doThing acme ${attempt}`,
    `b> doThing acme ${attempt}`,
    `<b ${status}`,
    `<a ${status}`,
  ]
  expect(seen).toEqual([...round(1, 503), ...round(2, 200)])
  expect(server.received[1]?.headers).toMatchObject({ 'x-a': '1', 'x-b': '1' })
})

test('an interceptor may answer by itself, or refuse with an error of its own', async () => {
  const answering: Interceptor = async () => Response.json({ cached: true })
  const options = { baseUrl: 'http://127.0.0.1:1' }
  await expect(
    createTransport(contract, { ...options, interceptors: [answering] }).call(operation(), {}, undefined),
  ).resolves.toMatchObject({
    body: { cached: true },
    response: { url: 'http://127.0.0.1:1/things' },
  })
  const refusal = new RangeError('circuit open')
  const refusing: Interceptor = () => Promise.reject(refusal)
  const transport = createTransport(contract, { ...options, attempts: 3, interceptors: [refusing] })
  await expect(transport.call(operation(), {}, undefined)).rejects.toBe(refusal)
})

test('a `fetch` that fails with something odd is a failed connection', async () => {
  const fetch = (): Promise<Response> => Promise.reject(new DOMException('s3cret', 'DataError'))
  const odd = createTransport(contract, { baseUrl: 'http://example.test', fetch }).call(operation(), {}, undefined)
  await expect(odd).rejects.toMatchObject({ code: 'TK7121', message: expect.not.stringContaining('s3cret') as string })
})

test('T47 a traceparent is sent when it is one', async () => {
  const server = await serve((_, response) => json(response, 200, {}))
  const good = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`
  const given = [
    good,
    undefined,
    `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`,
    `${good}\r\nX-Admin: 1`,
    good.toUpperCase(),
  ]
  for (const traceparent of given) {
    await createTransport(contract, { baseUrl: server.url, traceparent: () => traceparent }).call(
      operation(),
      {},
      undefined,
    )
  }
  expect(server.received.map(({ headers }) => headers['traceparent'])).toEqual([
    good,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a `fetch` of the caller is used', async () => {
  const urls: string[] = []
  const fetch = async (input: string | URL | Request): Promise<Response> => {
    urls.push((input as Request).url)
    return Response.json({})
  }
  await createTransport(contract, { baseUrl: 'http://example.test', fetch }).call(operation(), {}, undefined)
  expect(urls).toEqual(['http://example.test/things'])
})
