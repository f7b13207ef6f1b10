import { describe, expect, it } from 'vitest'
import type { Governance, HttpOperation } from '../../../src/contract/model/index.js'
import { createPlan, type Plan } from '../../../src/generate/plan/index.js'
import { type BriefContract, contractOf, idOf, operationOf, schemaOf } from '../support/contract.js'

const at = { document: 'test.yaml', pointer: '' }

function planOf(contract: BriefContract): Plan {
  return createPlan(contractOf(contract), { source: 'orders.yaml', targets: ['client'] }).plan
}

function problemsOf(contract: BriefContract): readonly string[] {
  const { problems } = createPlan(contractOf(contract), { source: 'orders.yaml', targets: ['client'] })
  return problems.resolve(undefined).map(({ code, message }) => `${code} ${message}`)
}

function only(contract: BriefContract): Plan['tags'][number]['operations'][number] {
  const operation = planOf(contract).tags[0]?.operations[0]
  if (!operation) throw new TypeError('no operation')
  return operation
}

function scoped(scope: 'tenant' | 'public'): { readonly governance: Governance } {
  return { governance: { scope: { value: { scope }, at: { ...at, pointer: '/x-tenant-scope' } } } }
}

describe('tags', () => {
  it('hold operations by their first tag, declared ones first, the rest where the API’s own tag is', () => {
    const { tags } = planOf({
      title: 'Orders API',
      tags: ['payments', 'unused'],
      operations: [
        operationOf('a', { tags: ['orders', 'payments'] }),
        operationOf('b', { tags: ['payments'] }),
        operationOf('c'),
      ],
    })
    expect(
      tags.map(({ name, pascal, file, operations }) => [name, pascal, file, operations.map(({ camel }) => camel)]),
    ).toEqual([
      ['payments', 'Payments', 'payments', ['b']],
      ['orders', 'Orders', 'orders', ['a', 'c']],
    ])
  })

  it('get one for operations without any', () => {
    const [tag] = planOf({ title: 'Orders', operations: [operationOf('c')] }).tags
    expect([tag?.name, tag?.camel, tag?.pascal, tag?.file]).toEqual(['', 'orders', 'Orders', 'orders'])
  })

  it('keep hostile names apart and inside their folder', () => {
    const names = ['../../x', 'a/b', 'con', 'A B', '*/ CANARY() /*', "'"]
    const { tags } = planOf({ operations: names.map((name, index) => operationOf(`o${index}`, { tags: [name] })) })
    expect(tags.map(({ file }) => file)).toEqual(['x', 'a-b-2', 'con-tag', 'a-b', 'canary', 'tag'])
  })
})

describe('the API', () => {
  it.each([
    ['Orders API', 'orders', 'Orders'],
    ['Stripe REST API', 'stripe', 'Stripe'],
    ['API', 'api', 'API'],
    ['', 'api', 'Api'],
    ['3scale', 'api3scale', 'Api3scale'],
    ["'; CANARY(); '", 'canary', 'CANARY'],
  ])('%s', (title, camel, pascal) => {
    expect(planOf({ title }).api).toEqual({ camel, pascal })
  })
})

describe('scope', () => {
  it('needs a tenant for all but platform and public, and propagates it when a contract says so', () => {
    const declared = planOf({ operations: [operationOf('a', { extra: scoped('tenant') })] })
    expect([declared.needsTenant, declared.propagatesTenant]).toEqual([true, true])
    const open = planOf({ operations: [operationOf('a', { extra: scoped('public') })] })
    expect([open.needsTenant, open.propagatesTenant]).toEqual([false, true])
  })

  it('does not propagate what only a flag says', () => {
    const flagged = { governance: { scope: { value: { scope: 'tenant' }, at, inherited: true } } } as const
    expect(planOf({ operations: [operationOf('a', { extra: flagged })] }).propagatesTenant).toBe(false)
  })
})

describe('parameters', () => {
  it('keep names that are identifiers, turn the others into some, and leave out what the call fills in', () => {
    const operation = operationOf('a', {
      parameters: [
        { name: 'page-size' },
        { name: 'pageSize' },
        { name: 'class' },
        { name: 'constructor' },
        { name: '__proto__' },
        { name: "]: CANARY(), ['" },
        { name: '1' },
        { name: 'If-Match', in: 'header' },
        { name: 'Accept', in: 'header' },
        { name: 'Idempotency-Key', in: 'header' },
      ],
      extra: {
        governance: {
          idempotency: {
            value: { mode: 'required', key: { in: 'header', name: 'idempotency-key' }, scope: 'tenant' },
            at,
          },
        },
      },
    })
    const { parameters, idempotency } = only({ operations: [operation] })
    expect(parameters.query.map(({ property }) => property)).toEqual([
      'pageSize2',
      'pageSize',
      'class',
      'constructorParameter',
      'proto',
      'canary',
      'parameter1',
    ])
    expect(parameters.headers.map(({ property }) => property)).toEqual(['ifMatch'])
    expect(idempotency).toBe('required')
  })

  it('come from the tenant where the contract marks its key', () => {
    const [parameter] = operationOf('a', { parameters: [{ name: 'tenant' }] }).parameters
    const marked = { parameters: parameter ? [{ ...parameter, tenantKey: { value: {}, at } }] : [] }
    expect(only({ operations: [operationOf('a', { extra: marked })] }).parameters.query[0]?.fromTenant).toBe(true)
    const open = { ...marked, ...scoped('public') }
    expect(only({ operations: [operationOf('a', { extra: open })] }).parameters.query[0]?.fromTenant).toBe(false)
  })
})

describe('media types', () => {
  it('have a kind, and other spellings of the same JSON are left out', () => {
    const body = only({
      operations: [
        operationOf('a', {
          method: 'post',
          body: {
            'application/json': { ref: 'Pod' },
            'application/yaml': { ref: 'Pod' },
            'application/vnd.kubernetes.protobuf': { ref: 'Pod' },
            'application/merge-patch+json': { type: 'object' },
            'text/csv': { type: 'string' },
            'application/x-www-form-urlencoded': { type: 'object' },
            'multipart/form-data': { type: 'object' },
            'application/octet-stream': { type: 'string', format: 'binary' },
            'text/event-stream': { type: 'object' },
            'application/x-ndjson': { type: 'object' },
            '*/*': { type: 'object' },
          },
        }),
      ],
      schemas: { Pod: { type: 'object' } },
    }).body
    expect(body?.content.map(({ mediaType, kind }) => [mediaType, kind])).toEqual([
      ['application/json', 'json'],
      ['application/merge-patch+json', 'json'],
      ['text/csv', 'text'],
      ['application/x-www-form-urlencoded', 'form'],
      ['multipart/form-data', 'multipart'],
      ['application/octet-stream', 'binary'],
      ['text/event-stream', 'events'],
      ['application/x-ndjson', 'lines'],
      ['*/*', 'json'],
    ])
  })

  it('are reported when their schema has no effect', () => {
    const operation = operationOf('a', { method: 'post', body: { 'application/xml': { type: 'object' } } })
    expect(problemsOf({ operations: [operation] })).toEqual([
      'TK4005 bodies of `application/xml` are passed on as they are: their schema has no effect',
    ])
  })
})

describe('problems', () => {
  it('name webhooks, which nobody here calls', () => {
    const operations: HttpOperation[] = [
      operationOf('a', { responses: { 200: undefined } }),
      operationOf('hook', { extra: { role: 'webhook' } }),
    ]
    expect(problemsOf({ operations })).toEqual(['TK4006 1 webhooks and callbacks give types only, `hook` first'])
    expect(planOf({ operations }).tags.flatMap((tag) => tag.operations.map(({ camel }) => camel))).toEqual(['a'])
  })
})

describe('schemas', () => {
  it('are used where operations reach them, in cycles as well; a webhook turns the direction round', () => {
    const { schemas } = planOf({
      schemas: {
        A: { properties: { b: { ref: 'B' } } },
        B: { properties: { a: { ref: 'A' } } },
        Sent: { type: 'object' },
        Hook: { type: 'object' },
        Unused: { type: 'object' },
      },
      operations: [
        operationOf('get', { responses: { 200: { items: { ref: 'A' } } } }),
        operationOf('put', { method: 'put', body: { 'multipart/form-data': { properties: { x: { ref: 'Sent' } } } } }),
        operationOf('hook', {
          method: 'post',
          body: { 'application/json': { ref: 'Hook' } },
          extra: { role: 'webhook' },
        }),
      ],
    })
    const seen = [...schemas.values()].map(({ typeName, usedIn, inMultipart }) => [typeName, [...usedIn], inMultipart])
    expect(seen).toEqual([
      ['A', ['output'], false],
      ['B', ['output'], false],
      ['Sent', ['input'], true],
      ['Hook', ['output'], false],
      ['Unused', [], false],
    ])
  })

  it('are named by their place when they have no name, and never twice', () => {
    const { schemas } = planOf({
      schemas: {
        Order: { type: 'object' },
        order: { type: 'object' },
        'test.yaml#/components/schemas/Order/properties/lines/items': { type: 'object' },
        'models/address.yml#': { type: 'object' },
        'test.yaml#/components/schemas/__proto__': { type: 'object' },
        Promise: { type: 'object' },
        '../../x': { type: 'object' },
        CON: { type: 'object' },
      },
    })
    expect([...schemas.values()].map(({ typeName, module }) => [typeName, module])).toEqual([
      ['Order', 'types/order'],
      ['Order2', 'types/order2'],
      ['OrderLinesItems', 'types/order-lines-items'],
      ['Address', 'types/address'],
      ['Proto', 'types/proto'],
      ['PromiseModel', 'types/promise-model'],
      ['X', 'types/x'],
      ['CON', 'types/con-schema'],
    ])
  })

  it('survive 2,000 levels', () => {
    let schema = schemaOf({ ref: 'Leaf' })
    for (let level = 0; level < 2_000; level++) schema = { ...schemaOf({}), items: schema }
    const contract = contractOf({
      schemas: { Leaf: true },
      operations: [operationOf('a', { responses: { 200: { ref: 'Deep' } } })],
    })
    const deep = { ...contract, schemas: new Map([...contract.schemas, [idOf('Deep'), { ...schema, name: 'Deep' }]]) }
    const { plan } = createPlan(deep, { source: 'a', targets: ['types'] })
    expect([...(plan.schemas.get(idOf('Leaf'))?.usedIn ?? [])]).toEqual(['output'])
  })
})

describe('what has no effect', () => {
  it('is an idempotency key that a safe method inherits; its own is its own business', () => {
    const declared = (inherited: boolean): Governance => ({
      idempotency: {
        value: { mode: 'required', key: { in: 'header', name: 'idempotency-key' }, scope: 'tenant' },
        at,
        inherited,
      },
    })
    const modeOf = (method: string, inherited: boolean): string | undefined =>
      only({ operations: [operationOf('a', { method, extra: { governance: declared(inherited) } })] }).idempotency
    expect(['get', 'head', 'options', 'trace', 'query'].map((method) => modeOf(method, true))).toEqual(
      Array.from({ length: 5 }),
    )
    expect(['post', 'put', 'patch', 'delete', 'LOCK'].map((method) => modeOf(method, true))).toEqual(
      Array.from({ length: 5 }, () => 'required'),
    )
    expect(modeOf('get', false)).toBe('required')
  })

  it('is a header of a part; a warning says so', () => {
    const operation = operationOf('send', { method: 'post', body: { 'multipart/form-data': { type: 'object' } } })
    const header = { kind: 'header', required: false, deprecated: false, explode: false, at } as const
    const headers = [
      { ...header, name: 'Content-Type' },
      { ...header, name: 'X-Checksum' },
    ]
    const [media] = operation.requestBody?.content ?? []
    if (!media || !operation.requestBody) throw new TypeError('no body')
    const withHeaders = { ...media, encoding: new Map([['file', { headers, at }]]) }
    const operations = [{ ...operation, requestBody: { ...operation.requestBody, content: [withHeaders] } }]
    expect(problemsOf({ operations })).toEqual([
      'TK4016 the header `X-Checksum` of the part `file` is neither sent nor read',
    ])
  })
})
