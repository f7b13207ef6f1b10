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

  test('a recursion of which one part looks like a part of another recursion', () => {
    // Under `not`, nothing is left out: there A and C are others than outside.
    const schema = `{$ref: "#/$defs/A", $defs: {
      A: {additionalProperties: {$ref: "#/$defs/C"}},
      C: {not: {properties: {a: {$ref: "#/$defs/A"}}},
          additionalProperties: {properties: {b: {}}, additionalProperties: {$ref: "#/$defs/A"}}}}}`
    for (const projection of ['none', 'to-server', 'from-server'] as const)
      expect(createContainment().same(side(schema), side(schema), projection), projection).toBe(true)
  })

  test.each([
    // Written in parts.
    [
      '{type: object, required: [a, b], properties: {a: {type: string}, b: {}}}',
      '{allOf: [{type: object, required: [b]}, {required: [a], properties: {a: {type: string}}}, {properties: {b: {}}}]}',
    ],
    [
      '{$ref: "#/$defs/l", $defs: {l: {type: object, properties: {n: {$ref: "#/$defs/l"}}}}}',
      '{$ref: "#/$defs/l", $defs: {l: {allOf: [{type: object}, {properties: {n: {$ref: "#/$defs/l"}}}]}}}',
    ],
    [
      '{type: integer, minimum: 3, maximum: 5}',
      '{type: number, maximum: 7, allOf: [{type: integer, minimum: 3, maximum: 5}]}',
    ],
    [
      '{type: string, pattern: a, minLength: 2}',
      '{allOf: [{allOf: [{type: string}, {minLength: 2}]}, {minLength: 1, pattern: a}]}',
    ],
    ['{enum: [b]}', '{enum: [a, b], allOf: [{enum: [c, b]}]}'],
    ['{enum: [a], allOf: [{enum: [b]}]}', 'false'],
    [
      '{type: array, uniqueItems: true, items: {type: string}}',
      '{allOf: [{uniqueItems: true}, {type: array}, {items: {type: string}}]}',
    ],
    // Of what cannot be said with one keyword, it says nothing who says it.
    [
      '{pattern: a, allOf: [{pattern: b}]}',
      '{allOf: [{pattern: b, type: [string, "null", number, object, array, boolean]}, {pattern: a}]}',
    ],
    [
      '{items: {type: string}, allOf: [{items: {minLength: 1}}]}',
      '{items: {minLength: 1}, allOf: [{items: {type: string}}]}',
    ],
    [
      '{properties: {a: {type: string}}, allOf: [{properties: {a: {minLength: 1}, b: {}}}]}',
      '{properties: {b: {}}, allOf: [{properties: {a: {minLength: 1}}}, {properties: {a: {type: string}}}]}',
    ],
    // By reference or not, beside others or alone.
    [
      '{$ref: "#/$defs/base", required: [a], $defs: {base: {type: object, properties: {a: {}}}}}',
      '{allOf: [{required: [a]}, {$ref: "#/$defs/base"}], $defs: {base: {type: object, properties: {a: {}}}}}',
    ],
    [
      '{$ref: "#/$defs/base", required: [a], $defs: {base: {type: object, properties: {a: {}}}}}',
      '{type: object, properties: {a: {}}, required: [a]}',
    ],
    // What looks at its neighbours stays among them.
    [
      '{properties: {a: {}}, additionalProperties: false, allOf: [{properties: {b: {}}, required: [b]}]}',
      '{properties: {a: {}}, additionalProperties: false, required: [b], allOf: [{properties: {b: {}}}]}',
    ],
    [
      '{prefixItems: [{}], items: {type: string}, allOf: [{items: {minLength: 1}, minItems: 1}]}',
      '{prefixItems: [{}], items: {type: string}, minItems: 1, allOf: [{items: {minLength: 1}}]}',
    ],
  ])('in parts: %s and %s', (before, after) => {
    expect(isSame(before, after)).toBe(true)
    expect(isSame(after, before)).toBe(true)
  })

  test.each([
    ['{type: string}', '{type: string, minLength: 1}'],
    ['{oneOf: [{type: string}, {type: string}]}', '{oneOf: [{type: string}]}'],
    ['{prefixItems: [{type: string}, {}]}', '{prefixItems: [{}, {type: string}]}'],
    ['{enum: ["1"]}', '{enum: [1]}'],
    ['{required: ["a,b"]}', '{required: [a, b]}'],
    [
      '{properties: {a: {}}, additionalProperties: false, allOf: [{properties: {b: {}}}]}',
      '{properties: {a: {}, b: {}}, additionalProperties: false}',
    ],
    [
      '{allOf: [{properties: {a: {}}, additionalProperties: false}, {properties: {b: {}}}]}',
      '{properties: {a: {}, b: {}}, additionalProperties: false}',
    ],
    ['{prefixItems: [{}], allOf: [{items: {type: string}}]}', '{prefixItems: [{}], items: {type: string}}'],
    ['{type: integer, allOf: [{type: string}]}', '{type: integer}'],
    [
      '{allOf: [{properties: {a: {}}, unevaluatedProperties: false}, {properties: {b: {}}}]}',
      '{allOf: [{properties: {a: {}}}, {properties: {b: {}}}], unevaluatedProperties: false}',
    ],
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
    ['{type: [string, integer], minLength: 1}', '{oneOf: [{type: integer}, {type: string, minLength: 1}]}'],
    ['{not: {not: {type: string}}}', '{type: string}'],
    ['{type: object, additionalProperties: {}}', '{type: object}'],
    [
      '{$ref: "#/$defs/t", $defs: {t: {anyOf: [{type: string}, {type: array, items: {$ref: "#/$defs/t"}}]}}}',
      '{$ref: "#/$defs/t", $defs: {t: {type: [array, string], items: {$ref: "#/$defs/t"}}}}',
    ],
  ])('%s and %s', (before, after) => {
    expect(verdictOf(before, after)).toBe('compatible')
    expect(verdictOf(after, before)).toBe('compatible')
  })
})
