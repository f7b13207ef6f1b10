import { describe, expect, it } from 'vitest'
import { isProblem, ServerRefusedError } from '../../src/runtime/src/index.js'
import { exchange, headers } from './support/exchange.js'
import { ways } from './support/serve.js'

/** What a generated server answers is what the generated client's caller gets: statuses, headers, media types, problems. */
describe.each(ways)('answers over %s', async (way) => {
  const { client, url, fetch, seen } = await exchange(way)

  it('a status by itself, of a range and by default, each with its body', async () => {
    const answers = await Promise.all([200, 202, 404, 418, 503].map((code) => client.answerStatus({ path: { code } })))
    expect(answers.map(({ status, body, contentType, response }) => [status, body, contentType, response.ok])).toEqual([
      [200, { text: 'exact' }, 'application/json', true],
      [202, { class: 'success' }, 'application/json', true],
      [404, undefined, undefined, false],
      [418, { title: 'Teapot' }, 'application/problem+json', false],
      [503, 'later', 'text/plain', false],
    ])
  })

  it('narrows by status alone', async () => {
    const answer = await client.answerStatus({ path: { code: 200 } })
    switch (answer.status) {
      case 200:
        expect(answer.body.text satisfies string).toBe('exact')
        break
      case 404:
        answer.body satisfies undefined
        expect.unreachable()
        break
      case 202:
        answer.body.class satisfies 'success'
        expect.unreachable()
        break
      default:
        expect.unreachable()
    }
  })

  it('headers of every shape', async () => {
    const { headers: received } = await client.answerHeaders()
    expect(received).toEqual(headers)
  })

  it('only the headers that came', async () => {
    expect((await client.answerHeaders({ query: { sparse: true } })).headers).toEqual({ xCount: -3 })
  })

  it('the media type that the caller asks for, or the one that the handler chose', async () => {
    const { contentType, body } = await client.answerNegotiated()
    expect([contentType, body]).toEqual(['text/csv', 'text,size\r\n'])
    const json = await client.postSeveral({ body: { text: 'a' } }, { headers: { accept: 'application/json;q=0.5' } })
    expect(json.contentType).toBe('application/json')
  })

  it('HEAD and OPTIONS: headers and no body', async () => {
    const head = await client.headThing()
    expect([head.status, head.body, head.headers]).toEqual([200, undefined, { xSize: 12 }])
    const options = await client.optionsThing()
    expect([options.status, options.body, options.headers]).toEqual([204, undefined, { allow: ['GET', 'HEAD'] }])
  })

  it('no content', async () => {
    const { status, body, contentType } = await client.deleteThing()
    expect([status, body, contentType]).toEqual([204, undefined, undefined])
  })

  it('a declared problem of the handler and of the server itself, both typed', async () => {
    const soldOut = await client.postDeclared({ body: { sku: 'A-9' } })
    expect(soldOut).toMatchObject({ status: 409, body: { title: 'Sold out', hint: 'Try A-1.' } })
    const refused = await client.postDeclared({ body: { sku: 'secret' } })
    expect(refused).toMatchObject({ status: 422, contentType: 'application/problem+json', response: { ok: false } })
    expect(refused.status === 422 && refused.body.title).toBe('the request is not what the contract describes')
    expect(JSON.stringify(refused.body)).not.toContain('secret')
  })

  const strict = { path: '/strict', method: 'POST', headers: { 'content-type': 'application/json' } }
  const long = JSON.stringify({ sku: 'x'.repeat(200_000) })
  it.each([
    ['an unknown path', { path: '/nowhere' }, 404, {}],
    ['an undeclared method', { path: '/strict', method: 'PUT' }, 405, { allow: 'OPTIONS, POST' }],
    ['an unacceptable answer', { path: '/thing', headers: { accept: 'image/png' } }, 406, {}],
    ['a body that is no JSON', { ...strict, body: '{"sku": secret' }, 400, {}],
    ['a missing body', strict, 400, {}],
    ['a parameter that is no number', { ...strict, path: '/strict?limit=secret', body: '{"sku":"A-1"}' }, 400, {}],
    ['a parameter out of range', { ...strict, path: '/strict?limit=99', body: '{"sku":"A-1"}' }, 422, {}],
    ['a body that the schema refuses', { ...strict, body: '{"sku":"secret","secret":1}' }, 422, {}],
    ['a body of another type', { ...strict, headers: { 'content-type': 'text/plain' }, body: 'secret' }, 415, {}],
    ['a body that is too large', { ...strict, body: long }, 413, {}],
  ] as const)('%s is a problem that says why and echoes nothing', async (_, { path, ...init }, status, expected) => {
    const response = await fetch(`${url}${path}`, init)
    const problem: unknown = await response.json()
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect([response.status, isProblem(problem), problem]).toMatchObject([status, true, { status }])
    expect(JSON.stringify(problem)).not.toMatch(/secret|xxx/)
    for (const [name, value] of Object.entries(expected)) expect(response.headers.get(name)).toBe(value)
  })

  it.each([
    [400, 'body', 'request-malformed'],
    [422, 'value', 'request-invalid'],
    [413, 'size', 'body-too-large'],
  ] as const)('an undeclared %i is a typed error', async (status, what, reason) => {
    const sku = { body: 'A-1', value: 'secret', size: 'x'.repeat(200_000) }[what]
    const limit = what === 'body' ? ('x' as unknown as number) : 1
    const failure: unknown = await client
      .postStrict({ query: { limit }, body: { sku } })
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ServerRefusedError)
    expect(failure).toMatchObject({ code: 'TK7137', status, operation: 'postStrict', refusal: { status, reason } })
  })

  it('a caller who sends another method or type than declared learns it from the error', async () => {
    const headersOf = { accept: 'image/png' }
    await expect(client.getThing({ headers: headersOf })).rejects.toMatchObject({ code: 'TK7137', status: 406 })
    await expect(
      client.postStrict({ body: { sku: 'A-1' } }, { headers: { 'content-encoding': 'gzip' } }),
    ).rejects.toMatchObject({ status: 415 })
    expect(seen).not.toContain('secret')
  })
})
