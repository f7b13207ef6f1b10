import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/contract/schema/judge/index.js'
import { type SampleOptions, sampleValues } from '../../../src/diff/containment/sampler.js'
import type { JsonValue } from '../../../src/util/own.js'
import { sideOf } from '../../support/schema-side.js'

function samples(schema: unknown, options: Partial<SampleOptions> = {}): JsonValue[] {
  return [...sampleValues(sideOf(schema), { projection: 'none', ...options })]
}

/** The verdicts that two schemas give on the samples of the first: what a sampler is for. */
function tellsApart(before: unknown, after: unknown): boolean {
  const options = { projection: 'none', closed: false } as const
  const [producer, reader] = [sideOf(before), sideOf(after)]
  return samples(before).some(
    (value) => judge(producer, value, options).kind === 'accepted' && judge(reader, value, options).kind === 'refused',
  )
}

describe('samples tell schemas apart', () => {
  const order = {
    type: 'object',
    properties: {
      sku: { type: 'string', minLength: 2, maxLength: 40 },
      state: { enum: ['open', 'paid', 'sent'] },
      count: { type: 'integer', minimum: 1, maximum: 100 },
      lines: {
        type: 'array',
        items: { properties: { code: { type: 'string', pattern: '^[A-Z]{3}-[0-9]+$' } } },
        maxItems: 9,
      },
    },
    required: ['sku'],
  }
  const changed = (properties: object) => ({ ...order, properties: { ...order.properties, ...properties } })
  test.each([
    ['a required member', order, { ...order, required: ['sku', 'state'] }],
    ['a shorter text', order, changed({ sku: { type: 'string', maxLength: 39 } })],
    ['a longer text', order, changed({ sku: { type: 'string', minLength: 3 } })],
    ['a lost value', order, changed({ state: { enum: ['open', 'paid'] } })],
    ['a bound', order, changed({ count: { type: 'integer', maximum: 99 } })],
    ['a pattern far down', order, changed({ lines: { items: { properties: { code: { pattern: '^[A-Z]{4}' } } } } })],
    ['a number of items', order, changed({ lines: { type: 'array', maxItems: 8 } })],
    ['a closed object', order, { ...order, additionalProperties: false }],
    ['a lost branch', { oneOf: [{ type: 'string' }, { type: 'object', required: ['a'] }] }, { type: 'string' }],
    ['a dependency', { properties: { a: {}, b: {} } }, { dependentRequired: { a: ['b'] } }],
    ['equal items', { items: { type: 'integer' } }, { uniqueItems: true }],
    ['what a list contains', { type: 'array', contains: { const: 1 } }, { not: { contains: { const: 1 } } }],
    [
      'a condition',
      { if: { properties: { a: { const: 1 } }, required: ['a'] }, then: { required: ['b'] } },
      { not: { required: ['b'] } },
    ],
    [
      'names by pattern',
      { patternProperties: { '^x-[a-z]{3}$': { type: 'integer' } } },
      { patternProperties: { '^x-[a-z]{3}$': { minimum: 1 } } },
    ],
    ['a multiple', { multipleOf: 3 }, { multipleOf: 9 }],
    ['a format', { type: 'string', format: 'date' }, { maxLength: 5 }],
    ['text beyond the basic plane', { minLength: 1 }, { pattern: '^[\\u0000-\\uffff]*$' }],
  ])('by %s', (_, before, after) => {
    expect(tellsApart(before, after)).toBe(true)
  })
})

test('there are so many, each once, the same for the same seed', () => {
  const schema = { properties: { a: { type: 'string' }, b: { type: 'number' }, c: {}, d: { enum: [1, 2] } } }
  const first = samples(schema)
  expect(first).toHaveLength(200)
  expect(new Set(first.map((value) => JSON.stringify(value))).size).toBe(200)
  expect(samples(schema)).toEqual(first)
  expect(samples(schema, { seed: 2 })).not.toEqual(first)
  expect(samples(schema, { limit: 5 })).toEqual(first.slice(0, 5))
})

test('members of the other direction are left out', () => {
  const schema = {
    properties: { id: { readOnly: true }, name: {} },
    required: ['id', 'name'],
    additionalProperties: false,
  }
  const names = (projection: SampleOptions['projection']) =>
    samples(schema, { projection }).filter((value) => typeof value === 'object' && value !== null && 'id' in value)
  expect(names('to-server')).toEqual([])
  expect(names('from-server').length).toBeGreaterThan(0)
})

describe('hostile schemas come to an end', () => {
  const many = (count: number, one: unknown): unknown[] => Array.from({ length: count }, () => one)
  test.each([
    ['a circle', { $ref: '#/$defs/A', $defs: { A: { allOf: [{ $ref: '#/$defs/A' }] } } }],
    [
      'recursion without an end',
      { $ref: '#/$defs/A', $defs: { A: { properties: { a: { $ref: '#/$defs/A' } }, required: ['a'] } } },
    ],
    [
      'names that the schema itself is about',
      { $ref: '#/$defs/A', $defs: { A: { required: ['a'], propertyNames: { $ref: '#/$defs/A' } } } },
    ],
    ['a deep schema', JSON.parse(`${'{"items":'.repeat(4_000)}{}${'}'.repeat(4_000)}`)],
    [
      'many members',
      { properties: Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`p${index}`, {}])) },
    ],
    ['many values', { enum: Array.from({ length: 100_000 }, (_, index) => index) }],
    ['a pattern that takes for ever', { pattern: '^(a+)+$', minLength: 5_000 }],
    ['no items at all', { type: 'array', maxItems: 0, items: { enum: [1, 2] } }],
    ['more items than can be', { type: 'array', minItems: 1e9 }],
    ['more members than can be', { type: 'object', minProperties: 1e9 }],
    [
      'a name that every object inherits',
      JSON.parse('{"properties": {"__proto__": {"type": "string"}}, "required": ["__proto__"]}'),
    ],
  ])('%s', (_, schema) => {
    expect(samples(schema).length).toBeGreaterThan(0)
  })

  test('alternatives of alternatives', () => {
    const defs = Object.fromEntries(
      Array.from({ length: 20 }, (_, level) => [
        `L${level}`,
        level === 19 ? { type: 'string' } : { oneOf: many(20, { $ref: `#/$defs/L${level + 1}` }) },
      ]),
    )
    expect(samples({ $ref: '#/$defs/L0', $defs: defs }).length).toBeGreaterThan(0)
  })
})
