import { describe, expect, test } from 'vitest'
import { linkTarget } from '../../../src/runtime/src/client/link-header.js'
import {
  createTransport,
  type Pagination,
  paged,
  type Result,
  type WireParameter,
} from '../../../src/runtime/src/gen1/index.js'
import { anyJson, contract, json, operation, type Received, serve, type TestServer } from './support.js'

type Item = { readonly id: number }
type Input = {
  readonly query?: { readonly state?: string; readonly limit?: number } | undefined
  readonly path?: object
}

const integer = { kind: 'scalar', types: ['integer'] } as const
const parameters: WireParameter[] = [
  { name: 'state', in: 'query' },
  { name: 'cursor', in: 'query' },
  { name: 'page', in: 'query', shape: integer },
  { name: 'offset', in: 'query', shape: integer },
]

function list(server: TestServer, pagination: Pagination, parts: object = {}) {
  const transport = createTransport(contract, { baseUrl: server.url, tenant: 'acme' })
  return paged<Input | undefined, Result<200, { items: Item[] }>, Item>(
    transport,
    operation({ parameters, pagination, ...parts }),
  )
}

async function ids(items: AsyncIterable<Item>): Promise<number[]> {
  const found: number[] = []
  for await (const { id } of items) found.push(id)
  return found
}
const items = (...numbers: number[]): Item[] => numbers.map((id) => ({ id }))
const query = ({ url }: Received): URLSearchParams => new URL(url, 'http://x').searchParams

describe('cursor', () => {
  const byCursor: Pagination = { kind: 'cursor', parameter: 'cursor', next: '/page/next', items: '/items' }
  test('walks page by page, the rest of the input unchanged', async () => {
    const pages: Record<string, unknown> = {
      '': { items: items(1, 2), page: { next: 'b' } },
      b: { items: items(), page: { next: 'c' } },
      c: { items: items(3), page: { next: null } },
    }
    const server = await serve((request, response) => json(response, 200, pages[query(request).get('cursor') ?? '']))
    expect(await ids(list(server, byCursor).all({ query: { state: 'open' } }))).toEqual([1, 2, 3])
    expect(server.received.map(({ url }) => url)).toEqual([
      '/things?state=open',
      '/things?state=open&cursor=b',
      '/things?state=open&cursor=c',
    ])
  })
  test('fetches no page before it is reached', async () => {
    const server = await serve((_, response) => json(response, 200, { items: items(1, 2), page: { next: 'x' } }))
    for await (const { id } of list(server, byCursor).all()) if (id === 2) break
    expect(server.received).toHaveLength(1)
  })
  test('ends where `more` says so, or the cursor is empty', async () => {
    const server = await serve((_, response) =>
      json(response, 200, { items: items(1), page: { next: 'x' }, has_more: false }),
    )
    expect(await ids(list(server, { ...byCursor, more: '/has_more' }).all())).toEqual([1])
    const empty = await serve((_, response) => json(response, 200, { items: items(1), page: { next: '' } }))
    expect(await ids(list(empty, byCursor).all())).toEqual([1])
  })
  test('a cursor that comes again is an error, not a loop', async () => {
    const server = await serve((_, response, count) =>
      json(response, 200, { items: items(count), page: { next: `${count % 2}` } }),
    )
    await expect(ids(list(server, byCursor).all())).rejects.toMatchObject({ code: 'TK7136', reason: 'pages-repeat' })
    expect(server.received).toHaveLength(3)
  })
  test('an answer that is no success is thrown', async () => {
    const server = await serve((_, response, count) =>
      count === 1
        ? json(response, 200, { items: items(1), page: { next: 'b' } })
        : json(response, 403, { title: 'no' }),
    )
    const seen: number[] = []
    const walk = async (): Promise<void> => {
      for await (const { id } of list(server, byCursor).all()) seen.push(id)
    }
    await expect(walk()).rejects.toMatchObject({ name: 'ResponseError', status: 403, problem: { title: 'no' } })
    expect(seen).toEqual([1])
  })
  test('items must be an array', async () => {
    const server = await serve((_, response) => json(response, 200, { items: 's3cret' }))
    await expect(ids(list(server, byCursor).all())).rejects.toMatchObject({ code: 'TK7134' })
  })
})

test('a page without items is an empty one; cursors may be numbers and lie in arrays', async () => {
  const pages = [{ links: [{ next: 7 }] }, { items: null, links: [] }]
  const server = await serve((_, response, count) => json(response, 200, pages[count - 1]))
  expect(
    await ids(list(server, { kind: 'cursor', parameter: 'cursor', next: '/links/0/next', items: '/items' }).all()),
  ).toEqual([])
  expect(server.received.map(({ url }) => url)).toEqual(['/things', '/things?cursor=7'])
})

test('page numbers, from the first or from where the caller begins', async () => {
  const byPage: Pagination = { kind: 'page', parameter: 'page', items: '/items', first: 1 }
  const server = await serve((request, response) => {
    const page = Number(query(request).get('page') ?? 1)
    json(response, 200, { items: page < 4 ? items(page) : [] })
  })
  expect(await ids(list(server, byPage).all())).toEqual([1, 2, 3])
  expect(await ids(list(server, byPage).all({ query: { page: 3 } as object }))).toEqual([3])
})

test('offsets grow by what came', async () => {
  const byOffset: Pagination = { kind: 'offset', parameter: 'offset', items: '' }
  const server = await serve((request, response) => {
    const offset = Number(query(request).get('offset') ?? 0)
    json(response, 200, items(1, 2, 3, 4, 5).slice(offset, offset + 2))
  })
  expect(await ids(list(server, byOffset).all())).toEqual([1, 2, 3, 4, 5])
  expect(server.received.map((request) => query(request).get('offset'))).toEqual([null, '2', '4', '5'])
})

test('a server that ignores the page sends the same for ever: an error', async () => {
  const server = await serve((_, response) => json(response, 200, { items: items(1, 2) }))
  const byPage: Pagination = { kind: 'page', parameter: 'page', items: '/items', first: 0 }
  await expect(ids(list(server, byPage).all())).rejects.toMatchObject({ code: 'TK7136' })
  expect(server.received).toHaveLength(2)
})

describe('links (RFC 8288)', () => {
  const byLink: Pagination = { kind: 'link', items: '/items' }
  const linking = (target: (count: number) => string | undefined): Promise<TestServer> =>
    serve((_, response, count) => {
      const to = target(count)
      json(
        response,
        200,
        { items: items(count) },
        to === undefined ? {} : { link: `<${to}>; rel="next", </x>; rel="first"` },
      )
    })
  test('are followed as they are, undeclared parameters and all', async () => {
    const server = await linking((count) => (count < 3 ? `?after=${count}` : undefined))
    expect(await ids(list(server, byLink).all({ query: { state: 'open' } }))).toEqual([1, 2, 3])
    expect(server.received.map(({ url }) => url)).toEqual(['/things?state=open', '/things?after=1', '/things?after=2'])
  })
  test('T45 not to another origin', async () => {
    const server = await linking(() => 'https://evil.example/things')
    await expect(ids(list(server, byLink).all())).rejects.toMatchObject({ code: 'TK7124' })
    expect(server.received).toHaveLength(1)
  })
  test('nor to the path of another tenant', async () => {
    const tenantKey: WireParameter = { name: 't', in: 'path', required: true, tenantKey: true }
    const parts = { scope: 'tenant', path: '/t/{t}/things', parameters: [tenantKey] }
    const server = await linking((count) => (count === 1 ? '/t/acme/things?p=2' : '/t/globex/things'))
    await expect(ids(list(server, byLink, parts).all())).rejects.toMatchObject({ code: 'TK7124' })
    expect(server.received.map(({ url }) => url)).toEqual(['/t/acme/things', '/t/acme/things?p=2'])
  })
  test('that are no URL are an error', async () => {
    const server = await linking(() => 'http://[')
    await expect(ids(list(server, byLink, { parameters: undefined }).all())).rejects.toMatchObject({ code: 'TK7124' })
  })
  test('in a circle are an error', async () => {
    const server = await linking((count) => `?p=${count % 2}`)
    await expect(ids(list(server, byLink).all())).rejects.toMatchObject({ code: 'TK7136' })
  })
  test.each([
    ['<a>; rel="next"', 'a'],
    ['<a>;rel=next', 'a'],
    ['<a>; rel="prev", <b>; title="x, <c>; rel=next"; rel="Last NEXT"', 'b'],
    ['<a>; rel="prev"; rel="next"', undefined],
    ['<a>', undefined],
    ['a; rel=next', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j leads to %j', (header, target) => {
    expect(linkTarget(header, 'next')).toBe(target)
  })
  test('a header of any length ends quickly', () => {
    expect(linkTarget(`<a>; x="${'\\"'.repeat(50_000)}`, 'next')).toBeUndefined()
    expect(linkTarget('<'.repeat(100_000), 'next')).toBeUndefined()
  })
})

test('called by itself, a list is one page', async () => {
  const server = await serve((_, response) => json(response, 200, { items: items(1) }))
  const call = list(server, { kind: 'offset', parameter: 'offset', items: '/items' })
  expect((await call()).body).toEqual({ items: [{ id: 1 }] })
  expect((await call({ query: { state: 'open' } }, { headers: { 'x-a': '1' } })).status).toBe(200)
  expect(server.received[1]?.headers['x-a']).toBe('1')
})

test('without pagination in the contract there is nothing to walk', async () => {
  const server = await serve((_, response) => json(response, 200, [1]))
  const transport = createTransport(contract, { baseUrl: server.url })
  const bare = operation({ responses: [{ status: '200', content: anyJson }] })
  expect(await ids(paged<undefined, Result<200, Item[]>, Item>(transport, bare).all())).toEqual([])
})
