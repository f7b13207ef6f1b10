import fc from 'fast-check'
import { value } from '../support/random-schema.js'

/** Schemas as OpenAPI 3.0 has them, out of the same small world as those of 2020-12. */
const names = ['a', 'b', 'c', 'd', 'x y']
const numbers = [0, 1, -1, 2, 3, 10, 0.5, 1.5, -2.5]
const name = fc.constantFrom(...names)
const count = fc.integer({ min: 0, max: 3 })
const typeName = fc.constantFrom('object', 'array', 'string', 'number', 'integer', 'boolean')

type Arbitraries = Readonly<Record<string, fc.Arbitrary<unknown>>>

function some(keywords: Arbitraries): fc.Arbitrary<object> {
  return fc.record(keywords, { requiredKeys: [] })
}

/** Of a type or of any; `nullable` counts beside a type. */
function typed(type: fc.Arbitrary<unknown>, keywords: Arbitraries = {}): fc.Arbitrary<object> {
  return fc
    .tuple(fc.option(some({ type, nullable: fc.boolean() }), { nil: {}, freq: 3 }), some(keywords))
    .map(([one, rest]) => ('type' in one ? { ...one, ...rest } : rest))
}

export function schema30(refs: readonly string[]): fc.Arbitrary<object> {
  return fc.letrec<{ schema: object }>((tie) => {
    const below = tie('schema')
    const list = fc.array(below, { minLength: 1, maxLength: 3 })
    const map = fc
      .uniqueArray(fc.tuple(name, below), { maxLength: 3, selector: ([key]) => key })
      .map(Object.fromEntries)
    const flag = fc.boolean()
    const members = fc.array(value, { minLength: 1, maxLength: 4 })
    const keywordSets = [
      { weight: 2, arbitrary: typed(typeName) },
      { weight: 1, arbitrary: members.map((enumerated) => ({ enum: enumerated })) },
      { weight: 2, arbitrary: typed(typeName, { enum: members }) },
      {
        weight: 2,
        arbitrary: typed(fc.constant('string'), {
          minLength: count,
          maxLength: count,
          pattern: fc.constantFrom('^a', 'b$', '^.{2}$', '\\d'),
          format: fc.constantFrom('date', 'date-time', 'ipv4', 'uuid', 'uri', 'email', 'password', 'unknown'),
        }),
      },
      {
        weight: 4,
        arbitrary: typed(fc.constantFrom('number', 'integer'), {
          minimum: fc.constantFrom(...numbers),
          maximum: fc.constantFrom(...numbers),
          exclusiveMinimum: flag,
          exclusiveMaximum: flag,
          multipleOf: fc.constantFrom(0.5, 1, 2, 3),
        }),
      },
      {
        weight: 4,
        arbitrary: typed(fc.constant('object'), {
          properties: map,
          required: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
          additionalProperties: fc.oneof(flag, below),
          minProperties: count,
          maxProperties: count,
        }),
      },
      {
        weight: 3,
        arbitrary: fc
          .tuple(below, typed(fc.constant('array'), { minItems: count, maxItems: count, uniqueItems: flag }))
          .map(([items, rest]) => ({ ...rest, items })),
      },
      { weight: 2, arbitrary: some({ allOf: list, anyOf: list }) },
      { weight: 2, arbitrary: some({ oneOf: list, properties: map }) },
      { weight: 2, arbitrary: typed(typeName, { allOf: list, not: below, enum: members }) },
      { weight: 1, arbitrary: some({ not: below }) },
    ]
    const ref = refs.map((one) => ({
      weight: 2,
      // What stands beside a reference counts for nothing in this dialect.
      arbitrary: some({ type: typeName, minLength: count, nullable: flag, required: fc.constant(['a']) }).map(
        (beside): object => ({ ...beside, $ref: `#/components/schemas/${one}` }),
      ),
    }))
    return { schema: fc.oneof({ depthSize: 'small' }, ...keywordSets, ...ref) }
  }).schema
}
