import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { child, tokensOf, unescapeToken } from '../../src/util/json-pointer.js'

describe('JSON Pointer', () => {
  it.each([
    ['', []],
    ['/', ['']],
    ['/a~1b', ['a/b']],
    ['/m~0n', ['m~n']],
    ['/~01', ['~1']],
    ['/foo/0', ['foo', '0']],
  ])('%j has the tokens %j', (pointer, tokens) => {
    expect(tokensOf(pointer)).toEqual(tokens)
  })

  it('unescapes ~1 before ~0 (RFC 6901, section 4)', () => {
    expect(unescapeToken('~01')).toBe('~1')
  })

  it('gives back whatever tokens it was built from', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a', '\u{1f600}') })), (tokens) => {
        expect(tokensOf(tokens.reduce<string>(child, ''))).toEqual(tokens)
      }),
    )
  })
})
