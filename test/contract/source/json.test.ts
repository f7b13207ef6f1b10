import { describe, expect, it } from 'vitest'
import { inspectJson } from '../../../src/contract/source/json/inspect-json.js'
import { open, parse, valueOf } from './support/open.js'

const json = (text: string) => open({ 'a.json': text })

describe('reading JSON', () => {
  it('keeps every kind of value', async () => {
    const text = '{"a": [1, -2.5e3, true, false, null, "\\u0041\\n/\\/"], "": {}, "200": []}'
    expect(await valueOf(text)).toEqual(JSON.parse(text))
  })

  it('keeps hostile keys as data', async () => {
    const { sources, problems } = await json('{"__proto__": {"polluted": 1}, "constructor": 2, "toString": 3}')
    expect(Object.keys(sources?.root.value ?? {})).toEqual(['__proto__', 'constructor', 'toString'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(problems()).toEqual([])
  })

  it('knows JSON in a file named .yaml', async () => {
    const { sources } = await open({ 'a.yaml': '{"a": "\\ud83d\\ude00"}' })
    expect(sources?.root).toMatchObject({ format: 'json', value: { a: '😀' } })
  })

  it('takes what only starts like JSON for YAML', async () => {
    const { sources } = await open({ 'a.yaml': '{a: 1, # one\n b: [x]}' })
    expect(sources?.root).toMatchObject({ format: 'yaml', value: { a: 1, b: ['x'] } })
  })

  it('reports a key that stands twice with both places', async () => {
    const { problems, sources } = await json('{\n  "a": {\n    "x/y": 1,\n    "z": 2,\n    "x\\u002fy": 3\n  }\n}')
    expect(problems()).toEqual([
      'a.json:5:5-5:15 TK1010 the key `x/y` stands twice in the same object -> a.json:3:5-3:10',
    ])
    expect(sources?.root.value).toEqual({ a: { 'x/y': 3, z: 2 } })
  })

  it('does not take equal keys of different objects for one', async () => {
    expect((await json('[{"a": {"a": 1}}, {"a": ":,{}[]\\""}]')).problems()).toEqual([])
  })

  it('warns of integers that lose digits, and refuses what is not finite', async () => {
    const { problems } = await json(
      '{"a": [9007199254740993, -9223372036854775808, 9007199254740992, 1e30, 9223372036854776000, 1e400]}',
    )
    expect(problems()).toEqual([
      'a.json:1:8-1:24 TK1011 the integer 9007199254740993 becomes 9007199254740992, because a JavaScript number cannot hold it',
      'a.json:1:93-1:98 TK1012 `1e400` is no number that JSON can express',
    ])
  })

  it.each([
    ['{', '1:2-1:2', 'the text ends before `}`'],
    ['[1, 2,]', '1:7-1:8', 'a comma stands before `]`'],
    ['{"a": 1,\n}', '2:1-2:2', 'a comma stands before `}`'],
    ['{"a": 1\n "b": 2}', '2:2-2:3', 'expected `,` or `}`'],
    ['{"a" 1}', '1:6-1:7', 'expected `:` behind the key'],
    ['{a: 1}', '1:2-1:3', 'expected a key in double quotes'],
    ["{'a': 1}", '1:2-1:3', 'expected a key in double quotes'],
    ["['a']", '1:2-1:5', 'strings stand in double quotes'],
    ['[01]', '1:2-1:4', 'this is not a number of JSON'],
    ['[+1]', '1:2-1:4', 'this is not a number of JSON'],
    ['[1.]', '1:2-1:4', 'this is not a number of JSON'],
    ['[NaN]', '1:2-1:5', 'expected a value'],
    ['[1] x', '1:5-1:6', 'there is more text behind the end'],
    ['[1]]', '1:4-1:5', 'there is more text behind the end'],
    ['[1 // one\n]', '1:4-1:5', 'expected `,` or `]`'],
    ['[// one\n1]', '1:2-1:4', 'JSON has no comments'],
    ['["a\nb"]', '1:2-1:4', 'the string is not closed on its line'],
    ['["a\tb"]', '1:4-1:5', 'a control character stands in a string'],
    ['["\\x"]', '1:3-1:5', 'there is no such escape in a string'],
    ['["\\u12g4"]', '1:3-1:5', 'there is no such escape in a string'],
    ['["\\\\\\', '1:5-1:6', 'there is no such escape in a string'],
    ['["abc', '1:2-1:3', 'the string is never closed'],
    ['{"a": ', '1:7-1:7', 'the text ends where a value must stand'],
    ['{"a": 1', '1:8-1:8', 'the text ends before `}`'],
    ['[,1]', '1:2-1:3', 'expected a value'],
    ['{"a": }', '1:7-1:8', 'expected a value'],
    ['[1}', '1:3-1:4', 'expected `,` or `]`'],
  ])('finds the mistake in %j', async (text, place, reason) => {
    expect((await json(text)).problems()).toEqual([`a.json:${place} TK1006 this is not JSON: ${reason}`])
  })

  it('finds a mistake wherever JSON.parse does', () => {
    const whole = '{"a": [1, -0.5e+1, "x\\n\\u00e4", {"b": null}], "c": [true, false, [], {}]}'
    for (let cut = 0; cut < whole.length; cut++) {
      for (const text of [whole.slice(0, cut), `${whole.slice(0, cut)}?${whole.slice(cut)}`]) {
        expect(inspectJson(text).syntax !== undefined, text).toBe(!parses(text))
      }
    }
  })

  it('reads 2,000 levels and refuses 2,001 where they begin', async () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
    expect((await parse(nested(2_000))).problems()).toEqual([])
    expect((await parse(nested(2_001))).problems()).toEqual([
      '<stdin>:1:2001-1:2002 TK1015 the document is nested deeper than 2000 levels',
    ])
    expect((await parse('{"a":'.repeat(100_000))).problems()).toEqual([
      '<stdin>:1:10001-1:10002 TK1015 the document is nested deeper than 2000 levels',
    ])
  })

  it('counts values exactly', async () => {
    const text = '{"a": [1, {}, []], "b": {"c": ","}}'
    expect((await parse(text, { limits: { nodes: 7 } })).problems()).toEqual([])
    expect((await parse(text, { limits: { nodes: 6 } })).problems()).toEqual([
      '<stdin>:1:25-1:26 TK1016 the contract has more than 6 values',
    ])
  })
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
