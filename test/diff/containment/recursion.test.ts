import { expect, test } from 'vitest'
import { verdictOf } from './support.js'

const list = (item: string, more = '') =>
  `{$ref: "#/$defs/l", $defs: {l: {type: object, required: [v${more}], properties: {v: ${item}, n: {$ref: "#/$defs/l"}}}}}`
const tree = (leaf: string) =>
  `{$ref: "#/$defs/t", $defs: {t: {anyOf: [${leaf}, {type: array, items: {$ref: "#/$defs/t"}}]}}}`

test.each([
  [list('{type: string}'), list('{type: [string, integer]}'), 'compatible'],
  [list('{type: [string, integer]}'), list('{type: string}'), 'breaking {"v":0}'],
  // Nothing finite has a list that always goes on.
  [list('{type: string}', ', n'), '{type: integer}', 'compatible'],
  [
    '{type: object, properties: {a: {$ref: "#/$defs/l"}}, $defs: {l: {required: [n], type: object, properties: {n: {$ref: "#/$defs/l"}}}}}',
    '{properties: {a: false}}',
    'compatible',
  ],
  [tree('{type: string}'), tree('{type: [string, "null"]}'), 'compatible'],
  [tree('{type: [string, "null"]}'), tree('{type: string}'), 'breaking null'],
  // Only two levels down.
  [
    '{$ref: "#/$defs/a", $defs: {a: {type: object, properties: {b: {$ref: "#/$defs/b"}}}, b: {type: object, properties: {a: {$ref: "#/$defs/a"}, c: {type: integer}}}}}',
    '{$ref: "#/$defs/a", $defs: {a: {type: object, properties: {b: {$ref: "#/$defs/b"}}}, b: {type: object, properties: {a: {$ref: "#/$defs/a"}, c: {type: string}}}}}',
    'breaking {"b":{"c":0}}',
  ],
  // A value is found by another way than the one that is still open.
  [
    '{$ref: "#/$defs/t", $defs: {t: {type: object, required: [k], properties: {k: {anyOf: [{$ref: "#/$defs/t"}, {type: integer}]}}}}}',
    '{type: object, properties: {k: {type: object}}}',
    'breaking {"k":0}',
  ],
])('%s and %s: %s', (producer, reader, verdict) => {
  expect(verdictOf(producer, reader)).toBe(verdict)
})
