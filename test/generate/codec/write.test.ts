import { describe, expect, test } from 'vitest'
import { ForeignTenantError } from '../../../src/runtime/src/error/index.js'
import { type Clearance, createView } from '../../../src/runtime/src/masking/index.js'
import { type CompileOptions, codecOf, issuesOf } from './support/compile-codecs.js'

const everything: Clearance = { max: 'restricted', reveal: [] }
const little: Clearance = { max: 'internal', reveal: [] }

interface Given {
  readonly others?: Readonly<Record<string, unknown>>
  readonly clearance?: Clearance
  readonly tenant?: string
  readonly root?: CompileOptions['root']
}

/** What is written of a value for a view, parsed again. */
async function written(schema: unknown, value: unknown, given: Given = {}): Promise<unknown> {
  const { output } = await codecOf(schema, given.others, given.root ? { root: given.root } : {})
  expect(issuesOf(output, value)).toEqual([])
  const view = createView({ tenant: given.tenant, clearance: given.clearance ?? everything, sink: 'response' })
  return JSON.parse(output.write(value, view))
}

const restricted = { type: 'string', 'x-data-classification': 'restricted' }
const plain = { type: 'string' }

describe('T62 what is not declared is not written', () => {
  test.each<[string, unknown, unknown, unknown]>([
    ['declared only', { type: 'object', properties: { a: plain } }, { a: 'x', b: 'y' }, { a: 'x' }],
    [
      'at any depth',
      { properties: { a: { type: 'array', items: { type: 'object', properties: { b: plain } } } } },
      { a: [{ b: '1', c: 2 }] },
      { a: [{ b: '1' }] },
    ],
    [
      'undefined is absent',
      { type: 'object', properties: { a: plain, b: plain } },
      { a: undefined, b: 'x' },
      { b: 'x' },
    ],
    ['nothing declared: everything', { type: 'object' }, { a: 1 }, { a: 1 }],
    [
      'additional ones by a schema',
      { type: 'object', properties: { a: plain }, additionalProperties: { type: 'object', properties: { b: plain } } },
      { a: 'x', z: { b: 'y', c: 1 } },
      { a: 'x', z: { b: 'y' } },
    ],
    [
      'additional ones of any kind',
      { type: 'object', properties: { a: plain }, additionalProperties: true },
      { a: 'x', z: [1] },
      { a: 'x', z: [1] },
    ],
    [
      'by a pattern',
      { type: 'object', properties: { a: plain }, patternProperties: { '^x-': { type: 'integer' } } },
      { a: 'x', 'x-b': 1, c: 2 },
      { a: 'x', 'x-b': 1 },
    ],
    [
      'by several patterns at once',
      { patternProperties: { '^a': { properties: { x: {} } }, b$: { properties: { y: {} } } } },
      { ab: { x: 1, y: 2, z: 3 } },
      { ab: { x: 1, y: 2 } },
    ],
    [
      'writeOnly never',
      { type: 'object', properties: { a: plain, b: { type: 'string', writeOnly: true } }, additionalProperties: true },
      { a: 'x', b: 'y' },
      { a: 'x' },
    ],
    [
      'of all parts',
      { allOf: [{ properties: { a: plain } }, { properties: { b: plain } }], properties: { c: plain } },
      { a: '1', b: '2', c: '3', d: '4' },
      { a: '1', b: '2', c: '3' },
    ],
    [
      'of all that describe one property',
      { allOf: [{ properties: { a: { properties: { x: {} } } } }, { properties: { a: { properties: { y: {} } } } }] },
      { a: { x: 1, y: 2, z: 3 } },
      { a: { x: 1, y: 2 } },
    ],
    [
      'of the alternatives that hold',
      {
        anyOf: [
          { properties: { a: plain }, required: ['a'] },
          { properties: { b: plain }, required: ['b'] },
        ],
      },
      { a: 'x', b: 'y', c: 'z' },
      { a: 'x', b: 'y' },
    ],
    [
      'and not of those that do not',
      {
        anyOf: [
          { properties: { a: plain }, required: ['a'] },
          { properties: { b: plain }, required: ['b'] },
        ],
      },
      { a: 'x', c: 'z' },
      { a: 'x' },
    ],
    [
      'certain ones beside alternatives',
      {
        properties: { id: {} },
        oneOf: [
          { properties: { a: plain }, required: ['a'] },
          { properties: { b: plain }, required: ['b'] },
        ],
      },
      { id: 1, b: 'y', c: 'z' },
      { id: 1, b: 'y' },
    ],
    [
      'alternatives that only require',
      { properties: { a: {}, b: {} }, anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      { a: 1, c: 2 },
      { a: 1 },
    ],
    [
      'if, then',
      {
        properties: { k: {} },
        if: { properties: { k: { const: 1 } } },
        then: { properties: { a: {} } },
        else: { properties: { b: {} } },
      },
      { k: 1, a: 1, b: 2 },
      { k: 1, a: 1 },
    ],
    [
      'if, else',
      {
        properties: { k: {} },
        if: { properties: { k: { const: 1 } } },
        then: { properties: { a: {} } },
        else: { properties: { b: {} } },
      },
      { k: 2, a: 1, b: 2 },
      { k: 2, b: 2 },
    ],
    [
      'dependent ones',
      { properties: { k: {} }, dependentSchemas: { k: { properties: { a: {} } } } },
      { k: 1, a: 1, b: 2 },
      { k: 1, a: 1 },
    ],
    [
      'a tuple',
      { prefixItems: [{ properties: { a: {} } }, plain], items: { properties: { b: {} } } },
      [{ a: 1, b: 2 }, 'x', { a: 1, b: 2 }],
      [{ a: 1 }, 'x', { b: 2 }],
    ],
    ['scalars beside objects', { type: ['object', 'string', 'null'], properties: { a: {} } }, 'text', 'text'],
    ['null beside objects', { anyOf: [{ type: 'object', properties: { a: {} } }, { type: 'null' }] }, null, null],
    [
      'an object beside an array',
      {
        oneOf: [
          { type: 'array', items: { properties: { a: {} } } },
          { type: 'object', properties: { b: {} } },
        ],
      },
      { a: 1, b: 2 },
      { b: 2 },
    ],
    ['any value', true, { a: [null, 'x', 1.5] }, { a: [null, 'x', 1.5] }],
    ['an empty object', { type: 'object', properties: { a: plain } }, {}, {}],
  ])('%s', async (_name, schema, value, expected) => {
    expect(await written(schema, value)).toEqual(expected)
  })
})

describe('T67 T68 a hidden value is masked wherever it stands', () => {
  const canary = 'CANARY'
  test.each<[string, unknown, unknown, unknown, Readonly<Record<string, unknown>>?]>([
    ['property', { properties: { a: restricted } }, { a: canary }, { a: '****' }],
    [
      'number',
      { properties: { a: { type: 'number', 'x-data-classification': 'financial' } } },
      { a: 12345 },
      { a: null },
    ],
    ['nullable', { properties: { a: { ...restricted, type: ['string', 'null'] } } }, { a: canary }, { a: '****' }],
    ['map', { additionalProperties: restricted }, { x: canary }, { x: '****' }],
    [
      'map whose names are hidden, too',
      { type: 'object', 'x-data-classification': 'restricted', additionalProperties: plain },
      { [canary]: canary },
      {},
    ],
    ['nested arrays', { type: 'array', items: { type: 'array', items: restricted } }, [[canary], []], [['****'], []]],
    [
      'container',
      {
        type: 'object',
        'x-data-classification': 'restricted',
        properties: { a: plain, b: { type: 'array', items: plain } },
      },
      { a: canary, b: [canary] },
      { a: '****', b: ['****'] },
    ],
    [
      'container, raised below',
      { type: 'object', 'x-data-classification': 'internal', properties: { a: plain, b: restricted } },
      { a: 'shown', b: canary },
      { a: 'shown', b: '****' },
    ],
    [
      'beside a reference',
      { properties: { a: { $ref: '#/components/schemas/B', 'x-data-classification': 'restricted' } } },
      { a: { b: canary } },
      { a: { b: '****' } },
      { B: { type: 'object', properties: { b: plain } } },
    ],
    [
      'by its own schema',
      { properties: { a: { $ref: '#/components/schemas/B' } } },
      { a: canary },
      { a: '****' },
      { B: restricted },
    ],
    [
      'recursive',
      { $ref: '#/components/schemas/B' },
      { s: canary, next: { s: canary } },
      { s: '****', next: { s: '****' } },
      { B: { type: 'object', properties: { s: restricted, next: { $ref: '#/components/schemas/B' } } } },
    ],
    [
      'recursive, from outside',
      { properties: { a: { $ref: '#/components/schemas/B', 'x-data-classification': 'restricted' } } },
      { a: { s: canary, next: { s: canary } } },
      { a: { s: '****', next: { s: '****' } } },
      { B: { type: 'object', properties: { s: plain, next: { $ref: '#/components/schemas/B' } } } },
    ],
    [
      'allOf',
      { allOf: [{ properties: { a: plain } }, { properties: { a: restricted } }] },
      { a: canary },
      { a: '****' },
    ],
    [
      'each branch of oneOf',
      {
        oneOf: [
          { type: 'object', required: ['a'], properties: { a: restricted } },
          { type: 'object', required: ['b'], properties: { b: restricted } },
        ],
      },
      { b: canary },
      { b: '****' },
    ],
    [
      'branches that overlap',
      { anyOf: [{ properties: { a: plain } }, { properties: { a: restricted } }] },
      { a: canary },
      { a: '****' },
    ],
    [
      'branches that overlap, removed',
      {
        anyOf: [
          { properties: { a: plain } },
          {
            properties: {
              a: {
                type: 'string',
                'x-data-classification': { sensitivity: 'restricted', masking: { strategy: 'remove' } },
              },
            },
          },
        ],
      },
      { a: canary },
      {},
    ],
    ['a branch of scalars', { oneOf: [restricted, { type: 'object', properties: { a: {} } }] }, canary, '****'],
    [
      'a whole union',
      {
        properties: {
          a: { oneOf: [plain, { type: 'object', properties: { b: plain } }], 'x-data-classification': 'restricted' },
        },
      },
      { a: { b: canary } },
      { a: { b: '****' } },
    ],
    [
      'free form',
      { properties: { a: { type: 'object', 'x-data-classification': 'restricted' } } },
      { a: { [canary]: 1 } },
      { a: null },
    ],
    [
      'removed',
      {
        properties: {
          a: {
            type: 'string',
            'x-data-classification': { sensitivity: 'restricted', masking: { strategy: 'remove' } },
          },
        },
      },
      { a: canary },
      {},
    ],
    [
      'removed as a whole',
      {
        properties: {
          a: {
            type: 'object',
            properties: { b: plain },
            'x-data-classification': { sensitivity: 'restricted', masking: { strategy: 'remove' } },
          },
        },
      },
      { a: { b: canary } },
      {},
    ],
    [
      'removed from a list',
      {
        type: 'array',
        items: {
          type: 'string',
          'x-data-classification': { sensitivity: 'restricted', masking: { strategy: 'remove' } },
        },
      },
      [canary],
      [null],
    ],
    [
      'additional properties over declared ones',
      { allOf: [{ properties: { a: plain } }, { additionalProperties: restricted }] },
      { a: canary },
      { a: '****' },
    ],
    [
      'patterns over declared ones',
      { properties: { a: plain }, patternProperties: { '^a': restricted } },
      { a: canary },
      { a: '****' },
    ],
  ])('%s', async (_name, schema, value, expected, others) => {
    const found = await written(schema, value, { clearance: little, ...(others && { others }) })
    expect(found).toEqual(expected)
    expect(JSON.stringify(found)).not.toContain(canary)
    // Who is cleared sees it as it is.
    expect(await written(schema, value, { ...(others && { others }) })).toEqual(value)
  })

  test('with a reason it may be lower', async () => {
    const lowered = {
      type: 'string',
      'x-data-classification': { sensitivity: 'internal', override: { reason: 'it is printed on the box' } },
    }
    const schema = { type: 'object', 'x-data-classification': 'restricted', properties: { a: lowered } }
    expect(await written(schema, { a: 'shown' }, { clearance: little })).toEqual({ a: 'shown' })
  })

  test('categories are revealed by name', async () => {
    const schema = { properties: { a: { type: 'string', 'x-data-classification': 'contact.email' }, b: restricted } }
    const clearance: Clearance = { max: 'public', reveal: ['contact'] }
    expect(await written(schema, { a: 'x', b: 'y' }, { clearance })).toEqual({ a: 'x', b: '****' })
  })

  test('T63 what nobody has classified is confidential where the policy says so', async () => {
    const schema = {
      properties: {
        a: plain,
        b: { type: 'string', 'x-data-classification': 'internal' },
        c: { $ref: '#/components/schemas/C' },
      },
    }
    const others = { C: { type: 'object', properties: { d: plain } } }
    const value = { a: 'x', b: 'y', c: { d: 'z' } }
    const root = { 'x-data-policy': { default: { max: 'internal' }, unclassified: 'restrict' } }
    expect(await written(schema, value, { others, root, clearance: little })).toEqual({
      a: '****',
      b: 'y',
      c: { d: '****' },
    })
    expect(await written(schema, value, { others, clearance: little })).toEqual(value)
  })

  test('callers who are cleared for less than internal are asked for internal fields, too', async () => {
    const schema = { properties: { a: { type: 'string', 'x-data-classification': 'internal' } } }
    const root = { 'x-data-policy': { default: { max: 'public' } } }
    expect(await written(schema, { a: 'x' }, { root, clearance: { max: 'public', reveal: [] } })).toEqual({ a: '****' })
  })
})

describe('an unknown alternative is not written', () => {
  const view = createView({ tenant: undefined, clearance: everything, sink: 'response' })
  test.each<[string, unknown, unknown]>([
    [
      'oneOf',
      {
        oneOf: [
          { type: 'object', required: ['a'], properties: { a: {} } },
          { type: 'object', required: ['b'], properties: { b: {} } },
        ],
      },
      { c: 'CANARY' },
    ],
    [
      'a tag',
      {
        oneOf: ['a', 'b'].map((kind) => ({
          type: 'object',
          required: ['kind'],
          properties: { kind: { const: kind }, x: {} },
        })),
      },
      { kind: 'c', x: 'CANARY' },
    ],
    [
      'types',
      {
        oneOf: [
          { type: 'array', items: { properties: { a: {} } } },
          { type: 'object', properties: { b: {} } },
        ],
      },
      'CANARY',
    ],
    [
      'anyOf',
      {
        anyOf: [
          { required: ['a'], properties: { a: {} } },
          { required: ['b'], properties: { b: {} } },
        ],
      },
      { c: 'CANARY' },
    ],
    ['type', { properties: { a: { type: 'string' } } }, { a: { secret: 'CANARY' } }],
    ['a date', { properties: { a: { type: 'string' } } }, { a: new Date(0) }],
    ['a date somewhere', { properties: { a: {} } }, { a: new Date(0) }],
    ['NaN', { properties: { a: { type: 'number' } } }, { a: Number.NaN }],
    ['a big integer', { properties: { a: { type: 'integer' } } }, { a: 1n }],
    ['a map', { properties: { a: { type: 'object', properties: { b: {} } } } }, { a: new Map([['b', 'CANARY']]) }],
    [
      'what serialises itself',
      { properties: { a: { type: 'object', properties: { b: {} } } } },
      {
        a: new (class {
          b = 1
          toJSON() {
            return 'CANARY'
          }
        })(),
      },
    ],
  ])('%s', async (_name, schema, value) => {
    const { output } = await codecOf(schema)
    expect(() => output.write(value, view)).toThrow('(TK7401)')
    try {
      output.write(value, view)
    } catch (error) {
      expect(String(error)).not.toContain('CANARY')
    }
  })

  test('T64 toJSON is not called, on the prototype or as a property', async () => {
    let called = 0
    const { output } = await codecOf({ type: 'object', properties: { a: plain }, additionalProperties: true })
    expect(output.write({ a: 'x', toJSON: () => `${++called}` }, view)).toBe('{"a":"x"}')
    expect(called).toBe(0)
  })
})

describe('tenants', () => {
  const tenantKey = { type: 'string', 'x-tenant-key': true }
  const others = {
    Row: {
      type: 'object',
      properties: { tenantId: { $ref: '#/components/schemas/TenantId', 'x-tenant-key': true }, name: plain },
    },
    TenantId: { type: 'string' },
  }
  const row = { $ref: '#/components/schemas/Row' }
  const hiddenRow = { ...row, 'x-data-classification': { sensitivity: 'restricted', masking: { strategy: 'remove' } } }
  test.each<[string, unknown, (tenant: string) => unknown]>([
    ['T50 a row', row, (tenantId) => ({ tenantId, name: 'n' })],
    [
      'T51 one of a hundred',
      { type: 'array', items: row },
      (tenantId) => [...Array.from({ length: 99 }, () => ({ tenantId: 'acme' })), { tenantId }],
    ],
    ['T52 nested', { properties: { a: { properties: { b: row } } } }, (tenantId) => ({ a: { b: { tenantId } } })],
    ['T52 in a map', { additionalProperties: row }, (tenantId) => ({ x: { tenantId } })],
    ['T52 by a pattern', { patternProperties: { '^x': row } }, (tenantId) => ({ x: { tenantId } })],
    ['in a tuple', { prefixItems: [{}, row] }, (tenantId) => [1, { tenantId }]],
    [
      'in a list of tenants',
      { properties: { tenants: { type: 'array', items: plain, 'x-tenant-key': true } } },
      (tenantId) => ({ tenants: ['acme', tenantId] }),
    ],
    ['by allOf', { allOf: [row, { properties: { x: {} } }] }, (tenantId) => ({ tenantId })],
    ['in an alternative', { oneOf: [{ type: 'null' }, row] }, (tenantId) => ({ tenantId })],
    [
      'in one of several alternatives',
      {
        oneOf: [
          { type: 'object', required: ['x'], properties: { x: {} } },
          { allOf: [row], required: ['tenantId'] },
        ],
      },
      (tenantId) => ({ tenantId }),
    ],
    ['in what is hidden', { properties: { a: hiddenRow } }, (tenantId) => ({ a: { tenantId } })],
    [
      'in what is never written',
      { properties: { a: { allOf: [row], writeOnly: true } } },
      (tenantId) => ({ a: { tenantId } }),
    ],
    ['itself', tenantKey, (tenantId) => tenantId],
  ])('%s of another tenant is not written', async (_name, schema, make) => {
    const { output } = await codecOf(schema, others)
    for (const clearance of [everything, little]) {
      const view = createView({ tenant: 'acme', clearance, sink: 'response' })
      expect(() => output.write(make('globex'), view)).toThrow(ForeignTenantError)
      expect(() => output.write(make('acme'), view)).not.toThrow()
      expect(() => output.guard?.(make('globex'), view)).toThrow(ForeignTenantError)
    }
    const platform = createView({ tenant: undefined, clearance: everything, sink: 'response' })
    expect(() => output.write(make('globex'), platform)).not.toThrow()
  })

  test('T13 what comes in is guarded by the same function; without tenants there is none', async () => {
    const { input } = await codecOf({ type: 'object', properties: { tenantId: tenantKey } })
    const view = createView({ tenant: 'acme', clearance: everything, sink: 'response' })
    expect(() => input.guard?.({ tenantId: 'globex' }, view)).toThrow(ForeignTenantError)
    expect(() => input.guard?.({ tenantId: 'acme' }, view)).not.toThrow()
    expect((await codecOf({ type: 'object', properties: { a: plain } })).input.guard).toBe(undefined)
  })

  test('T13 also in an alternative that a request need not fill with what only goes out', async () => {
    const branch = (name: string) => ({
      type: 'object',
      required: ['id', name],
      properties: { id: { type: 'string', readOnly: true }, [name]: tenantKey },
    })
    const { input } = await codecOf({ anyOf: [branch('a'), branch('b')] })
    const view = createView({ tenant: 'acme', clearance: everything, sink: 'response' })
    expect(() => input.guard?.({ b: 'globex' }, view)).toThrow(ForeignTenantError)
    expect(() => input.guard?.({ b: 'acme' }, view)).not.toThrow()
  })

  test('requests are checked, never written', async () => {
    const { input } = await codecOf(plain)
    const view = createView({ tenant: undefined, clearance: everything, sink: 'response' })
    expect(() => input.write('x', view)).toThrow('(TK7401)')
  })
})
