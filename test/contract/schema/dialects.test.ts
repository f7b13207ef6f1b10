import { describe, expect, test } from 'vitest'
import { read, readClean, schemaOf } from '../openapi/support.js'

/** One schema in the dialect of each standard, and what it means in JSON Schema 2020-12. */
async function meaningOf(version: string, schema: string, others = ''): Promise<unknown> {
  return schemaOf(await readClean(contractOf(version, schema, others)), 'It')
}

function contractOf(version: string, schema: string, others = ''): string {
  const field = version === '2.0' ? "swagger: '2.0'" : `openapi: '${version}'`
  const head = `${field}\ninfo: {title: T, version: '1'}\npaths: {}\n`
  const members = `It: ${schema}\n${others}`.trimEnd().split('\n')
  return version === '2.0'
    ? `${head}definitions:\n${members.map((line) => `  ${line}`).join('\n')}\n`
    : `${head}components:\n  schemas:\n${members.map((line) => `    ${line}`).join('\n')}\n`
}

describe('OpenAPI 2.0', () => {
  test.each([
    ['{type: file}', { types: ['string'], format: 'binary' }],
    ['{type: string, x-nullable: true}', { types: ['null', 'string'] }],
    ['{type: number, minimum: 0, exclusiveMinimum: true}', { types: ['number'], exclusiveMinimum: 0 }],
    ['{type: number, maximum: 9, exclusiveMaximum: false}', { types: ['number'], maximum: 9 }],
    ['{type: string, example: a}', { types: ['string'], examples: ['a'] }],
  ])('%s', async (schema, meaning) => {
    expect(await meaningOf('2.0', schema)).toEqual(meaning)
  })

  test('a discriminator maps the names of the definitions that extend its schema, over several generations', async () => {
    const others = `Cat: {allOf: [{$ref: '#/definitions/It'}]}
Lion: {allOf: [{$ref: '#/definitions/Cat'}]}
Stone: {type: object}`
    expect(await meaningOf('2.0', '{type: object, discriminator: kind}', others)).toEqual({
      types: ['object'],
      discriminator: {
        propertyName: 'kind',
        mapping: { Cat: 'api.yaml#/definitions/Cat', Lion: 'api.yaml#/definitions/Lion' },
      },
    })
  })
})

describe('OpenAPI 3.0', () => {
  test.each([
    ['{type: string, nullable: true}', { types: ['null', 'string'] }],
    ['{nullable: true}', {}],
    ['{nullable: false, type: string}', { types: ['string'] }],
    ['{type: string, nullable: true, enum: [a, null]}', { types: ['null', 'string'], enum: ['a', null] }],
    ['{type: integer, maximum: 9, exclusiveMaximum: true}', { types: ['integer'], exclusiveMaximum: 9 }],
    ['{type: string, exclusiveMinimum: true}', { types: ['string'] }],
    ['{type: object, required: [b, a, b]}', { types: ['object'], required: ['a', 'b'] }],
    ['{type: object, required: []}', { types: ['object'] }],
    ['{enum: [1, 1, 2, {a: 1, b: 2}, {b: 2, a: 1}]}', { enum: [1, 2, { a: 1, b: 2 }] }],
    [
      '{enum: [1, 1, 2], x-enum-varnames: [One, Uno, Two], x-enum-descriptions: {1: first, 2: second}}',
      { enum: [1, 2], enumNames: ['One', 'Two'], enumDescriptions: ['first', 'second'] },
    ],
    ['{enum: [a, b], x-enum-varnames: [A]}', { enum: ['a', 'b'] }],
    ['{additionalProperties: false}', { additionalProperties: { always: false } }],
  ])('%s', async (schema, meaning) => {
    expect(await meaningOf('3.0.3', schema)).toEqual(meaning)
  })

  test('beside a composition `nullable` makes the whole one of two alternatives', async () => {
    const schema = "{nullable: true, title: Maybe, allOf: [{$ref: '#/components/schemas/A'}]}"
    expect(await meaningOf('3.0.3', schema, 'A: {type: object}')).toEqual({
      title: 'Maybe',
      anyOf: [{ allOf: [{ ref: 'api.yaml#/components/schemas/A' }] }, { types: ['null'] }],
    })
  })

  test('a discriminator has names, references and implicit names, also beside `nullable`', async () => {
    const schema = `
  nullable: true
  oneOf:
    - {$ref: '#/components/schemas/A'}
    - {$ref: '#/components/schemas/B'}
    - {$ref: '#/components/schemas/C'}
  discriminator:
    propertyName: kind
    mapping: {a: A, bee: '#/components/schemas/B'}`
    const others = ['A', 'B', 'C'].map((name) => `${name}: {type: object}`).join('\n')
    expect(await meaningOf('3.0.3', schema, others)).toEqual({
      anyOf: [
        {
          oneOf: ['A', 'B', 'C'].map((name) => ({ ref: `api.yaml#/components/schemas/${name}` })),
          discriminator: {
            propertyName: 'kind',
            mapping: {
              a: 'api.yaml#/components/schemas/A',
              bee: 'api.yaml#/components/schemas/B',
              C: 'api.yaml#/components/schemas/C',
            },
          },
        },
        { types: ['null'] },
      ],
    })
  })

  test('an enum that `nullable` opens to null is told when it has none', async () => {
    const { contract, problems } = await read(contractOf('3.0.3', '{type: string, nullable: true, enum: [a]}'))
    expect(contract && schemaOf(contract, 'It')).toEqual({ types: ['null', 'string'], enum: ['a', null] })
    expect(problems).toEqual([
      '6:46 TK1510 the value of the schema keyword `enum` should be a list with null in it, as `nullable` asks for (places: 1)',
    ])
  })

  test('what stands beside a reference has no effect and is told, except for texts', async () => {
    const schema = `
  properties:
    a: {$ref: '#/components/schemas/A', description: D, minLength: 2}
    b: {$ref: '#/components/schemas/A', minLength: 2, x-data-classification: restricted}
    c: {$ref: '#/components/schemas/A', title: T}`
    const { contract, problems } = await read(contractOf('3.0.3', schema, 'A: {type: string}'))
    const ref = { ref: 'api.yaml#/components/schemas/A' }
    expect(contract && schemaOf(contract, 'It')).toEqual({ properties: { a: ref, b: ref, c: ref } })
    expect(problems).toEqual([
      '8:61 TK1509 `minLength` beside `$ref` has no effect in OpenAPI 3.0 (places: 2)',
      '9:12 TK1505 the annotation beside `$ref` has no effect in OpenAPI 3.0',
    ])
  })

  test('keywords of later dialects are read as they are meant, and told', async () => {
    const { contract, problems } = await read(contractOf('3.0.3', "{const: a, type: [string, 'null']}"))
    expect(contract && schemaOf(contract, 'It')).toEqual({ types: ['null', 'string'], enum: ['a'] })
    expect(problems).toEqual([
      '6:10 TK1504 `const` is no keyword of OpenAPI 3.0; it is read in the sense of the dialect that has it (places: 1)',
    ])
  })
})

describe('OpenAPI 3.1 and 3.2', () => {
  test.each([
    ["{type: [string, 'null', string]}", { types: ['null', 'string'] }],
    ['{type: [integer, number]}', { types: ['number'] }],
    ['{const: {a: 1}}', { enum: [{ a: 1 }] }],
    ['{const: a, enum: [a, b]}', { enum: ['a'] }],
    ['{const: c, enum: [a, b]}', { enum: [] }],
    ['true', { always: true }],
    ['{prefixItems: [true], items: false}', { prefixItems: [{ always: true }], items: { always: false } }],
    ['{then: {minimum: 1}}', {}],
    ['{if: {minimum: 1}, else: false}', { if: { minimum: 1 }, else: { always: false } }],
    ['{minContains: 2}', {}],
    ['{contains: true, minContains: 0}', { contains: { always: true }, minContains: 0 }],
    ['{dependentRequired: {a: [c, b]}}', { dependentRequired: { a: ['b', 'c'] } }],
    ['{examples: [1], example: 2}', { examples: [1, 2] }],
    ['{unevaluatedProperties: false}', { unevaluatedProperties: { always: false } }],
    [
      '{contentEncoding: base64, contentMediaType: image/png, contentSchema: true}',
      { contentEncoding: 'base64', contentMediaType: 'image/png', contentSchema: { always: true } },
    ],
    ['{enum: [{$ref: nowhere}], default: {$ref: x}}', { enum: [{ $ref: 'nowhere' }], default: { $ref: 'x' } }],
    ['{properties: {__proto__: {type: string}}}', { properties: { ['__proto__']: { types: ['string'] } } }],
  ])('%s', async (schema, meaning) => {
    expect(await meaningOf('3.1.0', schema)).toEqual(meaning)
    expect(await meaningOf('3.2.0', schema)).toEqual(meaning)
  })

  test('a reference joins what stands beside it', async () => {
    const schema = "{$ref: '#/components/schemas/A', minLength: 2}"
    expect(await meaningOf('3.1.0', schema, 'A: {type: string}')).toEqual({
      ref: 'api.yaml#/components/schemas/A',
      minLength: 2,
    })
  })

  test('`$schema` chooses an older dialect', async () => {
    const schema = `
  $schema: http://json-schema.org/draft-04/schema#
  minimum: 1
  exclusiveMinimum: true
  items: [{type: string}]
  additionalItems: false
  dependencies: {a: [b], c: {minProperties: 2}}`
    expect(await meaningOf('3.1.0', schema)).toEqual({
      exclusiveMinimum: 1,
      prefixItems: [{ types: ['string'] }],
      items: { always: false },
      dependentRequired: { a: ['b'] },
      dependentSchemas: { c: { minProperties: 2 } },
    })
  })

  test('`defaultMapping` of 3.2', async () => {
    const schema = "{discriminator: {propertyName: kind, defaultMapping: A}, oneOf: [{$ref: '#/components/schemas/A'}]}"
    expect(await meaningOf('3.2.0', schema, 'A: {type: object}')).toEqual({
      oneOf: [{ ref: 'api.yaml#/components/schemas/A' }],
      discriminator: {
        propertyName: 'kind',
        mapping: { A: 'api.yaml#/components/schemas/A' },
        default: 'api.yaml#/components/schemas/A',
      },
    })
  })
})

describe('problems', () => {
  test.each([
    [
      '{type: int}',
      '6:16 TK1503 the value of the schema keyword `type` is not one of array, boolean, integer, null, number, object and string',
    ],
    ['{minLength: -1}', '6:21 TK1503 the value of the schema keyword `minLength` is not a whole number of at least 0'],
    ['{multipleOf: 0}', '6:22 TK1503 the value of the schema keyword `multipleOf` is not a number above 0'],
    ['{required: id}', '6:20 TK1503 the value of the schema keyword `required` is not a list of property names'],
    ['{properties: [a]}', '6:22 TK1503 the value of the schema keyword `properties` is not a map of schemas'],
    ['{properties: {id: string}}', '6:27 TK1502 a schema is expected here, but there is a text'],
    ['{items: }', '6:16 TK1502 a schema is expected here, but there is nothing'],
    [
      '{discriminator: {mapping: {}}}',
      '6:25 TK1511 the discriminator is not an object with a `propertyName`, and a `mapping` from values to schemas',
    ],
    [
      "{$ref: '#/components/schemas/It'}",
      '6:9 TK1507 the schema refers to itself without a property or an item between',
    ],
    [
      "{allOf: [{$ref: '#/components/schemas/It'}]}",
      '6:18 TK1507 the schema refers to itself without a property or an item between',
    ],
    ["{items: {$ref: '#'}}", '6:17 TK1502 a schema is expected here, but there is the whole contract'],
  ])('%s', async (schema, problem) => {
    const { contract, problems } = await read(contractOf('3.1.0', schema))
    expect(problems).toEqual([problem])
    expect(contract).toBeUndefined()
  })

  test('what is clear is read and told, once however often it occurs', async () => {
    const schema = "{minLength: '2', properties: {a: {required: true}, b: {required: true, minlength: 3}}}"
    const { contract, problems } = await read(contractOf('3.1.0', schema))
    expect(contract && schemaOf(contract, 'It')).toEqual({ minLength: 2, properties: { a: {}, b: {} } })
    expect(problems).toEqual([
      '6:21 TK1510 the value of the schema keyword `minLength` should be a whole number of at least 0 (places: 1)',
      '6:53 TK1510 the value of the schema keyword `required` should be the list of required property names, on the object that has them (places: 2)',
      '6:80 TK1501 the schema keyword `minlength` is not known and has no effect (places: 1)',
    ])
  })
})
