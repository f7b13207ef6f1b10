import { describe, expect, test } from 'vitest'
import { verdictOf } from './support.js'

/** Producer, reader, and the verdict on each direction. */
type Case = readonly [string, string, string, string]

function table(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    test.each(cases)('%s and %s', (before, after, forwards, backwards) => {
      expect(verdictOf(before, after)).toBe(forwards)
      expect(verdictOf(after, before)).toBe(backwards)
      expect(verdictOf(before, before)).toBe('compatible')
    })
  })
}

table('types and values', [
  ['{type: string}', '{type: [string, "null"]}', 'compatible', 'breaking null'],
  ['{type: integer}', '{type: number}', 'compatible', 'breaking 0.1'],
  ['{type: string}', '{type: integer}', 'breaking ""', 'breaking 0'],
  ['{allOf: [true]}', '{}', 'compatible', 'compatible'],
  ['{not: {}}', '{type: string}', 'compatible', 'breaking ""'],
  ['{enum: [a, b]}', '{enum: [b, a, c]}', 'compatible', 'breaking "c"'],
  ['{enum: [1, 2.5]}', '{type: integer}', 'breaking 2.5', 'breaking 0'],
  ['{const: {a: 1}}', '{type: object, required: [a]}', 'compatible', 'breaking {"a":null}'],
  ['{type: boolean}', '{enum: [true, false]}', 'compatible', 'compatible'],
  ['{type: "null"}', '{const: null}', 'compatible', 'compatible'],
])

table('numbers', [
  ['{type: integer, minimum: 1}', '{type: integer, minimum: 0}', 'compatible', 'breaking 0'],
  ['{type: number, exclusiveMinimum: 1}', '{type: number, minimum: 1}', 'compatible', 'breaking 1'],
  ['{type: integer, multipleOf: 6}', '{type: integer, multipleOf: 3}', 'compatible', 'breaking 3'],
  ['{type: integer, minimum: 0, maximum: 2}', '{enum: [0, 1, 2]}', 'compatible', 'compatible'],
])

table('texts', [
  ['{type: string, minLength: 2}', '{type: string, minLength: 1}', 'compatible', 'breaking "a"'],
  ['{type: string, maxLength: 2}', '{type: string, maxLength: 3}', 'compatible', 'breaking "aaa"'],
])

table('objects', [
  ['{type: object, required: [a, b]}', '{type: object, required: [a]}', 'compatible', 'breaking {"a":null}'],
  [
    '{type: object, properties: {a: {type: string}}}',
    '{type: object, properties: {a: {type: integer}}}',
    'breaking {"a":""}',
    'breaking {"a":0}',
  ],
  [
    '{type: object, properties: {a: {type: string}}, additionalProperties: false}',
    '{type: object, properties: {a: {}, b: {type: integer}}}',
    'compatible',
    'breaking {"a":null}',
  ],
  [
    '{type: object, additionalProperties: {type: string}}',
    '{type: object, additionalProperties: {type: [string, integer]}}',
    'compatible',
    'breaking {"extra":0}',
  ],
  ['{type: object, minProperties: 1}', '{type: object, minProperties: 2}', 'breaking {"extra":null}', 'compatible'],
  ['{type: object, maxProperties: 1}', '{type: object, maxProperties: 0}', 'breaking {"extra":null}', 'compatible'],
  ['{type: object, dependentRequired: {a: [b]}}', '{type: object}', 'compatible', 'breaking {"a":null}'],
  [
    '{type: object, required: [a], dependentRequired: {b: [c], a: [b]}}',
    '{type: object, required: [a, b]}',
    'compatible',
    'breaking {"a":null,"b":null}',
  ],
  [
    '{type: object, dependentSchemas: {a: {required: [b]}}}',
    '{type: object, dependentRequired: {a: [b]}}',
    'compatible',
    'compatible',
  ],
  [
    '{type: object, propertyNames: {maxLength: 2}}',
    '{type: object, propertyNames: {maxLength: 3}}',
    'compatible',
    'breaking {"aaa":null}',
  ],
  [
    '{type: object, properties: {a: {}}, unevaluatedProperties: false}',
    '{type: object, properties: {a: {}}, additionalProperties: false}',
    'compatible',
    'compatible',
  ],
  [
    '{type: object, allOf: [{properties: {a: {}}}, {properties: {b: {}}}], unevaluatedProperties: false}',
    '{type: object, properties: {a: {}, b: {}}, additionalProperties: false}',
    'compatible',
    'compatible',
  ],
])

table('arrays', [
  [
    '{type: array, items: {type: string}}',
    '{type: array, items: {type: [string, integer]}}',
    'compatible',
    'breaking [0]',
  ],
  ['{type: array, minItems: 1}', '{type: array}', 'compatible', 'breaking []'],
  ['{type: array, uniqueItems: true}', '{type: array}', 'compatible', 'breaking [null,null]'],
  ['{type: array, contains: {type: string}}', '{type: array}', 'compatible', 'breaking []'],
  [
    '{type: array, prefixItems: [{type: string}]}',
    '{type: array, items: {type: string}}',
    'breaking ["",null]',
    'compatible',
  ],
  [
    '{type: array, items: {enum: [1, 2]}, uniqueItems: true}',
    '{type: array, maxItems: 2}',
    'compatible',
    'breaking [null]',
  ],
  [
    '{type: array, contains: {const: 1}, minContains: 2}',
    '{type: array, contains: {const: 1}}',
    'compatible',
    'breaking [1]',
  ],
  [
    '{type: array, contains: {const: 1}, maxContains: 1}',
    '{type: array, contains: {const: 1}}',
    'compatible',
    'breaking [1,1]',
  ],
])

table('impossible counts', [
  ['{type: array, contains: {}, minContains: 3, maxContains: 2}', '{type: string}', 'compatible', 'breaking ""'],
  ['{type: array, contains: {const: 1}, minContains: 2, maxItems: 1}', '{type: string}', 'compatible', 'breaking ""'],
])

table('compositions', [
  ['{anyOf: [{type: string}, {type: integer}]}', '{type: [string, integer]}', 'compatible', 'compatible'],
  [
    '{oneOf: [{type: string}, {type: integer}]}',
    '{anyOf: [{type: string}, {type: number}]}',
    'compatible',
    'breaking 0.1',
  ],
  [
    '{oneOf: [{minimum: 1}, {maximum: 3}]}',
    '{type: number, not: {minimum: 1, maximum: 3}}',
    'compatible',
    'compatible',
  ],
  ['{not: {type: string}}', '{type: [array, boolean, "null", number, object]}', 'compatible', 'compatible'],
  [
    '{if: {type: string}, then: {minLength: 1}, else: {type: integer}}',
    '{anyOf: [{type: string, minLength: 1}, {type: integer}]}',
    'compatible',
    'compatible',
  ],
  [
    '{type: object, allOf: [{properties: {a: {type: string}}}, {required: [a]}]}',
    '{type: object, properties: {a: {type: string}}, required: [a]}',
    'compatible',
    'compatible',
  ],
])
