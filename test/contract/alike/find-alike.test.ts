import { describe, expect, test } from 'vitest'
import { findAlike } from '../../../src/contract/alike/index.js'
import { sameParts } from '../../../src/contract/alike/same-parts.js'
import { leadsElsewhere } from '../../../src/contract/alike/written-alike.js'
import { type LoadOptions, loadContract } from '../../../src/contract/index.js'
import type { Contract, HttpOperation } from '../../../src/contract/model/index.js'
import type { JsonObject, JsonValue } from '../../../src/util/own.js'
import { makeMutants } from '../../diff/support/mutants/make-mutants.js'
import { realContracts } from '../../diff/support/real-contracts.js'
import { createRandom, sampled } from '../../diff/support/transform/random.js'

const order = {
  type: 'object',
  properties: { sku: { $ref: '#/components/schemas/Sku' }, lines: { type: 'array', items: { type: 'string' } } },
}
const answer = (name: string) => ({
  responses: { 200: { description: 'It.', content: { 'application/json': { schema: ref(name) } } } },
})
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const document = {
  openapi: '3.1.0',
  info: { title: 'Orders', version: '1.0.0' },
  paths: {
    '/orders': { get: { operationId: 'getOrders', ...answer('Order') } },
    '/users': { get: { operationId: 'getUsers', ...answer('User') } },
  },
  components: { schemas: { Order: order, Sku: { type: 'string' }, User: { type: 'object' } } },
}
type Document = typeof document & Record<string, unknown>

/** A copy of the document, after a change. */
function changed(change: (copy: Document) => void): Document {
  const copy = structuredClone(document) as Document
  change(copy)
  return copy
}

const partsOf = (other: Document) => sameParts(document, other as unknown as JsonObject)?.places
const all = ['/components/schemas/Order', '/components/schemas/Sku', '/components/schemas/User', '/paths/~1orders']

describe('parts that are the same', () => {
  test('all of a copy, whatever its title and version', () => {
    const copy = changed(({ info }) => Object.assign(info, { title: 'Else', version: '2.0.0' }))
    expect([...partsOf(copy)!].sort()).toEqual([...all, '/paths/~1users'])
  })

  test('what leads to something that differs is not the same', () => {
    const copy = changed(({ components }) => Object.assign(components.schemas.Sku, { maxLength: 3 }))
    expect([...partsOf(copy)!].sort()).toEqual(['/components/schemas/User', '/paths/~1users'])
  })

  test('what leads to something that is gone is not the same', () => {
    const copy = changed(({ components }) => Reflect.deleteProperty(components.schemas, 'Sku'))
    expect([...partsOf(copy)!].sort()).toEqual(['/components/schemas/User', '/paths/~1users'])
  })

  test('another order is another writing', () => {
    const copy = changed(({ components }) => {
      components.schemas.Order = { properties: order.properties, type: 'object' }
    })
    expect([...partsOf(copy)!].sort()).toEqual([
      '/components/schemas/Sku',
      '/components/schemas/User',
      '/paths/~1users',
    ])
  })

  test.each<[string, (copy: Document) => void]>([
    ['the version of OpenAPI', (copy) => Object.assign(copy, { openapi: '3.1.1' })],
    ['servers', (copy) => Object.assign(copy, { servers: [{ url: '/v2' }] })],
    ['security', (copy) => Object.assign(copy, { security: [] })],
    ['security schemes', (copy) => Object.assign(copy.components, { securitySchemes: { a: { type: 'mutualTLS' } } })],
    ['an annotation of the document', (copy) => Object.assign(copy, { 'x-tenant-scope': 'tenant' })],
    ['an annotation in `info`', (copy) => Object.assign(copy.info, { 'x-tenant-scope': 'tenant' })],
  ])('nothing is the same where %s differs', (_, change) => {
    expect(partsOf(changed(change))).toBeUndefined()
  })

  test.each<[string, JsonObject]>([
    ['a discriminator', { discriminator: { propertyName: 'kind' } }],
    ['an identifier', { $id: 'https://example.com/order' }],
    ['a dynamic reference', { $dynamicRef: '#node' }],
    ['a reference to a place inside of something', { $ref: '#/components/schemas/Order/properties/lines' }],
    ['a reference to another file', { $ref: 'other.json' }],
  ])('what has %s is not shared', (_, user) => {
    const copies = [1, 2].map(() => changed(({ components }) => Object.assign(components.schemas, { User: user })))
    const [one, other] = copies as unknown as [JsonObject, JsonObject]
    expect([...sameParts(one, other)!.places]).not.toContain('/components/schemas/User')
  })
})

test.each<[string, JsonValue, boolean]>([
  ['references within', { $ref: '#/components/schemas/Order' }, false],
  ['a file', { allOf: [{ $ref: 'order.json' }] }, true],
  ['a file of a link', { links: { next: { operationRef: 'other.json#/paths' } } }, true],
  ['a base of its own', { schema: { $id: 'https://example.com/order' } }, true],
  ['names in a mapping', { discriminator: { propertyName: 'kind', mapping: { a: 'Order' } } }, true],
  ['a property that is called `$id`', { properties: { $id: { type: 'string' } } }, false],
])('%s: leads elsewhere or not', (_, value, expected) => {
  expect(leadsElsewhere({ value })).toBe(expected)
})

const isTold = (code: string): boolean => /^TK1[04]/.test(code)
function load(document: unknown, options: LoadOptions = {}) {
  return loadContract('-', { stdin: () => JSON.stringify(document), validation: 'never', isTold, ...options })
}

test('a contract beside another one holds its objects where both say the same', async () => {
  const head = await load(changed(({ components }) => Object.assign(components.schemas.User, { maxProperties: 3 })))
  const base = await load(document, { beside: head })
  const schema = (of: typeof head, name: string) =>
    of.contract!.schemas.get(`${of.documents[0]!.id}#/components/schemas/${name}`)
  expect(schema(base, 'Order')).toBe(schema(head, 'Order'))
  expect(schema(base, 'User')).not.toBe(schema(head, 'User'))
  expect(base.contract!.operations[0]).toBe(head.contract!.operations[0])
  expect(base.contract!.operations[1]).not.toBe(head.contract!.operations[1])
})

describe('inside of what differs', () => {
  const user = (more: object) => ({ type: 'object', properties: { name: { type: 'string' } }, ...more })
  const memberOf = (more: object) => changed((copy) => Object.assign(copy.components.schemas, { User: user(more) }))
  const nameIn = (of: { readonly contract?: Contract }) =>
    [...of.contract!.schemas].find(([id]) => id.endsWith('/User'))![1].properties!.get('name')

  test.each<[string, object, object, boolean]>([
    ['another limit', { maxProperties: 3 }, {}, true],
    ['another dialect', { $schema: 'http://json-schema.org/draft-07/schema#' }, {}, false],
    ['an annotation of properties', { 'x-pii': ['name'] }, {}, false],
    ['an annotation of properties before', {}, { 'x-pii': ['name'] }, false],
  ])('objects are held twice beside %s: %s', async (_, after, before, isShared) => {
    const head = await load(memberOf(after))
    const base = await load(memberOf(before), { beside: head })
    expect(nameIn(base) === nameIn(head)).toBe(isShared)
    expect({ ...base.contract, schemasSayNothing: true }).toEqual({
      ...(await load(memberOf(before))).contract,
      schemasSayNothing: true,
    })
  })

  test('what one version alone refers to has a name there alone', async () => {
    const refer = changed(({ components }) =>
      Object.assign(components.schemas, { User: user({ $defs: { Deep: { type: 'string' } }, maxProperties: 3 }) }),
    )
    const other = structuredClone(refer)
    Object.assign(other.components.schemas, { Other: ref('User/$defs/Deep') })
    for (const [before, after] of [
      [refer, other],
      [other, refer],
    ] as const) {
      const head = await load(after)
      const [beside, alone, again] = [await load(before, { beside: head }), await load(before), await load(after)]
      expect(beside.contract).toEqual(alone.contract)
      expect(head.contract).toEqual(again.contract)
    }
  })
})

test('a path that leads to the item of another one is read', async () => {
  const aliased = changed(({ paths }) => Object.assign(paths, { '/old': { $ref: '#/paths/~1orders' } }))
  const base = await load(aliased, { beside: await load(structuredClone(aliased)) })
  const paths = (base.contract!.operations as readonly HttpOperation[]).map(({ path }) => path)
  expect(paths).toEqual(['/orders', '/users', '/old'])
})

test('nothing is shared with what has been told of', async () => {
  const head = await load(document)
  const root = { ...head.documents[0]!, value: document as unknown as JsonValue }
  expect(findAlike(root, head)).toBeDefined()
  expect(findAlike(root, { ...head, diagnostics: [{}] })).toBeUndefined()
  expect(findAlike(root, { ...head, documents: [root, root] })).toBeUndefined()
})

describe('the contract is the same as when it is read alone', () => {
  const contracts = realContracts(40_000).filter(({ isSpread, document }) => !isSpread && 'openapi' in document)
  let shared = 0
  test.each(contracts)('$name', async ({ name, document }) => {
    const random = createRandom(name.length)
    for (const mutant of sampled(makeMutants(document, 1, random), 4, random)) {
      const [before, after] = mutant.versions()
      const head = await load(after)
      const base = await load(before, { beside: head })
      expect(base.contract).toEqual((await load(before)).contract)
      const known = new Set<unknown>(head.contract?.operations)
      shared += base.contract?.operations.filter((operation) => known.has(operation)).length ?? 0
    }
  })
  test('and most of them share something', () => expect(shared).toBeGreaterThan(contracts.length))
})
