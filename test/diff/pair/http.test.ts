/** How HTTP is paired: what is compared with what, and what is said of what has no partner. */
import { describe, expect, it } from 'vitest'
import { findingLines } from '../support/diff-texts.js'

const api = (paths: object, more: object = {}): string =>
  JSON.stringify({ openapi: '3.1.0', info: { title: 'Orders', version: '1' }, paths, ...more })
const done = { 204: { description: 'Done.' } }
const get = (parameters: unknown, responses: unknown = done): string =>
  api({ '/orders': { get: { operationId: 'listOrders', parameters, responses } } })
const answers = (responses: unknown): string => get([], responses)
const body = (schema: unknown, mediaType = 'application/json') => ({
  description: 'It.',
  content: { [mediaType]: { schema } },
})
const query = (schema: unknown, more: object = {}) => [{ name: 'a', in: 'query', schema, ...more }]
const webhook = (operation: object): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Orders', version: '1' },
    webhooks: { orderPlaced: { post: { operationId: 'orderPlaced', responses: done, ...operation } } },
  })

/** The level of the worst that is found. */
const worst = async (before: string, after: string) => (await findingLines(before, after))[0]?.split(' ')[0]

describe('operations', () => {
  it('are other ones with a slash at the end', async () => {
    const [before, after] = [
      api({ '/orders': { get: { operationId: 'a', responses: done } } }),
      api({ '/orders/': { get: { operationId: 'b', responses: done } } }),
    ]
    expect(await findingLines(before, after)).toEqual([
      'breaking operation-removed GET /orders: the operation was removed, and the whole path `/orders` with it',
      'info operation-added GET /orders/: the operation is new',
    ])
  })

  it('may be written out beside a path with a parameter', async () => {
    const byId = {
      get: {
        operationId: 'getUser',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: done,
      },
    }
    const me = { get: { operationId: 'getMe', responses: done } }
    expect(await findingLines(api({ '/users/{id}': byId }), api({ '/users/{id}': byId, '/users/me': me }))).toEqual([
      'info operation-added GET /users/me: the operation is new; `/users/{id}` answered its requests before',
    ])
  })

  it('that moved are compared with what they were, and their path is told once', async () => {
    const at = (path: string, limit: number): string =>
      api({
        [path]: {
          get: {
            operationId: 'getOrder',
            parameters: [
              ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
                name,
                in: 'path',
                required: true,
                schema: { type: 'string' },
              })),
              { name: 'limit', in: 'query', schema: { type: 'integer', maximum: limit } },
            ],
            responses: done,
          },
        },
      })
    expect(await findingLines(at('/orders/{id}', 10), at('/shops/{shop}/orders/{id}', 5))).toEqual([
      'breaking operation-moved GET /shops/{shop}/orders/{id}: `getOrder` moved from `GET /orders/{id}` to `GET /shops/{shop}/orders/{id}`',
      'breaking request-range-narrowed GET /shops/{shop}/orders/{id}: the query parameter `limit` is limited further: `maximum` went from 10 to 5',
    ])
  })

  it('are told once where they share a server that went', async () => {
    const servers = (...urls: string[]) => ({ servers: urls.map((url) => ({ url })) })
    const paths = {
      '/a': { get: { operationId: 'a', responses: done } },
      '/b': { get: { operationId: 'b', responses: done } },
    }
    expect(
      await findingLines(
        api(paths, servers('https://a.example.com/v1', 'http://localhost:8080/v1')),
        api(paths, servers('https://a.example.com/v2')),
      ),
    ).toEqual([
      'breaking server-removed: the server `https://a.example.com/v1` was removed',
      'info server-removed: the server `http://localhost:8080/v1` was removed',
      'info server-added: the server `https://a.example.com/v2` is new',
    ])
  })
})

describe('parameters', () => {
  it('take texts: a number may become a string, not the other way round', async () => {
    const [number, string] = [get(query({ type: 'integer' })), get(query({ type: 'string' }))]
    expect(await worst(number, string)).toBe('info')
    expect(await worst(string, number)).toBe('breaking')
    const digits = get(query({ type: 'string', pattern: '^-?[0-9]+$' }))
    expect(await worst(number, digits)).toBe('info')
    expect(await worst(number, get(query({ type: 'string', pattern: '^[0-9]+$' })))).toBe('breaking')
    expect(await worst(get(query({ enum: ['1', '2'] })), number)).toBe('info')
    expect(await worst(get(query({ type: 'boolean' })), get(query({ enum: ['true', 'false', 'maybe'] })))).toBe('info')
  })

  it('may become a list of the same where names are repeated', async () => {
    const list = { type: 'array', items: { type: 'string' } }
    const [single, repeated, commas] = [
      get(query({ type: 'string' })),
      get(query(list)),
      get(query(list, { explode: false })),
    ]
    expect(await worst(single, repeated)).toBe('info')
    expect(await worst(repeated, single)).toBe('breaking')
    expect(await worst(single, commas)).toBe('warning')
    expect(await findingLines(repeated, commas)).toEqual([
      'breaking parameter-style-changed GET /orders: the query parameter `a` is written differently: `GET /orders?a=a&a=b` before, `GET /orders?a=a,b` now',
    ])
  })

  it('are written into objects in several ways', async () => {
    const object = { type: 'object', properties: { b: { type: 'integer' } } }
    expect(await findingLines(get(query(object, { style: 'deepObject' })), get(query(object)))).toEqual([
      'breaking parameter-style-changed GET /orders: the query parameter `a` is written differently: `GET /orders?a[a]=1&a[b]=2` before, `GET /orders?a=1&b=2` now',
    ])
  })

  it('of a webhook are what readers get', async () => {
    const header = (required: boolean) =>
      webhook({ parameters: [{ name: 'X-Id', in: 'header', required, schema: { type: 'string' } }] })
    expect(await findingLines(header(false), header(true))).toEqual([
      'info parameter-became-required POST orderPlaced: the header parameter `X-Id` became required',
    ])
    expect(await findingLines(header(true), header(false))).toEqual([
      'breaking parameter-became-optional POST orderPlaced: the header parameter `X-Id` became optional',
    ])
    expect(await findingLines(header(true), webhook({}))).toEqual([
      'breaking parameter-removed POST orderPlaced: the header parameter `X-Id` was removed',
    ])
    expect(await findingLines(webhook({}), header(true))).toEqual([
      'info parameter-added POST orderPlaced: the required header parameter `X-Id` is new',
    ])
  })
})

describe('responses', () => {
  const problem = { type: 'object', required: ['code'], properties: { code: { type: 'string' } } }

  it('that a range stood for are compared with it', async () => {
    const range = answers({ ...done, '4XX': body(problem) })
    expect(await findingLines(range, answers({ ...done, '4XX': body(problem), 404: body(problem) }))).toEqual([
      'info response-added GET /orders: the response `404` is described by itself, not as part of `4XX` any more',
    ])
    const other = { type: 'object', properties: { title: { type: 'string' } } }
    const found = await findingLines(range, answers({ ...done, '4XX': body(problem), 404: body(other) }))
    expect(found.filter((line) => line.startsWith('breaking')).length).toBeGreaterThan(0)
  })

  it('that went into a range or `default` are still there', async () => {
    const single = answers({ ...done, 404: body(problem) })
    expect(await findingLines(single, answers({ ...done, default: body(problem) }))).toEqual([
      'info response-removed GET /orders: the response `404` is part of `default` now, not described by itself',
      'info response-added GET /orders: the response `default` is new',
    ])
  })

  it('that are only named keep the body of `default`', async () => {
    const all = answers({ ...done, default: body(problem) })
    const named = answers({ ...done, 404: { description: 'Not found.' }, default: body(problem) })
    expect(await findingLines(all, named)).toEqual([
      'info response-added GET /orders: the response `404` is described by itself, not as part of `default` any more',
    ])
  })

  it('of success are promises, errors are not, and `default` is no success beside one', async () => {
    expect(
      await findingLines(
        answers({ 200: { description: 'A.' }, 404: { description: 'B.' }, default: { description: 'C.' } }),
        answers({ 201: { description: 'A.' }, default: { description: 'C.' } }),
      ),
    ).toEqual([
      'breaking response-removed GET /orders: the response `200` was removed',
      'warning response-added GET /orders: the response `201` is new',
      'info response-removed GET /orders: the response `404` is part of `default` now, not described by itself',
    ])
    expect(
      await findingLines(answers({ '2XX': { description: 'A.' } }), answers({ 200: { description: 'A.' } })),
    ).toEqual([
      'info response-removed GET /orders: the response `2XX` was removed',
      'info response-added GET /orders: the response `200` is described by itself, not as part of `2XX` any more',
    ])
  })

  it('of a webhook are read by the API', async () => {
    const answered = (...statuses: readonly number[]) =>
      webhook({ responses: Object.fromEntries(statuses.map((status) => [status, { description: 'A.' }])) })
    expect(await findingLines(answered(200, 410), answered(200))).toEqual([
      'warning response-removed POST orderPlaced: the response `410` was removed',
    ])
    expect(await findingLines(answered(200), answered(200, 202))).toEqual([
      'info response-added POST orderPlaced: the response `202` is new',
    ])
  })
})

describe('bodies and headers of webhooks', () => {
  it('are sent by the API, so that a promise less breaks its readers', async () => {
    const told = (required: boolean) => webhook({ requestBody: { required, content: { 'application/json': {} } } })
    expect(await findingLines(told(true), told(false))).toEqual([
      'breaking body-became-optional POST orderPlaced: the body of the request became optional',
    ])
    expect(await findingLines(told(false), told(true))).toEqual([
      'info body-became-required POST orderPlaced: the body of the request became required',
    ])
    expect(await findingLines(told(true), webhook({}))).toEqual([
      'breaking body-removed POST orderPlaced: the body of the request was removed',
    ])
    expect(await findingLines(webhook({}), told(true))).toEqual([
      'info body-added POST orderPlaced: the request has a required body now',
    ])
  })

  it('are read by the API in answers, so that a demand more breaks those who answer', async () => {
    const answered = (headers: object) => webhook({ responses: { 204: { description: 'A.', headers } } })
    const header = (required: boolean) => ({ 'X-Id': { required, schema: { type: 'string' } } })
    expect(await findingLines(answered({}), answered(header(true)))).toEqual([
      'breaking consumed-header-added POST orderPlaced: the required header `X-Id` is new in the response 204',
    ])
    expect(await findingLines(answered(header(false)), answered(header(true)))).toEqual([
      'breaking consumed-header-became-required POST orderPlaced: the header `X-Id` of the response 204 became required',
    ])
    expect(await findingLines(answered(header(true)), answered(header(false)))).toEqual([
      'info consumed-header-became-optional POST orderPlaced: the header `X-Id` of the response 204 became optional',
    ])
    expect(await findingLines(answered(header(true)), answered({}))).toEqual([
      'warning consumed-header-removed POST orderPlaced: the required header `X-Id` was removed from the response 204',
    ])
  })
})

describe('media types', () => {
  const schema = { type: 'object' }
  const taken = (...types: readonly string[]) =>
    api({
      '/orders': {
        post: {
          operationId: 'createOrder',
          requestBody: { content: Object.fromEntries(types.map((type) => [type, { schema }])) },
          responses: done,
        },
      },
    })
  const sent = (...types: readonly string[]) =>
    answers({ 200: { description: 'A.', content: Object.fromEntries(types.map((type) => [type, { schema }])) } })
  const told = (...types: readonly string[]) =>
    webhook({ requestBody: { content: Object.fromEntries(types.map((type) => [type, { schema }])) } })
  const levels = async (before: string, after: string) =>
    (await findingLines(before, after)).map((line) => line.split(' ').slice(0, 2).join(' '))

  it.each<[string, readonly string[], readonly string[], readonly string[], readonly string[], readonly string[]]>([
    [
      'a range in place of a type',
      ['application/json'],
      ['application/*'],
      ['info request-media-type-replaced'],
      ['breaking response-media-type-replaced'],
      ['breaking published-media-type-replaced'],
    ],
    [
      'a type in place of a range',
      ['application/*'],
      ['application/json'],
      ['breaking request-media-type-replaced'],
      ['info response-media-type-replaced'],
      ['info published-media-type-replaced'],
    ],
    [
      'another name of the same syntax',
      ['application/json'],
      ['application/vnd.acme.order+json'],
      ['breaking request-media-type-replaced'],
      ['warning response-media-type-replaced'],
      ['warning published-media-type-replaced'],
    ],
    [
      'one more',
      ['application/json'],
      ['application/json', 'application/xml'],
      ['info request-media-type-added'],
      ['info response-media-type-added'],
      ['breaking published-media-type-added'],
    ],
    [
      'one less',
      ['application/json', 'application/xml'],
      ['application/json'],
      ['breaking request-media-type-removed'],
      ['breaking response-media-type-removed'],
      ['info published-media-type-removed'],
    ],
    [
      'a type that a range covers anyway',
      ['*/*'],
      ['*/*', 'application/json'],
      ['info request-media-type-added'],
      ['info response-media-type-added'],
      ['info published-media-type-added'],
    ],
    [
      'another version in a parameter',
      ['application/vnd.acme;v=1'],
      ['application/vnd.acme;v=2'],
      ['breaking request-media-type-removed', 'info request-media-type-added'],
      ['breaking response-media-type-removed', 'info response-media-type-added'],
      ['breaking published-media-type-added', 'info published-media-type-removed'],
    ],
  ])('%s', async (_name, before, after, ofRequest, ofResponse, ofWebhook) => {
    expect(await levels(taken(...before), taken(...after))).toEqual(ofRequest)
    expect(await levels(sent(...before), sent(...after))).toEqual(ofResponse)
    expect(await levels(told(...before), told(...after))).toEqual(ofWebhook)
  })
})

describe('security', () => {
  const schemes = {
    key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    login: {
      type: 'oauth2',
      flows: { clientCredentials: { tokenUrl: 'https://a.example.com/', scopes: { read: '', write: '' } } },
    },
  }
  const secured = (security: unknown, more: object = {}) =>
    api(
      {
        '/a': { get: { operationId: 'a', responses: done } },
        '/b': { get: { operationId: 'b', responses: done } },
      },
      { security, components: { securitySchemes: { ...schemes, ...more } } },
    )

  it('of all operations is told once', async () => {
    expect(await findingLines(secured([{ key: [] }]), secured([{ key: [], login: ['read'] }]))).toEqual([
      'breaking security-tightened GET /a: `key` was enough, now `key` and `login` (`read`) is needed',
    ])
    expect(await findingLines(secured([]), secured([{ key: [] }]))).toEqual([
      'breaking security-required GET /a: calls without credentials were accepted, now `key` is needed',
    ])
    expect(await findingLines(secured([{ key: [] }]), secured([{ key: [] }, {}]))).toEqual([
      'breaking security-dropped GET /a: `key` was needed, now calls without credentials are accepted',
    ])
  })

  it('accepts what asks for less, and says so', async () => {
    expect(
      await findingLines(secured([{ key: [], login: ['read'] }]), secured([{ login: ['read'] }, { key: [] }])),
    ).toEqual([
      'warning security-loosened GET /a: `login` (`read`) is enough now, `key` and `login` (`read`) was needed',
      'warning security-loosened GET /a: `key` is enough now, `key` and `login` (`read`) was needed',
    ])
  })

  it('tells of a scheme that changed once, and not of its operations', async () => {
    const query = { key: { type: 'apiKey', in: 'query', name: 'key' } }
    expect(await findingLines(secured([{ key: [] }]), secured([{ key: [] }], query))).toEqual([
      'breaking scheme-changed: the security scheme `key` wants the query parameter `key` instead of the header `X-Key`',
    ])
  })
})
