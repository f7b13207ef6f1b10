import fc from 'fast-check'
import type { JsonObject, JsonValue } from '../../../src/util/own.js'

const names = ['a', 'b', 'c']
const word = fc.constantFrom('a', 'b', 'ab', 'none', '')

const scalar: fc.Arbitrary<JsonObject> = fc.oneof(
  some({
    type: fc.constant('string'),
    minLength: fc.integer({ min: 0, max: 2 }),
    maxLength: fc.integer({ min: 2, max: 4 }),
    pattern: fc.constantFrom('^a', '^[ab]*$'),
    description: word,
  }),
  some({ type: fc.constant('string'), format: fc.constantFrom('date', 'uuid', 'unheard-of'), example: word }),
  some({ type: fc.constant('string'), enum: fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), default: word }),
  some({
    type: fc.constantFrom('integer', 'number'),
    minimum: fc.integer({ min: -2, max: 1 }),
    exclusiveMinimum: fc.boolean(),
    maximum: fc.integer({ min: 3, max: 9 }),
    exclusiveMaximum: fc.boolean(),
    multipleOf: fc.constantFrom(0.5, 2, 3),
  }),
  some({ type: fc.constant('boolean'), default: fc.boolean() }),
)

/**
 * Small contracts of OpenAPI 3.0, with every kind of schema in requests, responses, parameters and headers. What they ask
 * for can mostly be had, and no schema leads to itself without a step into the value.
 */
export const randomContract: fc.Arbitrary<JsonObject> = fc
  .record({
    A: schema(['B', 'C'], ['A', 'B', 'C']),
    B: schema(['C'], ['A', 'B', 'C']),
    C: schema([], ['A', 'B', 'C']),
    body: schema(['A', 'B', 'C'], ['A', 'B', 'C']),
    answer: schema(['A', 'B', 'C'], ['A', 'B', 'C']),
    query: scalar,
    header: scalar,
  })
  .map(({ body, answer, query, header, ...schemas }) => ({
    openapi: '3.0.3',
    info: { title: 'Random', version: '1.0.0' },
    paths: {
      '/things/{id}': {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        put: {
          operationId: 'putThing',
          parameters: [
            { name: 'q', in: 'query', schema: query },
            { name: 'tags', in: 'query', explode: false, schema: { type: 'array', items: query } },
          ],
          requestBody: { required: true, content: json(body) },
          responses: {
            200: { description: 'Done.', headers: { 'X-Rest': { schema: header } }, content: json(answer) },
            404: { description: 'Nothing there.', content: json({ $ref: '#/components/schemas/A' }) },
          },
        },
      },
    },
    components: { schemas },
  }))

function json(one: JsonValue): JsonObject {
  return { 'application/json': { schema: one } }
}

/** The type always, each other keyword now and then. */
function some(keywords: Readonly<Record<string, fc.Arbitrary<JsonValue>>>): fc.Arbitrary<JsonObject> {
  return fc.record(keywords, { requiredKeys: ['type'], noNullPrototype: true })
}

/** `here`: the schemas that may be referred to where the value itself is meant; `below`: for what it contains. */
function schema(here: readonly string[], below: readonly string[], depth = 0): fc.Arbitrary<JsonObject> {
  const plain = fc.tuple(scalar, fc.nat(5)).map(([one, which]) => (which === 0 ? { ...one, nullable: true } : one))
  const refs = here.map((name) => ({ weight: 1, arbitrary: fc.constant(refTo(name)) }))
  if (depth > 1) return fc.oneof({ weight: 3, arbitrary: plain }, ...refs)
  const same = schema(here, below, depth + 1)
  const inside = schema(below, below, depth + 1)
  const object = objectOf(inside)
  const limits = fc.constantFrom<JsonObject>({}, { minItems: 1 }, { maxItems: 3 }, { uniqueItems: true })
  const extended = fc.tuple(object, fc.constantFrom(...here, undefined))
  return fc.oneof(
    { weight: 2, arbitrary: plain },
    { weight: 6, arbitrary: object },
    ...refs,
    { weight: 2, arbitrary: fc.tuple(inside, limits).map(([items, more]) => ({ type: 'array', items, ...more })) },
    {
      weight: 2,
      arbitrary: fc.tuple(object, object).map(([one, other]) => ({ oneOf: [tagged(one, 'x'), tagged(other, 'y')] })),
    },
    { weight: 1, arbitrary: fc.array(same, { minLength: 1, maxLength: 3 }).map((branches) => ({ anyOf: branches })) },
    { weight: 1, arbitrary: fc.array(same, { minLength: 1, maxLength: 2 }).map((branches) => ({ oneOf: branches })) },
    { weight: 1, arbitrary: fc.tuple(object, same).map(([one, other]) => ({ ...one, not: other })) },
    {
      weight: 3,
      arbitrary: extended.map(([one, name]) => ({ allOf: [...(name === undefined ? [] : [refTo(name)]), one] })),
    },
  )
}

function objectOf(member: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  const flagged = fc
    .tuple(
      member,
      fc.constantFrom<JsonObject>({}, {}, {}, { readOnly: true }, { writeOnly: true }, { deprecated: true }),
    )
    .map(([one, flag]) => ('$ref' in one ? one : { ...one, ...flag }))
  const rest = fc.oneof(
    { weight: 5, arbitrary: fc.constant<JsonObject>({}) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<JsonObject>(
        { additionalProperties: false },
        { minProperties: 1 },
        { maxProperties: 2 },
      ),
    },
    { weight: 1, arbitrary: member.map((one) => ({ additionalProperties: one })) },
  )
  const members = fc.dictionary(fc.constantFrom(...names), flagged, { minKeys: 1, maxKeys: 3, noNullPrototype: true })
  return fc.tuple(members, fc.nat(7), rest).map(([properties, which, more]) => {
    const required = Object.keys(properties).filter((_, index) => (which >> index) % 2 === 1)
    return { type: 'object', properties, ...(required.length > 0 && { required }), ...more }
  })
}

function tagged(object: JsonObject, tag: string): JsonObject {
  const { properties, required = [] } = object
  return {
    ...object,
    properties: { ...(properties as JsonObject), tag: { type: 'string', enum: [tag] } },
    required: [...(required as readonly string[]), 'tag'],
  }
}

function refTo(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` }
}
