import fc from 'fast-check'

/**
 * Schemas and values out of few names and few values, so that they often fit and often nearly fit. Names that every object
 * inherits are not among them, as ajv 8.20 takes some of them for properties; they have tests of their own.
 */

const names = ['a', 'b', 'c', 'd', 'x y']
const texts = [
  '',
  'a',
  'ab',
  'abc',
  '😀',
  '😀😀',
  'e\u0301',
  '2024-02-29',
  '2023-02-29',
  '2024-02-29T10:00:00Z',
  '127.0.0.1',
]
const numbers = [0, 1, -1, 2, 3, 10, 0.5, 1.5, -2.5, 1e10]
const formats = ['date', 'date-time', 'ipv4', 'uuid', 'uri', 'email', 'unknown']

const name = fc.constantFrom(...names)
const scalar = fc.constantFrom<unknown>(...texts, ...numbers, true, false, null)
const count = fc.integer({ min: 0, max: 3 })
const typeName = fc.constantFrom('object', 'array', 'string', 'number', 'integer', 'boolean', 'null')

export const value: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { arbitrary: scalar, weight: 3 },
    { arbitrary: fc.array(tie('value'), { maxLength: 3 }), weight: 1 },
    { arbitrary: entries(tie('value'), 4), weight: 3 },
  ),
})).value

type Arbitraries = Readonly<Record<string, fc.Arbitrary<unknown>>>

/** Keywords with their values; each present now and then. */
function some(keywords: Arbitraries): fc.Arbitrary<object> {
  return fc.record(keywords, { requiredKeys: [] })
}

/** As JSON has them: an own property even for `__proto__`. */
function entries(of: fc.Arbitrary<unknown>, maxLength: number): fc.Arbitrary<object> {
  return fc
    .uniqueArray(fc.tuple(name, of), { maxLength, selector: ([key]) => key })
    .map((pairs) =>
      JSON.parse(`{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${JSON.stringify(item)}`).join()}}`),
    )
}

export interface SchemaOptions {
  /** Names of `components/schemas` that may be referred to. */
  readonly refs?: readonly string[]
}

export function schema({ refs = [] }: SchemaOptions = {}): fc.Arbitrary<object> {
  return fc.letrec<{ schema: object; any: unknown }>((tie) => {
    const below = tie('schema')
    const any = tie('any')
    const list = fc.array(any, { minLength: 1, maxLength: 3 })
    const map = entries(any, 3)
    // Boolean alternatives beside `unevaluatedProperties` confuse ajv 8.20: these have none.
    const objects = fc.array(
      map.map((properties) => ({ properties, required: Object.keys(properties).slice(0, 1) })),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    const arrays = fc.array(
      list.map((prefixItems) => ({ prefixItems })),
      { minLength: 1, maxLength: 2 },
    )
    const rest = fc.constantFrom<unknown>(false, { type: 'string' }, { type: ['number', 'null'] })
    const keywordSets = [
      {
        weight: 3,
        arbitrary: some({ type: fc.oneof(typeName, fc.uniqueArray(typeName, { minLength: 1, maxLength: 3 })) }),
      },
      { weight: 1, arbitrary: fc.array(value, { minLength: 1, maxLength: 4 }).map((members) => ({ enum: members })) },
      { weight: 1, arbitrary: value.map((constant) => ({ const: constant })) },
      {
        weight: 2,
        arbitrary: some({
          type: fc.constant('string'),
          minLength: count,
          maxLength: count,
          pattern: fc.constantFrom('^a', 'b$', '^.{2}$', '\\d'),
          format: fc.constantFrom(...formats),
        }),
      },
      {
        weight: 2,
        arbitrary: some({
          type: fc.constantFrom('number', 'integer'),
          minimum: fc.constantFrom(...numbers),
          maximum: fc.constantFrom(...numbers),
          exclusiveMinimum: fc.constantFrom(...numbers),
          exclusiveMaximum: fc.constantFrom(...numbers),
          multipleOf: fc.constantFrom(0.5, 1, 2, 3),
        }),
      },
      {
        weight: 4,
        arbitrary: some({
          type: fc.constant('object'),
          properties: map,
          required: fc.uniqueArray(name, { maxLength: 2 }),
          additionalProperties: any,
          patternProperties: any.map((one) => ({ '^[ab]': one })),
          minProperties: count,
          maxProperties: count,
          propertyNames: fc.constant({ maxLength: 1 }),
          dependentRequired: name.map((one) => ({ [one]: ['a'] })),
          dependentSchemas: below.map((one) => ({ b: one })),
        }),
      },
      {
        weight: 3,
        arbitrary: some({
          type: fc.constant('array'),
          items: any,
          prefixItems: list,
          minItems: count,
          maxItems: count,
        }),
      },
      {
        weight: 1,
        // Not beside `prefixItems`: there ajv 8.20 takes an empty list for one that contains anything, and `[{}, {}]` for
        // one without equal items.
        arbitrary: some({
          items: any,
          uniqueItems: fc.boolean(),
          contains: any,
          minContains: count,
          maxContains: count,
        }),
      },
      { weight: 2, arbitrary: some({ allOf: list, anyOf: list }) },
      { weight: 2, arbitrary: some({ oneOf: list, properties: map }) },
      { weight: 1, arbitrary: some({ not: any }) },
      { weight: 1, arbitrary: some({ if: any, then: any, else: any }) },
      { weight: 1, arbitrary: some({ anyOf: objects, properties: map, unevaluatedProperties: rest }) },
      { weight: 1, arbitrary: some({ allOf: arrays, prefixItems: list, unevaluatedItems: rest }) },
    ]
    const ref = refs.map((one) => ({
      weight: 2,
      arbitrary: fc.constant<object>({ $ref: `#/components/schemas/${one}` }),
    }))
    return {
      any: fc.oneof({ weight: 5, arbitrary: below }, { weight: 1, arbitrary: fc.boolean() }),
      schema: fc.oneof({ depthSize: 'small' }, ...keywordSets, ...ref),
    }
  }).schema
}
