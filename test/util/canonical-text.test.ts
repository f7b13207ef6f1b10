import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText } from '../../src/util/canonical-text.js'
import { sameData } from '../../src/util/same-data.js'

test.each([
  [{ b: [1, { d: null, c: '"' }], a: {} }, '{"a":{},"b":[1,{"c":"\\"","d":null}]}'],
  [[], '[]'],
  [[[], {}, ''], '[[],{},""]'],
  [[-0, 0.5, 1e21], '[0,0.5,1e+21]'],
  ['1', '"1"'],
  [1, '1'],
  [JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
])('%j', (value, text) => {
  expect(canonicalText(value)).toBe(text)
})

test('reads back as the same value, and is the same for equal values only', () => {
  const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)))
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(JSON.parse(canonicalText(one))).toEqual(one)
      expect(canonicalText(one) === canonicalText(other)).toBe(sameData(one, other))
    }),
    { numRuns: 500 },
  )
})

test('a value of 100,000 levels', () => {
  let value: unknown = 1
  for (let level = 0; level < 100_000; level++) value = level % 2 === 0 ? [value] : { a: value }
  expect(canonicalText(value)).toHaveLength(50_000 * 2 + 50_000 * 6 + 1)
})
