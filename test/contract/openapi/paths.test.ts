import { describe, expect, test } from 'vitest'
import { plain, read, readClean } from './support.js'

const head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
const names = (operations: readonly { readonly id: string; readonly named: boolean }[]) =>
  operations.map(({ id, named }) => (named ? id : `(${id})`))

describe('operations', () => {
  test('stand in document order, each before its callbacks, webhooks last', async () => {
    const { contract, problems } = await read(`${head}webhooks:
  order.placed: {post: {}, put: {}}
paths:
  /b:
    put: {operationId: putB}
    get:
      operationId: getB
      callbacks:
        done: {'{$request.body#/url}': {post: {}}, x-note: {}}
  /a: {get: {operationId: getA}}
`)
    const found = contract?.operations.flatMap((operation) => (operation.kind === 'http' ? [operation] : [])) ?? []
    expect(found.map(({ role, method, path, id }) => [role, method, path, id])).toEqual([
      ['path', 'put', '/b', 'putB'],
      ['path', 'get', '/b', 'getB'],
      ['callback', 'post', '{$request.body#/url}', 'getBDonePost'],
      ['path', 'get', '/a', 'getA'],
      ['webhook', 'post', 'order.placed', 'onOrderPlaced'],
      ['webhook', 'put', 'order.placed', 'onOrderPlacedPut'],
    ])
    expect(problems).toEqual([
      '11:47 TK1122 operations without operationId are named after method and path (places: 3)',
    ])
  })

  test('without an id get one from method and path that is no other', async () => {
    const { contract } = await read(`${head}paths:
  /: {get: {}}
  /orders/{order-id}/lines: {get: {}}
  /orders/{order_id}/lines: {get: {}, head: {operationId: getOrdersByOrderIdLines3}}
  /Bestellungen/größe: {get: {operationId: ''}}
`)
    expect(names(contract?.operations ?? [])).toEqual([
      '(getRoot)',
      '(getOrdersByOrderIdLines)',
      '(getOrdersByOrderIdLines2)',
      'getOrdersByOrderIdLines3',
      '(getBestellungenGröße)',
    ])
  })

  test('may be of any method in 3.2', async () => {
    const contract = await readClean(`openapi: 3.2.0
info: {title: T, version: '1'}
paths: {/a: {query: {operationId: q}, additionalOperations: {COPY: {operationId: c}}}}
`)
    expect(contract.operations.map((operation) => operation.kind === 'http' && operation.method)).toEqual([
      'query',
      'COPY',
    ])
  })

  test('inherit from path item and document what they do not say themselves', async () => {
    const contract = await readClean(`${head}x-tenant-scope: tenant
security: [{key: []}]
servers: [{url: https://a.example}]
components: {securitySchemes: {key: {type: apiKey, name: k, in: header}}}
paths:
  /a:
    x-tenant-scope: shared
    servers: [{url: /b}]
    get: {operationId: a, servers: [{url: /c}], security: []}
    put: {operationId: b, x-tenant-scope: platform}
  /b: {get: {operationId: c, security: [{}]}}
`)
    const seen = contract.operations.map((operation) => ({
      scope: operation.governance.scope?.value.scope,
      security: operation.security.map(({ schemes }) => [...schemes.keys()]),
      servers: operation.kind === 'http' && operation.servers?.map(({ url }) => url),
    }))
    expect(seen).toEqual([
      { scope: 'shared', security: [], servers: ['/c'] },
      { scope: 'platform', security: [['key']], servers: ['/b'] },
      { scope: 'tenant', security: [[]], servers: undefined },
    ])
  })

  test('may stand in other files', async () => {
    const { contract, problems } = await read({
      'api.yaml': `${head}paths:\n  /a/{id}: {$ref: paths/a.yaml, put: {operationId: own, parameters: [{name: id, in: path, required: true}]}}\n`,
      'paths/a.yaml': `parameters: [{name: id, in: path, required: true}]
get: {$ref: 'get.yaml'}
put: {operationId: replaced}`,
      'paths/get.yaml': 'operationId: far',
    })
    expect(contract?.operations.map(({ id, at }) => [id, at.document, at.pointer])).toEqual([
      ['own', 'api.yaml', '/paths/~1a~1{id}/put'],
      ['far', 'paths/get.yaml', ''],
    ])
    expect(problems).toEqual([
      'paths/a.yaml:2:13 TK1131 `get` may not be a reference; it is followed all the same (places: 1)',
    ])
  })

  test('that two share are errors that name both places', async () => {
    const { contract, problems } = await read(`${head}paths:
  /a: {get: {operationId: x}}
  /b: {get: {operationId: x}}
`)
    expect(contract).toBeUndefined()
    expect(problems).toEqual(['5:27 TK1108 the operationId `x` is used twice'])
  })

  test('of a path item that two paths share are told apart', async () => {
    const { contract, problems } = await read(`${head}paths:
  /a: {$ref: '#/components/pathItems/P'}
  /b: {$ref: '#/components/pathItems/P'}
components: {pathItems: {P: {get: {operationId: x}}}}
`)
    expect(names(contract?.operations ?? [])).toEqual(['x', '(getB)'])
    expect(problems).toEqual(['6:35 TK1123 the operation `x` is reached by several paths; at `/b` it is named `getB`'])
  })
})

describe('paths', () => {
  test.each([
    ['a', 'it does not begin with `/`'],
    ['/a/{id', 'its braces do not match'],
    ['/a/{}', 'a parameter has no name'],
    ['/{id}/a/{id}', 'it names a parameter twice'],
  ])('%s cannot be read', async (path, reason) => {
    const { contract, problems } = await read(`${head}paths:\n  '${path}': {get: {operationId: a}}\n`)
    expect(contract).toBeUndefined()
    expect(problems).toEqual([`4:3 TK1109 the path \`${path}\` cannot be read: ${reason}`])
  })

  test.each([
    ['/a?b=c', 'query string'],
    ['/a#b', 'fragment'],
  ])('%s is told and goes on', async (path, part) => {
    const { contract, problems } = await read(`${head}paths:\n  '${path}': {get: {operationId: a}}\n`)
    expect(contract?.operations).toHaveLength(1)
    expect(problems).toEqual([`4:3 TK1132 the path \`${path}\` has a ${part}, which no router sees`])
  })

  test('that differ in names of parameters only are told', async () => {
    const parameter = (name: string) => `parameters: [{name: ${name}, in: path, required: true}]`
    const { problems } = await read(`${head}paths:
  /a/{x}: {${parameter('x')}}
  /a/{y}: {${parameter('y')}}
`)
    expect(problems).toEqual(['5:3 TK1112 the path `/a/{y}` means the same as `/a/{x}`'])
  })

  test('bring the parameters that nobody declared', async () => {
    const { contract, problems } = await read(`${head}paths:\n  /a/{id}: {get: {operationId: a}}\n`)
    const [operation] = contract?.operations ?? []
    expect(operation?.kind === 'http' && plain(operation.parameters)).toMatchObject([
      { name: 'id', in: 'path', required: true, schema: { types: ['string'] } },
    ])
    expect(problems).toEqual(['4:18 TK1110 the path parameter `id` is not declared; it is taken for any text'])
  })

  test('are required by nature', async () => {
    const { problems } = await read(
      `${head}paths:\n  /a/{id}: {get: {operationId: a, parameters: [{name: id, in: path}]}}\n`,
    )
    expect(problems).toEqual(['4:48 TK1114 the path parameter `id` is not required; it is read as required'])
  })

  test('may be missing in 3.1, and `x-webhooks` in 3.0 are webhooks', async () => {
    expect((await readClean(head)).operations).toEqual([])
    const contract = await readClean(
      "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\nx-webhooks: {made: {post: {operationId: made}}}\n",
    )
    expect(contract.operations.map((operation) => operation.kind === 'http' && operation.role)).toEqual(['webhook'])
  })
})
