import { describe, expect, it } from 'vitest'
import { openBundle } from '../../../src/catalog/bundle/index.js'
import { describeContract, onShelf, shelfNumber } from '../../../src/catalog/index-entries/index.js'
import { schemaKey } from '../../../src/catalog/index-entries/portrait/index.js'
import type { Bundle, Part, PartKind } from '../../../src/catalog/model/index.js'
import { bundleOf, shop } from '../support/shop.js'

/** What the pages of operations and schemas show of a contract. */
async function portraitOf(bundle: Bundle) {
  const { contract, spans, diagnostics } = await openBundle({ namespace: 'a', name: 'b', version: '1' }, bundle)
  if (!contract) return expect.fail(JSON.stringify(diagnostics))
  const { shelves, entries } = describeContract(contract, { spans })
  const part = (kind: PartKind, key: string): Part => {
    const name = { kind, key }
    const found = onShelf(shelves[shelfNumber(name) % shelves.length] ?? '', name)
    return found ?? expect.fail(`no ${kind} ${key}`)
  }
  return { contract, shelves, entries, part }
}

const rows = ({ sections }: Part) =>
  sections.flatMap(({ title, rows: of }) =>
    of.map(({ name, type, required = false, notes }) => [
      title,
      name,
      type.map(({ text, schema }) => (schema === undefined ? text : `<${schema}>`)).join(''),
      required,
      notes.join('; '),
    ]),
  )

const openapi = (paths: string, schemas: string, head = '') =>
  `openapi: 3.1.0\ninfo: { title: T, version: 1.0.0 }\nx-tenant-scope: tenant\n${head}\npaths: ${paths}\ncomponents: { schemas: ${schemas} }\n`

describe('the portrait of an operation', () => {
  it('says what goes in and out, what is declared, and where it stands', async () => {
    const { part } = await portraitOf(
      bundleOf(`openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
x-tenant-scope: tenant
security: [{ login: [orders.write] }, {}]
paths:
  /orders/{id}:
    put:
      operationId: putOrder
      summary: Writes an order.
      description: All of it.
      deprecated: true
      tags: [orders]
      x-idempotency: { mode: required, ttl: 24h }
      x-residency: { regions: [eu-central-1], mode: strict }
      x-retention: { period: P30D, onExpiry: delete }
      x-lifecycle: { state: deprecated, sunset: 2027-01-01, successor: shop/orders@2 }
      x-data-flow: { purpose: fulfilment, reads: [shop/stock@1], emits: ['shop/events#placed'] }
      parameters:
        - { name: id, in: path, required: true, schema: { type: string, maxLength: 12 }, description: Which one. }
        - { name: dry, in: query, schema: { type: boolean, default: false } }
      requestBody: { required: true, content: { application/json: { schema: { type: object, additionalProperties: false, required: [sku], properties: { sku: { type: string, pattern: '^[A-Z]+$' }, lines: { type: array, minItems: 1, items: { type: object, properties: { n: { type: integer, minimum: 0, exclusiveMaximum: 9 } } } } } } } } }
      responses:
        '200': { description: Done., headers: { ETag: { schema: { type: string } } }, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
        '204': { description: Nothing. }
components:
  securitySchemes: { login: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://a.example/t', scopes: { orders.write: x } } } } }
  schemas: { Order: { type: object, properties: { email: { type: string, format: email, x-data-classification: contact } } } }
`),
    )
    const operation = part('operation', 'putOrder')
    const { sections: _, ...rest } = operation
    expect(rest).toEqual({
      kind: 'operation',
      key: 'putOrder',
      name: 'putOrder',
      label: 'PUT /orders/{id}',
      summary: 'Writes an order.',
      description: 'All of it.',
      deprecated: true,
      lifecycle: 'deprecated',
      tags: ['orders'],
      scope: 'tenant',
      takes: { categories: [] },
      gives: { sensitivity: 'confidential', categories: ['contact'] },
      statements: [
        { name: 'Credentials', text: 'login (oauth2) with orders.write, or none' },
        { name: 'Idempotency', text: 'required, by the header Idempotency-Key, remembered for 1 d, for each tenant' },
        { name: 'Residency', text: 'eu-central-1, strict' },
        { name: 'Retention', text: 'P30D, then delete' },
        { name: 'Lifecycle', text: 'deprecated, until 2027-01-01, then shop/orders@2' },
        { name: 'Purpose', text: 'fulfilment' },
        { name: 'Data comes from', text: 'shop/stock@1', contracts: [{ namespace: 'shop', name: 'stock' }] },
        {
          name: 'Data goes to',
          text: 'shop/events#placed',
          contracts: [{ namespace: 'shop', name: 'events' }],
        },
      ],
      pointer: '/paths/~1orders~1{id}/put',
      line: 7,
    })
    expect(rows(operation)).toEqual([
      ['Parameters', 'id', 'string', true, 'in the path; at most 12 characters'],
      ['Parameters', 'dry', 'boolean', false, 'in the query; default false'],
      ['Request, application/json', 'sku', 'string', true, 'pattern ^[A-Z]+$'],
      ['Request, application/json', 'lines', 'array of object', false, 'at least 1 item'],
      ['Request, application/json', 'lines[].n', 'integer', false, '≥ 0; < 9'],
      ['Response 200, headers', 'ETag', 'string', false, ''],
    ])
    expect(operation.sections.map(({ title, notes, type }) => [title, notes, type])).toEqual([
      ['Parameters', [], undefined],
      ['Request, application/json', ['required', 'no other properties'], [{ text: 'object' }]],
      ['Response 200, application/json', [], [{ text: 'Order', schema: 'Order' }]],
      ['Response 200, headers', [], undefined],
      ['Response 204', ['no body'], undefined],
    ])
  })

  it('of a channel says which messages it carries', async () => {
    const { part } = await portraitOf(
      bundleOf(`asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
x-tenant-scope: tenant
channels:
  placed:
    address: 'orders.{tenant}.placed'
    parameters: { tenant: { description: Whose. } }
    messages: { OrderPlaced: { contentType: application/json, summary: It was placed., payload: { type: object, properties: { id: { type: string } } }, headers: { type: object, properties: { trace: { type: string } } } } }
operations:
  sendPlaced: { action: send, channel: { $ref: '#/channels/placed' } }
`),
    )
    const operation = part('operation', 'sendPlaced')
    expect(operation.label).toBe('send orders.{tenant}.placed')
    expect(rows(operation)).toEqual([
      ['Parameters', 'tenant', 'string', true, 'in the address'],
      ['Message OrderPlaced, application/json', 'id', 'string', false, ''],
      ['Message OrderPlaced, headers', 'trace', 'string', false, ''],
    ])
  })
})

describe('the portrait of a schema', () => {
  it('says what it consists of, and goes round in circles by names', async () => {
    const { part } = await portraitOf(
      bundleOf(
        openapi(
          '{}',
          `{
  Node: { description: A node., required: [name], properties: {
    name: { type: [string, 'null'], enum: [a, b, null], description: Its name. },
    parent: { $ref: '#/components/schemas/Node' },
    children: { type: array, items: { $ref: '#/components/schemas/Node' } },
    extra: { additionalProperties: { type: object, properties: { k: { type: integer } } } },
    pay: { oneOf: [{ $ref: '#/components/schemas/Cash' }, { type: object, properties: { iban: { type: string } } }] } } },
  Cash: { allOf: [{ $ref: '#/components/schemas/Node' }, { type: object, properties: { coins: { type: integer } } }] },
  Any: true }`,
        ),
      ),
    )
    expect(rows(part('schema', 'Node'))).toEqual([
      ['Values', 'name', 'null or string', true, 'one of "a", "b", null'],
      ['Values', 'parent', '<Node>', false, ''],
      ['Values', 'children', 'array of <Node>', false, ''],
      ['Values', 'extra', 'anything', false, ''],
      ['Values', 'extra.*', 'object', false, ''],
      ['Values', 'extra.*.k', 'integer', false, ''],
      ['Values', 'pay', '<Cash> or object', false, ''],
      ['Values', 'pay (option 2)', 'object', false, ''],
      ['Values', 'pay (option 2).iban', 'string', false, ''],
    ])
    expect(part('schema', 'Cash').sections[0]?.type).toEqual([
      { text: 'Node', schema: 'Node' },
      { text: ' and ' },
      { text: 'object' },
    ])
    expect(part('schema', 'Any').sections[0]?.type).toEqual([{ text: 'anything' }])
    expect(part('schema', 'Cash').referrers?.links.map(({ label }) => label)).toEqual(['Node'])
  })

  it('names the operations that reach it by whatever way, near ones first', async () => {
    const { part } = await portraitOf(bundleOf(shop()))
    const { operations, referrers } = part('schema', 'Order')
    expect(operations?.links.map(({ key }) => key)).toEqual(['getOrder', 'listOrders'])
    expect(referrers?.links.map(({ kind, key }) => [kind, key])).toEqual([
      ['schema', 'Page'],
      ['operation', 'getOrder'],
    ])
  })

  it('has a key of its own, whatever it is called and wherever it stands', async () => {
    const { contract, part } = await portraitOf({
      documents: [
        {
          path: 'a.yaml',
          text: openapi(
            `{ /x: { get: { operationId: x, responses: { '200': { description: x, content: { a/b: { schema: { $ref: 'more/b.yaml#/components/schemas/Order' } } } } } } } }`,
            `{ Order: { type: object }, 'a/b': { type: object }, '..': { type: string }, __proto__: { type: string } }`,
          ),
        },
        { path: 'more/b.yaml', text: 'components: { schemas: { Order: { type: object, properties: { id: {} } } } }' },
      ],
      overlays: [],
    })
    const keys = [...contract.schemas.values()].map((schema) => schemaKey(schema, contract))
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toEqual(
      expect.arrayContaining([
        'Order',
        '~2fcomponents~2fschemas~2fa~7e1b',
        '~2e~2e',
        '__proto__',
        'more~2fb.yaml~23~2fcomponents~2fschemas~2fOrder',
      ]),
    )
    const other = part('schema', 'more~2fb.yaml~23~2fcomponents~2fschemas~2fOrder')
    expect([other.pointer, other.line]).toEqual(['more/b.yaml#/components/schemas/Order', 1])
    expect(part('operation', 'x').sections[0]?.type).toEqual([{ text: 'Order', schema: other.key }])
  })
})

describe('portraits', () => {
  it('are bounded, whatever a contract holds', async () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`p${index}`, { type: 'string' }]))
    const deep = Array.from({ length: 500 }).reduce<object>((inner) => ({ properties: { x: inner } }), {})
    const long = {
      type: 'string',
      description: 'd'.repeat(10_000),
      enum: ['e'.repeat(10_000)],
      pattern: 'p'.repeat(10_000),
    }
    const { part } = await portraitOf(
      bundleOf(
        openapi('{}', JSON.stringify({ Many: { properties: many }, Deep: deep, Long: { properties: { long } } })),
      ),
    )
    const big = part('schema', 'Many')
    expect([big.isCut, big.sections[0]?.rows.length]).toEqual([true, 2000])
    expect(part('schema', 'Deep').sections[0]?.rows).toHaveLength(12)
    expect(JSON.stringify(part('schema', 'Long')).length).toBeLessThan(2000)
  })

  it('lie on shelves of bounded size, all of them to be found', async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`S${index}`, { description: `${index} ${'x'.repeat(1000)}` }]),
    )
    const { shelves, part } = await portraitOf(bundleOf(openapi('{}', JSON.stringify(schemas))))
    expect(shelves.length).toBeGreaterThan(5)
    expect(Math.max(...shelves.map(({ length }) => length))).toBeLessThan(200_000)
    for (const key of Object.keys(schemas)) expect(part('schema', key).name).toBe(key)
  })

  it('tell entries where they are shown', async () => {
    const { entries } = await portraitOf(
      bundleOf(
        shop()
          .replace('operationId: getOrder', 'operationId: get/order')
          .replace('{ type: string } }]', '{ type: object, properties: { a: {} } } }]'),
      ),
    )
    expect(entries.map(({ label, part }) => [label, part && `${part.kind}/${part.key}`])).toEqual([
      ['Orders', undefined],
      ['GET /orders', 'operation/listOrders'],
      ['GET /orders/{id}', 'operation/get~2forder'],
      ['Page.items', 'schema/Page'],
      ['Order.id', 'schema/Order'],
      ['Order.email', 'schema/Order'],
      ['/orders/{id} get parameters 0.a', 'operation/get~2forder'],
    ])
  })
})
