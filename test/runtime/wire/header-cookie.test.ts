import { describe, expect, test } from 'vitest'
import {
  decodeCookies,
  decodeHeader,
  encodeCookies,
  encodeHeader,
  headerName,
  headerValue,
  type WireIssue,
  type WireParameter,
} from '../../../src/runtime/src/wire/index.js'

const texts = { kind: 'array', items: ['string'] } as const
const numbers = {
  kind: 'object',
  properties: { R: { kind: 'scalar', types: ['integer'] } },
  rest: { kind: 'scalar', types: ['integer'] },
} as const

describe('headers', () => {
  const table: readonly [Partial<WireParameter>, unknown, string][] = [
    [{}, 'W/"a,b"', 'W/"a,b"'],
    [{ shape: { kind: 'scalar', types: ['boolean'] } }, true, 'true'],
    [{ shape: texts }, ['a', 'b'], 'a,b'],
    [{ shape: numbers }, { R: 1, G: 2 }, 'R,1,G,2'],
    [{ shape: numbers, explode: true }, { R: 1, G: 2 }, 'R=1,G=2'],
    [{ shape: { kind: 'json' } }, { a: [1, 2] }, '{"a":[1,2]}'],
  ]
  test.each(table)('%j carries %j', (partial, value, wire) => {
    const header: WireParameter = { name: 'X-Test', in: 'header', ...partial }
    const issues: WireIssue[] = []
    expect(encodeHeader(header, value)).toBe(wire)
    expect(decodeHeader(header, [wire], issues)).toEqual(value)
    expect(issues).toEqual([])
  })
  test('lists take several lines and blanks around commas', () => {
    expect(decodeHeader({ name: 'x', shape: texts }, ['a ,\tb', 'c'], [])).toEqual(['a', 'b', 'c'])
  })
  test('T8 only spaces and tabs around a value are blank', () => {
    for (const odd of ['\u00a0', '\u0085', '\u000b', '\f', '\u200b', '\ufeff']) {
      expect(decodeHeader({ name: 'x' }, [` \tacme${odd} `], [])).toBe(`acme${odd}`)
      expect(decodeHeader({ name: 'x', shape: texts }, [`a,${odd}b`], [])).toEqual(['a', `${odd}b`])
      expect(decodeCookies([{ name: 'c', in: 'cookie', style: 'cookie' }], [`c=acme${odd}`], [])).toEqual({
        c: `acme${odd}`,
      })
    }
  })
  test('T119 blanks without end are read in no time', () => {
    const blanks = ' '.repeat(200_000)
    expect(decodeHeader({ name: 'x', shape: texts }, [`a${blanks}b,c`], [])).toEqual([`a${blanks}b`, 'c'])
    expect(decodeCookies([{ name: 'c', in: 'cookie', style: 'cookie' }], [`c=a${blanks}b`], [])).toEqual({
      c: `a${blanks}b`,
    })
  })
  test('items that hold a comma are refused', () => {
    expect(() => encodeHeader({ name: 'x', shape: texts }, ['a,b'])).toThrow(
      expect.objectContaining({ code: 'TK7101' }),
    )
    expect(() => encodeHeader({ name: 'x', shape: numbers, explode: true }, { 'a=b': 1 })).toThrow(
      expect.objectContaining({ code: 'TK7101' }),
    )
  })
  test.each(['a\r\nX-Admin: 1', 'a\nb', 'a\rb', 'a\0b', 'a\u007fb', 'a\u2028b', 'Ā'])('T11 %j is not sent', (value) => {
    expect(() => encodeHeader({ name: 'x-test' }, value)).toThrow(
      'a header has a name or value that must not be sent: the value of `x-test` must be text of one line in Latin 1 (TK7105)',
    )
  })
  test('Latin 1 and tabs are', () => {
    expect(headerValue('x', 'ä\tÿ')).toBe('ä\tÿ')
  })
  test.each(['', 'a b', 'a:b', 'a\r\n', 'ä'])('the name %j is not sent', (name) => {
    expect(() => headerName(name)).toThrow(expect.objectContaining({ code: 'TK7105' }))
  })
  test('T5 two lines of a scalar are refused, equal or not', () => {
    for (const lines of [
      ['a', 'a'],
      ['a', 'b'],
    ]) {
      const issues: WireIssue[] = []
      expect(decodeHeader({ name: 'x' }, lines, issues)).toBeUndefined()
      expect(issues).toEqual([{ place: 'header', name: 'x', keyword: 'duplicate', expected: 'one value' }])
    }
  })
})

describe('cookies', () => {
  const table: readonly [Partial<WireParameter>, unknown, string][] = [
    [{}, 'a b;c', 'color=a%20b%3Bc'],
    [{ shape: texts }, ['a', 'b'], 'color=a; color=b'],
    [{ shape: texts, explode: false }, ['a,', 'b'], 'color=a%2C,b'],
    [{ shape: numbers }, { R: 1 }, 'R=1'],
    [{ shape: numbers, explode: false }, { R: 1, G: 2 }, 'color=R,1,G,2'],
    [{ style: 'cookie' }, 'a%20b', 'color=a%20b'],
    [{ style: 'cookie', shape: texts }, ['a', 'b'], 'color=a; color=b'],
  ]
  test.each(table)('%j carries %j', (partial, value, wire) => {
    const parameter: WireParameter = { name: 'color', in: 'cookie', ...partial }
    const issues: WireIssue[] = []
    expect(encodeCookies([parameter], { color: value })).toBe(wire)
    expect(decodeCookies([parameter], [wire], issues)).toEqual({ color: value })
    expect(issues).toEqual([])
  })
  test('the style cookie encodes nothing, so it refuses what would end the value', () => {
    for (const value of ['a;b', 'a b', 'a"b', 'a\\b', 'a\r\nb', 'ä']) {
      expect(() => encodeCookies([{ name: 'c', in: 'cookie', style: 'cookie' }], { c: value })).toThrow(
        expect.objectContaining({ code: 'TK7101' }),
      )
    }
  })
  test('objects: their own properties, well encoded or not', () => {
    const parameter: WireParameter = { name: 'c', in: 'cookie', shape: numbers }
    const issues: WireIssue[] = []
    expect(decodeCookies([parameter], ['other=1; %zz=2'], issues)).toEqual({})
    expect(issues).toEqual([])
    expect(decodeCookies([parameter], ['R=%zz'], issues)).toEqual({})
    expect(decodeCookies([{ ...parameter, shape: texts }], ['c=a; c=%zz'], issues)).toEqual({})
    expect(issues.map(({ keyword }) => keyword)).toEqual(['encoding', 'encoding'])
    expect(encodeCookies([parameter], { c: {} })).toBeUndefined()
  })
  test('others stay out of it', () => {
    const parameter: WireParameter = { name: 'a', in: 'cookie', required: true }
    const issues: WireIssue[] = []
    expect(decodeCookies([parameter], ['b=1; a=2', 'broken; c=%'], issues)).toEqual({ a: '2' })
    expect(issues).toEqual([])
    expect(decodeCookies([parameter], [], issues)).toEqual({})
    expect(issues).toEqual([{ place: 'cookie', name: 'a', keyword: 'required', expected: 'a value' }])
  })
})
