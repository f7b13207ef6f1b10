import { describe, expect, test } from 'vitest'
import type { Projection } from '../../../src/diff/containment/index.js'
import { verdictOf } from './support.js'

describe('a producer sends what is declared', () => {
  const closed = '{type: object, properties: {a: {type: string}}, additionalProperties: false}'
  test.each([
    // An optional property more, or less, for an open reader.
    ['{type: object, properties: {a: {type: string}}}', '{type: object, properties: {a: {type: string}, b: {}}}'],
    ['{type: object, properties: {a: {type: string}, b: {}}}', '{type: object, properties: {a: {type: string}}}'],
    ['{type: object, properties: {a: {type: string}}}', closed],
    ['{allOf: [{type: object, properties: {a: {type: string}}}, {required: [a]}]}', closed],
    ['{type: object, required: [a, b], properties: {b: {}}}', '{type: object, required: [a]}'],
    ['{type: array, items: {type: object, properties: {a: {type: string}}}}', `{type: array, items: ${closed}}`],
    [
      '{type: object, properties: {n: {properties: {a: {type: string}}, type: object}}}',
      `{properties: {n: ${closed}}}`,
    ],
    // Schemas of one place are read together.
    [
      '{type: object, allOf: [{properties: {n: {type: object, properties: {a: {}}}}}, {properties: {n: {properties: {b: {}}}}}]}',
      '{properties: {n: {properties: {a: {}, b: {}}, additionalProperties: false}}}',
    ],
  ])('%s is read by %s', (producer, reader) => {
    expect(verdictOf(producer, reader, { view: 'exchange' })).toBe('compatible')
  })

  test.each([
    ['{type: object}', closed, '{"a":null}'],
    ['{type: object, properties: {a: {type: string}, b: {type: integer}}}', closed, '{"b":0}'],
    ['{type: object, properties: {a: {type: string}}, additionalProperties: true}', closed, '{"extra":null}'],
    ['{type: object, properties: {a: {type: string}}, patternProperties: {"^x": {}}}', closed, '{"extra":null}'],
    ['{anyOf: [{type: object}, {type: object, properties: {a: {type: string}}}]}', closed, '{"a":null}'],
    [
      '{type: object, allOf: [{properties: {n: {type: object, required: [a], properties: {a: {}}}}}, {properties: {n: {required: [b], properties: {b: {}}}}}]}',
      '{properties: {n: {properties: {a: {}}, additionalProperties: false}}}',
      '{"n":{"a":null,"b":null}}',
    ],
    [
      '{anyOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]}',
      '{anyOf: [{properties: {a: {}}, additionalProperties: false}, {properties: {b: {}}, additionalProperties: false}]}',
      '{"a":"","b":""}',
    ],
    // Only declared where another member is there.
    [
      '{type: object, properties: {a: {}}, dependentSchemas: {a: {properties: {b: {}}}}}',
      '{type: object, properties: {b: {type: boolean}}}',
      '{"a":null,"b":null}',
    ],
    [
      '{type: object, properties: {b: {}}, patternProperties: {"b$": {}}}',
      '{type: object, patternProperties: {"^a": false}}',
      '{"a":null}',
    ],
  ])('%s is not read by %s', (producer, reader, witness) => {
    expect(verdictOf(producer, reader, { view: 'exchange' })).toBe(`breaking ${witness}`)
  })
})

describe('members that are left out', () => {
  const required = '{type: object, required: [id], properties: {id: {type: integer, readOnly: true}}}'
  const optional = '{type: object, properties: {id: {type: integer, readOnly: true}}}'
  const apart = '{type: object, allOf: [{properties: {id: {type: integer, readOnly: true}}}, {required: [id]}]}'

  test.each<[string, string, Projection, string]>([
    [optional, required, 'to-server', 'compatible'],
    [optional, required, 'from-server', 'breaking {}'],
    [optional, apart, 'to-server', 'compatible'],
    [optional, apart, 'from-server', 'breaking {}'],
    [required.replace('readOnly', 'writeOnly'), '{type: object, not: {required: [id]}}', 'from-server', 'compatible'],
    [
      required.replace('readOnly', 'writeOnly'),
      '{type: object, not: {required: [id]}}',
      'to-server',
      'breaking {"id":0}',
    ],
  ])('%s and %s, %s', (producer, reader, projection, verdict) => {
    expect(verdictOf(producer, reader, { view: 'exchange', projection })).toBe(verdict)
  })
})
