import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonText } from '../../../src/diff/render/json-text.js'
import type { JsonValue } from '../../../src/util/own.js'

const table: readonly [JsonValue, number, string][] = [
  [null, 10, 'null'],
  [{}, 10, '{}'],
  [[], 10, '[]'],
  [{ quantity: 1, lines: [true, 'a"b'] }, 100, '{"quantity": 1, "lines": [true, "a\\"b"]}'],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9], 12, '[1, 2, 3, 4, …]'],
  [{ note: 'x'.repeat(100) }, 30, '{"note": "xxxxxxxxxxxxxxxxxx…"}'],
  [{ a: { b: { c: { d: 1 } } } }, 12, '{"a": {"b": {…}}}'],
  ['😀'.repeat(20), 11, '"😀😀😀😀…"'],
]

describe('jsonText', () => {
  it.each(table)('%j in %d', (value, width, expected) => {
    expect(jsonText(value, { width })).toBe(expected)
  })

  it('cuts single strings, so that one of them leaves room for the rest', () => {
    const value = { id: '123e4567-e89b-42d3-a456-426614174000', state: 'accepted' }
    expect(jsonText(value, { width: 100, strings: 10 })).toBe('{"id": "123e4567-…", "state": "accepted"}')
  })

  it('indents on request', () => {
    expect(jsonText({ a: [1, {}], b: [] }, { width: 100, pretty: true })).toBe(
      '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": []\n}',
    )
  })

  it('is JSON where nothing is cut, and as long as asked for where something is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, pretty) => {
        expect(JSON.parse(jsonText(value as JsonValue, { width: 100_000, pretty }))).toEqual(
          JSON.parse(JSON.stringify(value)),
        )
        // A control character takes six.
        expect(jsonText(value as JsonValue, { width: 50 }).length).toBeLessThan(6 * 50 + 50)
      }),
    )
  })

  it('does not run out of stack, or of time', () => {
    let deep: JsonValue = 1
    for (let level = 0; level < 100_000; level++) deep = [deep]
    expect(jsonText(deep, { width: 1000 })).toBe(`${'['.repeat(33)}…${']'.repeat(33)}`)
    expect(
      jsonText(
        Array.from({ length: 1_000_000 }, () => 1),
        { width: 10 },
      ),
    ).toBe('[1, 1, 1, …]')
  })
})
