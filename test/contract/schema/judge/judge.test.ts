import { describe, expect, test } from 'vitest'
import { type JudgeOptions, judge, toJsonSchema } from '../../../../src/contract/schema/judge/index.js'
import type { JsonValue } from '../../../../src/util/own.js'
import { sideOf } from '../../../support/schema-side.js'

/** `accepted`, `/pointer reason`, or `? why`. */
function verdict(schema: unknown, value: unknown, options: Partial<JudgeOptions> = {}): string {
  const judgement = judge(sideOf(schema), value as JsonValue, { projection: 'none', closed: false, ...options })
  if (judgement.kind === 'accepted') return 'accepted'
  return judgement.kind === 'refused' ? `${judgement.pointer} ${judgement.reason}` : `? ${judgement.why}`
}

describe('the reason of a refusal', () => {
  const order = {
    type: 'object',
    properties: {
      sku: { type: 'string', minLength: 3 },
      lines: { type: 'array', items: { properties: { count: { type: 'integer', minimum: 1 } } } },
    },
    required: ['sku'],
  }
  test.each([
    ['a missing property', order, {}, " must have required property 'sku'"],
    ['the deepest place', order, { lines: [{ count: 0 }] }, '/lines/0/count must be >= 1'],
    ['a length', order, { sku: 'a' }, '/sku must not have fewer than 3 characters'],
    ['one of several types', { type: ['string', 'null'] }, 1, ' must be null or string'],
    ['a value of few', { enum: ['a', 1, null] }, 2, ' must be one of "a", 1, null'],
    ['a constant', { const: 'a' }, 2, ' must be "a"'],
    ['an empty enum', { enum: [1], const: 2 }, 2, ' is refused, as any value is'],
    ['a multiple', { multipleOf: 0.1 }, 0.35, ' must be a multiple of 0.1'],
    ['a pattern', { pattern: '^a"' }, 'b', ' must match pattern "^a\\""'],
    ['a format', { format: 'date' }, '2023-02-29', ' must match format "date"'],
    [
      'a property too many',
      { properties: { a: {} }, additionalProperties: false },
      { b: 1 },
      '/b must be absent: there is no such property',
    ],
    ['a forbidden property', { properties: { a: false } }, { a: 1 }, '/a must be absent'],
    [
      'a name',
      { propertyNames: { maxLength: 1 } },
      { ab: 1 },
      " property name 'ab' must not have more than 1 character",
    ],
    ['an item too many', { prefixItems: [{}], items: false }, [1, 2], '/1 must be absent'],
    ['equal items', { uniqueItems: true }, [{ a: 1 }, 2, { a: 1 }], ' must not have equal items (0 and 2)'],
    ['what a list contains', { contains: { type: 'string' } }, [1], ' must contain at least 1 matching item'],
    [
      'a dependency',
      { dependentRequired: { a: ['b'] } },
      { a: 1 },
      " must have property 'b' where property 'a' is present",
    ],
    [
      'a condition',
      { if: { required: ['a'] }, then: { required: ['b'] } },
      { a: 1 },
      " must have required property 'b'",
    ],
    ['an exclusion', { not: { type: 'string' } }, 'a', ' must not match what `not` excludes'],
    [
      'the branch that the tag names',
      {
        oneOf: [
          { properties: { kind: { const: 'order' }, lines: { items: { properties: { count: { type: 'string' } } } } } },
          { properties: { kind: { const: 'note' }, body: { properties: { text: { minLength: 2 } } } } },
        ],
      },
      { kind: 'note', body: { text: 'a' }, lines: [{ count: 1 }] },
      '/body/text must not have fewer than 2 characters',
    ],
    [
      'a tag that no branch names',
      { anyOf: [{ properties: { kind: { enum: ['order', 'offer'] } } }, { properties: { kind: { const: 'note' } } }] },
      { kind: 'other' },
      '/kind must be one of "order", "offer"',
    ],
    ['the branch that nearly fits', { oneOf: [{ type: 'string' }, order] }, { sku: 1 }, '/sku must be string'],
    ['what an object misses', { anyOf: [{ type: 'string' }, order] }, {}, " must have required property 'sku'"],
    [
      'more than one branch',
      { oneOf: [{ type: 'integer' }, { minimum: 1 }, { type: 'string' }] },
      2,
      ' must match only one of the alternatives',
    ],
    ['a name with a slash', { properties: { 'a/b': { type: 'string' } } }, { 'a/b': 1 }, '/a~1b must be string'],
  ])('%s', (_, schema, value, expected) => {
    expect(verdict(schema, value)).toBe(expected)
  })

  test('holds nothing endless', () => {
    expect(verdict({ pattern: `^${'a'.repeat(500)}$` }, 'b').length).toBeLessThan(200)
    expect(verdict({ enum: Array.from({ length: 100_000 }, (_, index) => index) }, 'b')).toBe(
      ' must be one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11',
    )
  })
})

describe('members of one direction', () => {
  const schema = {
    properties: {
      id: { type: 'string', readOnly: true },
      secret: { $ref: '#/$defs/Secret' },
      name: { type: 'string' },
    },
    required: ['id', 'secret', 'name'],
    $defs: { Secret: { type: 'string', writeOnly: true } },
  }
  test.each([
    ['to-server', { name: 'a', secret: 'b' }, 'accepted'],
    ['to-server', { name: 'a', id: 'b' }, " must have required property 'secret'"],
    ['from-server', { name: 'a', id: 'b' }, 'accepted'],
    ['from-server', { name: 'a', secret: 'b' }, " must have required property 'id'"],
    ['none', { name: 'a', id: 'b' }, " must have required property 'secret'"],
  ] as const)('%s: %j', (projection, value, expected) => {
    expect(verdict(schema, value, { projection })).toBe(expected)
  })

  test('are not sent in a closed exchange', () => {
    expect(verdict(schema, { name: 'a', secret: 'b', id: 'c' }, { projection: 'to-server', closed: true })).toBe(
      '/id must be absent: there is no such property',
    )
  })

  test('are left out of all that holds together', () => {
    const parts = {
      allOf: [{ $ref: '#/$defs/Base' }, { required: ['id', 'name'] }],
      ...schema,
    }
    const whole = { ...parts, $defs: { ...parts.$defs, Base: { ...schema, required: ['id'] }, ...schema.$defs } }
    expect(verdict(whole, { name: 'a', secret: 'b' }, { projection: 'to-server' })).toBe('accepted')
  })

  test('are asked for by a condition as it is written', () => {
    const excluded = { properties: { id: { readOnly: true } }, not: { required: ['id'] } }
    expect(verdict(excluded, {}, { projection: 'to-server' })).toBe('accepted')
    expect(verdict(excluded, { id: 1 }, { projection: 'to-server' })).toBe(' must not match what `not` excludes')
  })
})

describe('a closed side', () => {
  const absent = ' must be absent: there is no such property'
  const named = { properties: { a: {} } }
  test.each([
    ['accepts what is declared', named, { a: 1 }, 'accepted'],
    ['refuses what is not', named, { b: 1 }, `/b${absent}`],
    ['is open where nothing is declared', { type: 'object' }, { b: 1 }, 'accepted'],
    ['is open where an empty list of properties says nothing', { properties: {} }, { b: 1 }, 'accepted'],
    ['is open where the author says so', { ...named, additionalProperties: true }, { b: 1 }, 'accepted'],
    [
      'keeps to what the author says of the rest',
      { ...named, additionalProperties: { type: 'string' } },
      { b: 1 },
      '/b must be string',
    ],
    ['accepts what a pattern declares', { ...named, patternProperties: { '^b': {} } }, { b: 1 }, 'accepted'],
    [
      'is closed where an empty list of patterns says nothing',
      { ...named, patternProperties: {} },
      { c: 1 },
      `/c${absent}`,
    ],
    ['is open where patterns are written', { ...named, patternProperties: { '^b': {} } }, { c: 1 }, 'accepted'],
    ['closes each place', { properties: { a: named } }, { a: { b: 1 } }, `/a/b${absent}`],
    ['closes items', { items: named }, [{ b: 1 }], `/0/b${absent}`],
    ['closes the whole of a place', { allOf: [named, { properties: { b: {} } }] }, { a: 1, b: 1 }, 'accepted'],
    ['closes all parts together', { allOf: [named, { properties: { b: {} } }] }, { c: 1 }, `/c${absent}`],
    ['closes behind a reference', { $ref: '#/$defs/N', $defs: { N: named } }, { b: 1 }, `/b${absent}`],
    [
      'accepts what the branch that fits declares',
      {
        oneOf: [
          { properties: { a: { type: 'string' } }, required: ['a'] },
          { properties: { b: {} }, required: ['b'] },
        ],
      },
      { b: 1 },
      'accepted',
    ],
    [
      'refuses what only another branch declares',
      {
        oneOf: [
          { properties: { a: { type: 'string' } }, required: ['a'] },
          { properties: { b: {} }, required: ['b'] },
        ],
      },
      { b: 1, a: 2 },
      `/a${absent}`,
    ],
    ['is open in a branch without form', { anyOf: [{ type: 'object' }, named] }, { b: 1 }, 'accepted'],
    ['is closed where something else declares', { ...named, anyOf: [{ type: 'object' }] }, { b: 1 }, `/b${absent}`],
    [
      'is closed where the branch without form refuses',
      { anyOf: [{ maxProperties: 1 }, named] },
      { a: 1, b: 1 },
      `/b${absent}`,
    ],
    ['accepts what is required', { ...named, anyOf: [{ required: ['b'] }, { required: ['a'] }] }, { b: 1 }, 'accepted'],
    [
      'reads all that declare a place together',
      { allOf: [{ properties: { a: named } }, { properties: { a: { properties: { b: {} } } } }] },
      { a: { a: 1, b: 1 } },
      'accepted',
    ],
    [
      "leaves an author's own rule alone",
      { ...named, unevaluatedProperties: { type: 'string' } },
      { b: 'x' },
      'accepted',
    ],
    [
      'asks conditions as they are written',
      { properties: { a: named }, not: { properties: { a: { ...named, required: ['b'] } }, required: ['a'] } },
      { a: { a: 1 } },
      'accepted',
    ],
    [
      'looks for items as they are written',
      { type: 'array', contains: { properties: { a: { const: 1 } }, required: ['a'] } },
      [{ a: 1, b: 2 }],
      'accepted',
    ],
  ])('%s', (_, schema, value, expected) => {
    expect(verdict(schema, value, { closed: true })).toBe(expected)
  })
})

describe('no validator is asked', () => {
  const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
  const chain = (keyword: 'allOf' | 'anyOf', depth: number) => ({
    $ref: '#/$defs/S0',
    $defs: Object.fromEntries(
      Array.from({ length: depth }, (_, index) => [
        `S${index}`,
        index === depth - 1
          ? { type: 'string' }
          : { [keyword]: [{ $ref: `#/$defs/S${index + 1}` }, { [keyword]: [{ $ref: `#/$defs/S${index + 1}` }] }] },
      ]),
    ),
  })
  test.each([
    ['a pattern that cannot be read', { pattern: '(' }, 'a', '? pattern'],
    ['a pattern that takes for ever', { pattern: '^(a+)+$' }, `${'a'.repeat(60)}b`, '? pattern'],
    ['a choice that takes for ever', { pattern: '^(a|a)*$' }, `${'a'.repeat(60)}b`, '? pattern'],
    [
      'names and a pattern that takes for ever',
      { patternProperties: { '^(a|a)+$': {} } },
      { [`${'a'.repeat(60)}b`]: 1 },
      '? pattern',
    ],
    ['a text that is too long for a format', { format: 'url' }, `http://${'a'.repeat(10_000)}`, '? format'],
    ['a dynamic reference', { $dynamicRef: '#T' }, 1, '? dynamic-reference'],
    ['a circle in place', { $ref: '#/$defs/A', $defs: { A: { allOf: [{ $ref: '#/$defs/A' }] } } }, 1, '? endless'],
    [
      'a circle of references',
      { $ref: '#/$defs/A', $defs: { A: { $ref: '#/$defs/B' }, B: { $ref: '#/$defs/A' } } },
      1,
      '? endless',
    ],
    ['a deep value', {}, nested(4_000), '? budget'],
    ['a deep schema', chain('allOf', 4_000), 'a', '? budget'],
    ['a choice of choices', chain('anyOf', 40), 'a', '? budget'],
  ])('%s', (_, schema, value, expected) => {
    expect(verdict(schema, value)).toBe(expected)
  })

  test.each([
    ['a pattern beside another type', { pattern: '(' }, 1],
    ['a slug', { pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$' }, 'abc-def-'.repeat(30).slice(0, -1)],
    ['a password', { pattern: '^(?=.*[0-9])(?=.*[a-z]).{8,}$' }, 'correct-horse-battery-staple-1'],
    ['a pattern that is valid without the flag only', { pattern: '^\\-$' }, '-'],
    ['an alternative that is not met', { properties: { a: { $dynamicRef: '#T' } } }, { b: 1 }],
    [
      'recursion along the value',
      { $ref: '#/$defs/A', $defs: { A: { properties: { a: { $ref: '#/$defs/A' } } } } },
      { a: { a: { a: {} } } },
    ],
  ])('but it is for %s', (_, schema, value) => {
    expect(verdict(schema, value)).toBe('accepted')
  })
})

describe('names are data', () => {
  const own = (text: string): unknown => JSON.parse(text)
  test.each([
    [
      { properties: own('{"__proto__": {"type": "string"}}'), additionalProperties: false },
      own('{"__proto__": 1}'),
      '/__proto__ must be string',
    ],
    [
      { properties: own('{"__proto__": {"type": "string"}}'), additionalProperties: false },
      own('{"__proto__": "a"}'),
      'accepted',
    ],
    [{ required: ['constructor'] }, {}, " must have required property 'constructor'"],
    [{ properties: { constructor: { type: 'string' } } }, { constructor: 1 }, '/constructor must be string'],
    [{ dependentRequired: own('{"__proto__": ["a"]}') }, own('{"__proto__": 1}'), " must have required property 'a'"],
    [{ properties: { toString: { type: 'string' } }, additionalProperties: false }, {}, 'accepted'],
  ])('%j: %j', (schema, value, expected) => {
    expect(verdict(schema, value)).toBe(expected)
  })
})

describe('what is left over', () => {
  const choice = {
    oneOf: [
      { properties: { a: { type: 'string' }, b: {} }, required: ['a'] },
      { properties: { c: {} }, required: ['c'] },
    ],
    unevaluatedProperties: false,
  }
  const constructed = { anyOf: [{ properties: { a: {} } }], unevaluatedProperties: false }
  const items = { anyOf: [{ prefixItems: [{ type: 'string' }] }, true], unevaluatedItems: { type: 'number' } }
  test.each([
    ['a branch that fits', choice, { a: 'x', b: 1 }, 'accepted'],
    ['a branch that does not', choice, { c: 'x', b: 1 }, '/b must be absent: there is no such property'],
    [
      'each item by itself',
      { items: choice },
      [{ a: 'x', b: 1 }, { c: 1 }, { c: 1, b: 1 }],
      '/2/b must be absent: there is no such property',
    ],
    [
      'a name that every object inherits',
      constructed,
      { constructor: 1 },
      '/constructor must be absent: there is no such property',
    ],
    [
      'a condition that does not hold',
      { if: { properties: { a: { const: 1 } } }, unevaluatedProperties: false },
      { a: 2 },
      '/a must be absent: there is no such property',
    ],
    ['a choice of items', items, ['x', 1], 'accepted'],
    ['the items after a choice', items, [true, 1], '/0 must be number'],
    [
      'what a list contains',
      { contains: { const: 1 }, unevaluatedItems: { type: 'string' } },
      [1, 2],
      '/1 must be string',
    ],
  ])('by %s', (_, schema, value, expected) => {
    expect(verdict(schema, value)).toBe(expected)
  })
})

test('alternatives beside patterns are counted', () => {
  const alternatives = { oneOf: [{}, {}, { properties: { a: {} }, required: ['b'] }] }
  expect(verdict({ patternProperties: { '^a': { enum: [0] } }, ...alternatives }, { a: 0 })).toBe(
    ' must match only one of the alternatives',
  )
})

describe('numbers', () => {
  test.each([
    [{ multipleOf: 0.1 }, 0.3, 'accepted'],
    [{ multipleOf: 0.01 }, 4.35, 'accepted'],
    [{ multipleOf: 3 }, 1e22, ' must be a multiple of 3'],
    [{ type: 'integer', format: 'int32' }, 2 ** 31, ' must match format "int32"'],
    [{ type: 'integer', format: 'int64' }, 2 ** 63, ' must match format "int64"'],
    [{ type: 'integer', format: 'int64' }, -(2 ** 63), 'accepted'],
    [{ format: 'int32' }, 'text', 'accepted'],
  ])('%j: %d', (schema, value, expected) => {
    expect(verdict(schema, value)).toBe(expected)
  })
})

test('the whole schema is rendered with all that it refers to', () => {
  const side = sideOf({
    $ref: '#/$defs/Order',
    $defs: {
      Order: {
        properties: { id: { readOnly: true }, next: { $ref: '#/$defs/Order' }, part: { $ref: '#/$defs/Part' } },
        required: ['id'],
      },
      Part: { oneOf: [{ $ref: '#/$defs/Order' }, { type: 'object' }] },
    },
  })
  expect(toJsonSchema(side, { projection: 'to-server' })).toEqual({
    $ref: '#/$defs/Order',
    $defs: {
      Order: { properties: { next: { $ref: '#/$defs/Order' }, part: { $ref: '#/$defs/Part' } } },
      Part: { oneOf: [{ $ref: '#/$defs/Order' }, { type: 'object' }] },
    },
  })
})

test('a deep schema is rendered without growing the stack', () => {
  const deep = JSON.parse(`${'{"items":'.repeat(4_000)}{}${'}'.repeat(4_000)}`) as unknown
  const rendered = toJsonSchema(sideOf(deep), { projection: 'none' })
  let depth = 0
  for (let at: unknown = rendered; at; at = (at as Readonly<Record<string, unknown>>)['items']) depth++
  expect(depth).toBe(4_001)
})
