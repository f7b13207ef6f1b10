import { describe, expect, test } from 'vitest'
import { createContainment, type SchemaSide } from '../../../src/diff/containment/index.js'
import { shrink } from '../../../src/diff/containment/shrink.js'
import { isArray, isObject, type JsonValue } from '../../../src/util/own.js'
import { side } from './support.js'

const containment = createContainment({ view: 'strict' })

describe('whether a value is accepted', () => {
  test.each<[string, readonly JsonValue[], readonly JsonValue[]]>([
    ['{type: integer}', [1, 1.0, -3], [1.5, '1', null]],
    ['{type: string, minLength: 1, maxLength: 1}', ['a', '😀'], ['', 'ab']],
    ['{multipleOf: 0.1}', [0.3, 'a'], [0.35]],
    ['{enum: [{a: 1, b: [2]}]}', [{ b: [2], a: 1 }], [{ a: 1 }, { a: 1, b: 2 }]],
    [
      '{uniqueItems: true}',
      [[1, '1'], []],
      [
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      ],
    ],
    ['{prefixItems: [{type: string}], items: false}', [[], ['a'], {}], [[1], ['a', 'b']]],
    ['{contains: {type: string}, maxContains: 1}', [['a', 1]], [[], ['a', 'b']]],
    [
      '{properties: {a: {type: string}}, patternProperties: {"^b": false}, additionalProperties: {type: integer}}',
      [{ a: '', c: 1 }],
      [{ b: 1 }, { c: '' }],
    ],
    ['{propertyNames: {maxLength: 1}, minProperties: 1}', [{ a: 1 }], [{}, { ab: 1 }]],
    [
      '{dependentRequired: {a: [b]}, dependentSchemas: {b: {maxProperties: 2}}}',
      [{ a: 1, b: 1 }],
      [{ a: 1 }, { a: 1, b: 1, c: 1 }],
    ],
    ['{oneOf: [{type: integer}, {minimum: 2}]}', [1, 2.5], [2, 1.5]],
    ['{if: {type: string}, then: {minLength: 1}, else: {type: integer}}', ['a', 1], ['', null]],
    [
      '{properties: {a: {}}, anyOf: [{properties: {b: {}}, required: [b]}, {}], unevaluatedProperties: false}',
      [{ a: 1 }, { b: 1 }],
      [{ c: 1 }],
    ],
    [
      '{prefixItems: [{}], contains: {type: string}, minContains: 0, unevaluatedItems: false}',
      [[1], [1, 'a']],
      [[1, 2]],
    ],
    ['{format: date}', ['2024-02-29', 5], ['2023-02-29']],
  ])('%s', (schema, accepted, refused) => {
    for (const value of accepted)
      expect([value, containment.accepts(side(schema), value, 'none')]).toEqual([value, true])
    for (const value of refused)
      expect([value, containment.accepts(side(schema), value, 'none')]).toEqual([value, false])
  })

  test('undefined where that cannot be told', () => {
    const { schema, schemas } = side('{properties: {a: {type: string}}}')
    const foreign: SchemaSide = {
      schema: { ...schema, foreign: { format: 'avro', value: { type: 'record' } } },
      schemas,
    }
    expect(containment.accepts(foreign, {}, 'none')).toBe(undefined)
    expect(containment.accepts(foreign, { a: 1 }, 'none')).toBe(false)
  })
})

describe('what is not understood', () => {
  const { schema, schemas } = side('{type: object, properties: {a: {type: string}}}')
  const opaque = (value: JsonValue): SchemaSide => ({
    schema: { ...schema, foreign: { format: 'avro', value } },
    schemas,
  })

  test('is the same when it is written the same', () => {
    expect(containment.same(opaque({ a: 1, b: 2 }), opaque({ b: 2, a: 1 }), 'none')).toBe(true)
    expect(containment.check(opaque({ a: 1 }), opaque({ a: 1 }), 'none')).toEqual({ kind: 'compatible' })
  })

  test('leaves what stands beside it', () => {
    expect(containment.check(opaque({ a: 1 }), opaque({ a: 2 }), 'none')).toEqual({
      kind: 'unknown',
      why: 'foreign-schema',
    })
    expect(containment.check(opaque({ a: 1 }), side('{type: object}'), 'none')).toEqual({ kind: 'compatible' })
    expect(containment.check(opaque({ a: 1 }), side('{type: string}'), 'none')).toEqual({
      kind: 'unknown',
      why: 'foreign-schema',
    })
    expect(containment.check(side('{type: string}'), opaque({ a: 1 }), 'none')).toEqual({
      ...{ kind: 'unknown', why: 'foreign-schema' },
    })
  })

  test('dynamic references and references to nowhere, too', () => {
    const dynamic: SchemaSide = { schema: { kind: 'schema', at: schema.at, dynamicRef: '#node' }, schemas }
    const nowhere: SchemaSide = { schema: { kind: 'schema', at: schema.at, ref: 'elsewhere.yaml#' }, schemas }
    expect(containment.check(side('{type: string}'), dynamic, 'none')).toEqual({
      kind: 'unknown',
      why: 'dynamic-reference',
    })
    expect(containment.check(side('{type: string}'), nowhere, 'none')).toEqual({ kind: 'unknown', why: 'external' })
  })
})

test.each<[string, JsonValue | undefined]>([
  [
    '{type: object, required: [b, a], properties: {a: {type: string}, b: {type: integer, minimum: 3}, c: {}}}',
    { a: '', b: 3 },
  ],
  ['{type: array, minItems: 2, uniqueItems: true, items: {enum: [x, y]}}', ['x', 'y']],
  ['{allOf: [{type: string}, {type: integer}]}', undefined],
  [
    '{$ref: "#/$defs/t", $defs: {t: {type: object, required: [k], properties: {k: {anyOf: [{$ref: "#/$defs/t"}, {const: end}]}}}}}',
    { k: 'end' },
  ],
])('a smallest value of %s', (schema, value) => {
  expect(containment.sample(side(schema), 'none')).toEqual(value)
})

test('a witness is shrunk as long as it does', () => {
  const start = { keep: ['abcdef', 17, { away: 1 }], away: null }
  const does = (value: JsonValue) => isObject(value) && isArray(value['keep']) && typeof value['keep'][0] === 'string'
  expect(shrink(start, does)).toEqual({ keep: [''] })
  expect(shrink(1234, (value) => typeof value === 'number' && value > 100)).toBe(154)
})
