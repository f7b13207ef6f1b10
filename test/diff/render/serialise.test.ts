import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serialise } from '../../../src/diff/render/serialise.js'

function nested(levels: number): unknown {
  let value: unknown = { last: [] }
  for (let level = 1; level < levels; level++) value = level % 2 ? [value, 1] : { value, more: {} }
  return value
}

describe('serialise', () => {
  it('is JSON indented by two, without what is undefined', () => {
    expect(serialise({ a: [1, {}, []], b: undefined, c: [undefined, null], d: '"ä' })).toBe(
      '{\n  "a": [\n    1,\n    {},\n    []\n  ],\n  "c": [\n    null,\n    null\n  ],\n  "d": "\\"ä"\n}',
    )
    expect(serialise(undefined)).toBe('null')
  })

  it('writes what would act on a terminal as escapes', () => {
    expect(serialise(['\u001b\u0085\u200b\u202e\ufeff'])).toBe('[\n  "\\u001b\\u0085\\u200b\\u202e\\ufeff"\n]')
  })

  it.each([1, 2, 61, 62, 63, 64, 65, 66, 200])('indents %i levels down to the 64th', (levels) => {
    const value = nested(levels)
    const lines = JSON.stringify(value, undefined, 2).split('\n')
    const indented = lines.map((line) => line.replace(/^ {128,}/, ' '.repeat(128)))
    expect(serialise(value)).toBe(indented.join('\n'))
  })

  it('gives back any value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 80 }), (value) => {
        expect(JSON.parse(serialise(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('does not run out of stack', () => {
    let deep: unknown = 1
    for (let level = 0; level < 100_000; level++) deep = [deep]
    expect(serialise(deep).replace(/\s/g, '')).toBe(`${'['.repeat(100_000)}1${']'.repeat(100_000)}`)
  })
})
