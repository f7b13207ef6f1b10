import { describe, expect, test } from 'vitest'
import { codecOf, compileCodecs, issuesOf } from './support/compile-codecs.js'

/** What violations say, as `path keyword: expected`. */
async function violations(
  schema: unknown,
  value: unknown,
  others: Readonly<Record<string, unknown>> = {},
): Promise<string[]> {
  const { input } = await codecOf(schema, others)
  return issuesOf(input, value).map(({ path, keyword, expected }) => `${path} ${keyword}: ${expected}`)
}

describe('violations name path, keyword and expectation', () => {
  const address = { type: 'object', required: ['city'], properties: { city: { type: 'string', maxLength: 3 } } }
  test.each<[string, unknown, unknown, string[]]>([
    ['type', { type: 'string' }, 1, [' type: string']],
    ['types', { type: ['string', 'null'] }, 1, [' type: null or string']],
    ['enum', { enum: ['a', 'b'] }, 'c', [' enum: one of "a", "b"']],
    [
      'long enum',
      { enum: Array.from({ length: 12 }, (_, index) => index) },
      'c',
      [' enum: one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2 more'],
    ],
    ['const', { const: 'a' }, 'c', [' const: "a"']],
    ['const of an object', { const: { a: 1 } }, { a: 2 }, [' const: an object']],
    [
      'lengths and pattern, each',
      { type: 'string', minLength: 3, pattern: '^b' },
      'a',
      [' minLength: at least 3 characters', ' pattern: a text matching ^b'],
    ],
    ['format', { type: 'string', format: 'uuid' }, 'a', [' format: uuid']],
    [
      'bounds',
      { type: 'integer', minimum: 1, multipleOf: 2 },
      -1,
      [' minimum: at least 1', ' multipleOf: a multiple of 2'],
    ],
    [
      'required, and all of it',
      { type: 'object', required: ['a', 'b'] },
      {},
      ['/a required: a value', '/b required: a value'],
    ],
    [
      'nested',
      { type: 'array', items: address },
      [{ city: 'long' }, {}],
      ['/0/city maxLength: at most 3 characters', '/1/city required: a value'],
    ],
    ['one item too few', { type: 'array', minItems: 1 }, [], [' minItems: at least 1 item']],
    ['properties', { type: 'object', maxProperties: 1 }, { a: 1, b: 2 }, [' maxProperties: at most 1 property']],
    ['alternatives by type', { oneOf: [{ type: 'string' }, address] }, 1, [' oneOf: string or object']],
    ['the one alternative that can be meant', { anyOf: [{ type: 'null' }, address] }, {}, ['/city required: a value']],
    [
      'alternatives that must be tried',
      { anyOf: [{ minimum: 3 }, { maximum: 1 }] },
      2,
      [' anyOf: a value of one of 2 alternatives'],
    ],
    ['not', { not: { type: 'string' } }, 'a', [' not: a value of another kind']],
    ['a number that JSON cannot say', { type: 'number' }, Number.POSITIVE_INFINITY, [' type: number']],
    ['a date for an object', { type: 'object' }, new Date(0), [' type: object']],
  ])('%s', async (_name, schema, value, expected) => {
    expect(await violations(schema, value)).toEqual(expected)
  })

  test('T73 names that the caller chose are not repeated', async () => {
    const schema = {
      type: 'object',
      properties: { known: { type: 'string' } },
      propertyNames: { maxLength: 10 },
      additionalProperties: { type: 'integer', maximum: 3 },
    }
    const found = await violations(schema, { 'my secret name': 'my secret value', other: 4 })
    expect(found).toEqual(['/* maxLength: at most 10 characters', '/* type: integer', '/* maximum: at most 3'])
    expect(await violations({ type: 'object', additionalProperties: false }, { secret: 1 })).toEqual([
      '/* additionalProperties: no undeclared property',
    ])
    expect(await violations({ type: 'object', unevaluatedProperties: false }, { secret: 1 })).toEqual([
      '/* unevaluatedProperties: no undeclared property',
    ])
    expect(await violations({ patternProperties: { '^s': false } }, { secret: 1 })).toEqual(['/* false: no value'])
  })

  test('they stop at the limit', async () => {
    const { input } = await codecOf({ type: 'array', items: { type: 'string' } })
    const value = Array.from({ length: 1_000 }, (_, index) => index)
    expect(issuesOf(input, value).length).toBe(20)
    expect(issuesOf(input, value, 3).map(({ path }) => path)).toEqual(['/0', '/1', '/2'])
  })
})

describe('a tag finds the alternative at once', () => {
  const others = {
    Card: {
      type: 'object',
      required: ['kind', 'number'],
      properties: { kind: { const: 'card' }, number: { type: 'string' } },
    },
    Invoice: { allOf: [{ type: 'object', required: ['kind'], properties: { kind: { enum: ['invoice', 'credit'] } } }] },
  }
  const union = { oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Invoice' }] }

  test('and its violations are told', async () => {
    expect(await violations(union, { kind: 'card' }, others)).toEqual(['/number required: a value'])
    expect(await violations(union, { kind: 'cash' }, others)).toEqual([
      '/kind oneOf: one of "card", "invoice", "credit"',
    ])
    expect(await violations(union, { kind: 'credit' }, others)).toEqual([])
    expect(await violations(union, {}, others)).toEqual(['/kind oneOf: one of "card", "invoice", "credit"'])
  })

  test('beside null as well', async () => {
    const nullable = { oneOf: [...union.oneOf, { type: 'null' }] }
    expect(await violations(nullable, null, others)).toEqual([])
    expect(await violations(nullable, { kind: 'card', number: 1 }, others)).toEqual(['/number type: string'])
    expect(await violations(nullable, 'card', others)).toEqual([' oneOf: object or null'])
  })

  test('a tag named like what every object has', async () => {
    const tagged = ['a', 'b'].map((tag) => ({
      type: 'object',
      required: ['constructor'],
      properties: { constructor: { const: tag } },
    }))
    expect(await violations({ oneOf: tagged }, { constructor: 'a' })).toEqual([])
    expect(await violations({ oneOf: tagged }, {})).toEqual(['/constructor oneOf: one of "a", "b"'])
  })
})

describe('directions', () => {
  const schema = {
    type: 'object',
    required: ['id', 'secret', 'name'],
    properties: {
      id: { type: 'string', readOnly: true },
      secret: { type: 'string', writeOnly: true },
      name: { type: 'string' },
    },
  }

  test('what only goes out must not come in, and need not', async () => {
    const { input, output } = await codecOf(schema)
    expect(issuesOf(input, { name: 'a', secret: 's' })).toEqual([])
    expect(issuesOf(input, { name: 'a', secret: 's', id: '1' })).toEqual([
      { path: '/id', keyword: 'readOnly', expected: 'no value' },
    ])
    expect(issuesOf(output, { name: 'a', id: '1' })).toEqual([])
    expect(issuesOf(output, { name: 'a' })).toEqual([{ path: '/id', keyword: 'required', expected: 'a value' }])
  })

  test('it is not required by a neighbour either', async () => {
    const { input } = await codecOf({
      type: 'object',
      properties: schema.properties,
      allOf: [{ required: ['id', 'name'] }],
    })
    expect(issuesOf(input, { name: 'a' })).toEqual([])
    expect(issuesOf(input, {})).toEqual([{ path: '/name', keyword: 'required', expected: 'a value' }])
  })
})

describe('T64 names that every object has are data like others', () => {
  const names = ['__proto__', 'constructor', 'toString', 'toJSON', 'hasOwnProperty', 'valueOf']
  test.each(names)('%s', async (name) => {
    const schema = JSON.parse(
      `{"type": "object", "required": ["${name}"], "properties": {"${name}": {"type": "integer"}}, "additionalProperties": false}`,
    )
    const { input, output } = await codecOf(schema)
    expect(issuesOf(input, {}).map(({ keyword }) => keyword)).toEqual(['required'])
    expect(issuesOf(input, JSON.parse(`{"${name}": 1}`))).toEqual([])
    expect(issuesOf(input, JSON.parse(`{"${name}": "x"}`)).map(({ keyword }) => keyword)).toEqual(['type'])
    const view = { tenant: undefined, shows: () => true, mask: () => undefined, guard: () => undefined }
    expect(output.write(JSON.parse(`{"${name}": 1}`), view)).toBe(`{"${name}":1}`)
  })

  test.each(names)('%s, undeclared', async (name) => {
    const { input } = await codecOf({ type: 'object', additionalProperties: false })
    expect(issuesOf(input, JSON.parse(`{"${name}": 1}`)).map(({ keyword }) => keyword)).toEqual([
      'additionalProperties',
    ])
  })
})

describe('depth', () => {
  const tree = { type: 'object', properties: { child: { $ref: '#/components/schemas/It' } } }

  test('payloads of a recursive schema are followed to 256 levels', async () => {
    const { input } = await codecOf(tree)
    const nested = (levels: number): unknown => JSON.parse('{"child":'.repeat(levels) + '{}' + '}'.repeat(levels))
    expect(issuesOf(input, nested(256))).toEqual([])
    expect(issuesOf(input, nested(257)).map(({ keyword }) => keyword)).toEqual(['depth'])
    expect(issuesOf(input, nested(100_000)).map(({ keyword }) => keyword)).toEqual(['depth'])
  })

  test('alternatives that refer to the whole do not multiply', async () => {
    const node = (kind: string) => ({
      type: 'object',
      required: ['kind', 'of'],
      properties: { of: { $ref: '#/components/schemas/It' }, kind: { const: kind } },
    })
    const { input } = await codecOf({ oneOf: [node('not'), node('maybe'), { type: 'string' }] })
    const value = JSON.parse('{"kind":"maybe","of":'.repeat(200) + '"x"' + '}'.repeat(200)) as unknown
    expect(issuesOf(input, value)).toEqual([])
  })

  test('alternatives that cannot be told apart do not make a check run away', async () => {
    const branch = (name: string) => ({
      type: 'object',
      properties: { of: { $ref: '#/components/schemas/It' }, [name]: { type: 'string' } },
    })
    const { input } = await codecOf({ anyOf: [{ not: branch('a') }, branch('b'), branch('c')] })
    const value = JSON.parse('{"of":'.repeat(200) + '1' + '}'.repeat(200)) as unknown
    const other = await codecOf({ oneOf: [branch('a'), branch('b'), { type: 'integer' }] })
    expect(issuesOf(other.input, value).length).toBeGreaterThan(0)
    issuesOf(input, value)
  })

  test('contracts nest as deep as they are read', async () => {
    let schema: unknown = { type: 'string' }
    let value: unknown = 'x'
    for (let level = 0; level < 900; level++) {
      schema = { type: 'object', properties: { a: schema } }
      value = { a: value }
    }
    const { input, output } = await codecOf(schema)
    expect(issuesOf(input, value)).toEqual([])
    const view = { tenant: undefined, shows: () => true, mask: () => undefined, guard: () => undefined }
    expect(JSON.parse(output.write(value, view))).toEqual(value)
  })
})

test('hostile text of a contract stays text', async () => {
  const payloads = [
    "'",
    '"',
    '`${CANARY()}`',
    "'); CANARY(); ('",
    '*/ CANARY() /*',
    '\n CANARY()',
    '\u2028CANARY()',
    '\\',
    '</script>',
    ') ok = CANARY()',
  ]
  const canary = globalThis as { CANARY?: () => void }
  let called = 0
  canary.CANARY = () => called++
  for (const payload of payloads) {
    const { input, output } = await codecOf({
      type: 'object',
      required: [payload],
      properties: {
        [payload]: { enum: [payload] },
        other: {
          type: 'string',
          format: payload,
          pattern: payload.replace(/[()`*/\\]/g, ''),
          'x-data-classification': 'restricted',
        },
        tag: {
          oneOf: ['a', payload].map((tag) => ({
            type: 'object',
            required: [payload],
            properties: { [payload]: { const: tag } },
          })),
        },
      },
      patternProperties: { '^x': { const: payload } },
      dependentRequired: { [payload]: [payload] },
    })
    expect(issuesOf(input, { [payload]: payload, tag: { [payload]: payload } })).toEqual([])
    const view = { tenant: undefined, shows: () => true, mask: () => undefined, guard: () => undefined }
    expect(JSON.parse(output.write({ [payload]: payload, tag: { [payload]: payload } }, view))).toEqual({
      [payload]: payload,
      tag: { [payload]: payload },
    })
  }
  expect(called).toBe(0)
})

test('a file may stand for a string of bytes, and for nothing else', async () => {
  const { input } = await codecOf({
    type: 'object',
    properties: { file: { type: 'string', format: 'binary' }, text: { type: 'string' } },
  })
  const file = new File(['x'], 'x.txt')
  expect(issuesOf(input, { file })).toEqual([])
  expect(issuesOf(input, { file: 'x' })).toEqual([])
  expect(issuesOf(input, { text: file }).map(({ path }) => path)).toEqual(['/text'])
  expect(issuesOf(input, { file: {} }).map(({ path }) => path)).toEqual(['/file'])
})

test('the same contract gives the same files', async () => {
  const schemas = {
    It: { type: 'object', properties: { a: { $ref: '#/components/schemas/B' }, b: { type: 'array', items: {} } } },
    B: { type: 'string', minLength: 2 },
  }
  const [first, second] = [await compileCodecs(schemas), await compileCodecs(schemas)]
  expect(first.files).toEqual(second.files)
})
