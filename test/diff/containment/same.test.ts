import { describe, expect, test } from 'vitest'
import { createContainment } from '../../../src/diff/containment/index.js'
import { side, verdictOf } from './support.js'

function isSame(before: string, after: string): boolean {
  return createContainment().same(side(before), side(after), 'none')
}

describe('the same structure', () => {
  test.each([
    ['{type: object, properties: {a: {}, b: {}}}', '{properties: {b: {}, a: {}}, type: object, title: T, default: {}}'],
    ['{type: [string, "null"]}', '{type: ["null", string], description: D}'],
    ['{enum: [a, b]}', '{type: string, enum: [b, a]}'],
    ['{enum: [{a: 1, b: 2}]}', '{enum: [{b: 2, a: 1.0}]}'],
    ['{type: string, minimum: 3, minLength: 0}', '{type: string}'],
    ['{type: string, format: unheard-of}', '{type: string}'],
    ['{anyOf: [{type: string}, {type: integer}]}', '{anyOf: [{type: integer}, {type: string}, {type: string}]}'],
    ['{oneOf: [{type: string}, {type: integer}]}', '{oneOf: [{type: integer}, {type: string}]}'],
    ['{$ref: "#/$defs/a", $defs: {a: {type: string}}}', '{type: string}'],
    ['{allOf: [{$ref: "#/$defs/a"}], description: D, $defs: {a: {type: string}}}', '{type: string}'],
    ['{items: {$ref: "#/$defs/a"}, $defs: {a: {type: string}}}', '{items: {type: string}}'],
    [
      '{$ref: "#/$defs/l", $defs: {l: {properties: {v: {type: string}, n: {$ref: "#/$defs/l"}}}}}',
      '{$ref: "#/$defs/m", $defs: {m: {properties: {n: {allOf: [{$ref: "#/$defs/m"}]}, v: {type: string}}}}}',
    ],
    // The same recursion, written over two schemas, and with its first round unrolled.
    [
      '{$ref: "#/$defs/l", $defs: {l: {properties: {n: {$ref: "#/$defs/l"}}}}}',
      '{$ref: "#/$defs/a", $defs: {a: {properties: {n: {$ref: "#/$defs/b"}}}, b: {properties: {n: {$ref: "#/$defs/a"}}}}}',
    ],
    [
      '{$ref: "#/$defs/l", $defs: {l: {properties: {n: {$ref: "#/$defs/l"}}}}}',
      '{properties: {n: {$ref: "#/$defs/l"}}, $defs: {l: {properties: {n: {$ref: "#/$defs/l"}}}}}',
    ],
    ['{$ref: "#/$defs/a", $defs: {a: {$ref: "#/$defs/b"}, b: {$ref: "#/$defs/a"}}}', '{title: nothing}'],
  ])('%s and %s', (before, after) => {
    expect(isSame(before, after)).toBe(true)
    expect(isSame(after, before)).toBe(true)
    expect(verdictOf(before, after)).toBe('compatible')
  })

  test.each([
    ['{type: string}', '{type: string, minLength: 1}'],
    ['{oneOf: [{type: string}, {type: string}]}', '{oneOf: [{type: string}]}'],
    ['{prefixItems: [{type: string}, {}]}', '{prefixItems: [{}, {type: string}]}'],
    ['{enum: ["1"]}', '{enum: [1]}'],
    ['{required: ["a,b"]}', '{required: [a, b]}'],
    [
      '{$ref: "#/$defs/l", $defs: {l: {properties: {n: {$ref: "#/$defs/l"}}}}}',
      '{$ref: "#/$defs/a", $defs: {a: {properties: {n: {$ref: "#/$defs/b"}}}, b: {required: [n], properties: {n: {$ref: "#/$defs/a"}}}}}',
    ],
  ])('not %s and %s', (before, after) => {
    expect(isSame(before, after)).toBe(false)
  })
})

describe('another structure, and the same values', () => {
  test.each([
    [
      '{type: object, required: [a], properties: {a: {type: string}, b: {}}}',
      '{allOf: [{type: object, required: [a]}, {properties: {a: {type: string}}}, {properties: {b: {}}}]}',
    ],
    ['{type: [string, integer], minLength: 1}', '{oneOf: [{type: integer}, {type: string, minLength: 1}]}'],
    ['{not: {not: {type: string}}}', '{type: string}'],
    ['{type: object, additionalProperties: {}}', '{type: object}'],
    [
      '{$ref: "#/$defs/l", $defs: {l: {type: object, properties: {n: {$ref: "#/$defs/l"}}}}}',
      '{$ref: "#/$defs/l", $defs: {l: {allOf: [{type: object}, {properties: {n: {$ref: "#/$defs/l"}}}]}}}',
    ],
    [
      '{$ref: "#/$defs/t", $defs: {t: {anyOf: [{type: string}, {type: array, items: {$ref: "#/$defs/t"}}]}}}',
      '{$ref: "#/$defs/t", $defs: {t: {type: [array, string], items: {$ref: "#/$defs/t"}}}}',
    ],
  ])('%s and %s', (before, after) => {
    expect(verdictOf(before, after)).toBe('compatible')
    expect(verdictOf(after, before)).toBe('compatible')
  })
})
