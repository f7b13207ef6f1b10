import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTextSolver } from '../../../../src/diff/containment/text/index.js'
import { anchored, anything, native, patterns } from './support.js'

const atoms = [
  ...['a', 'b', 'B', '_', '-', ' ', '.', '^', '$', '{', '😀', 'é', 'ſ'],
  ...['\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\b', '\\B', '\\n', '\\.', '\\-', '\\/', '\\0', '\\cJ', '\\07', '\\8'],
  ...['[ab]', '[^a]', '[a-c_]', '[\\w-]', '[\\w-.]', '[^]', '[]', '[\\b]', '[😀a]', '[^\\d\\s]', '[\\]\\\\]', '[-a]'],
  ...[
    '\\u0061',
    '\\x62',
    '\\ud83d\\ude00',
    '\\u{1f600}',
    '\\ud83d',
    '\\p{Lu}',
    '\\P{L}',
    '[\\p{Lu}\\d]',
    '\\u',
    '\\x1',
  ],
]
const looks = ['(?=', '(?!', '(?<=', '(?<!', '(?<n>', '(']
const characters = [
  ...['a', 'b', 'B', 'c', '_', '-', ' ', '.', '1', '{', '\n', '\b', '\0', '\u0007', 'é', 'É', 'ſ', ']', '\\', '/'],
  ...['😀', '\ud83d', '\ude00', '\u2028', '{2}', 'u', 'x1'],
]

test('random patterns find what the engine finds', () => {
  const solver = createTextSolver({ states: 2000 })
  const texts = fc.array(fc.constantFrom(...characters), { maxLength: 8 }).map((all) => all.join(''))
  let compared = 0
  fc.assert(
    fc.property(anchored(patterns(atoms, looks)), fc.array(texts, { minLength: 5, maxLength: 10 }), (source, all) => {
      const expression = native(source)
      fc.pre(expression !== undefined)
      const wrong = all.filter((text) => {
        const found = solver.matches(source, text)
        const match = expression.exec(text)
        if (found === undefined || (match && splitsCharacter(text, match.index, expression.unicode))) return false
        compared++
        return found !== (match !== null)
      })
      expect(wrong).toEqual([])
    }),
    { numRuns: 500 },
  )
  expect(compared).toBeGreaterThan(2000)
})

/** ECMA-262 goes by code points with the flag `u`; the engine finds an empty match between the halves of one (`/\\B/u` in 1😀1). */
function splitsCharacter(text: string, at: number, unicode: boolean): boolean {
  return unicode && at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff
}

describe('single patterns', () => {
  test.each<[string, string, boolean | undefined]>([
    ['b', 'abc', true],
    ['^b', 'abc', false],
    ['^$|x', '', true],
    ['\\bfoo\\b', 'a foo.', true],
    ['\\bfoo\\b', 'afoo', false],
    ['(?<!-)\\d', '-1', false],
    ['(?<!-)\\d', '-12', true],
    ['^(?:(?!foo).)*$', 'a fo o', true],
    ['^(?:(?!foo).)*$', 'a foo', false],
    // Without the flag `u` a character outside the basic plane is two.
    ['^\\-|^..$', '😀', true],
    ['^..$', '😀', false],
    ['^\\p{Script=Greek}+$', 'λόγος', true],
    ['^\\p{Script=Greek}+$', 'logos', false],
    ['^(a)\\1$', 'aa', true],
    ['^(?<x>a|b)\\k<x>$', 'ab', false],
    ['[', 'a', undefined],
    ['(?i)a', 'a', undefined],
  ])('%s in %j: %s', (pattern, text, want) => {
    expect(createTextSolver({ states: 2000 }).matches(pattern, text)).toBe(want)
  })
})

describe('texts that would keep a backtracking engine busy', () => {
  test.each<[string, string, boolean | undefined]>([
    ['(a+)+$', `${'a'.repeat(50_000)}b`, false],
    ['^(a|a)*$', `${'a'.repeat(50_000)}b`, false],
    ['^(\\w+\\s?)*$', `${'a'.repeat(50_000)}!`, false],
    ['^(?=(a+)+$)', `${'a'.repeat(50_000)}b`, false],
    ['(?:(?:x?)+)+y', 'x'.repeat(50_000), false],
    ['^([a-z]{1,63}\\.){1,127}$', 'a.'.repeat(127), true],
    // A reference is left to the engine, on short texts only and only where nothing repeats.
    ['^(a+)\\1$', 'aa', undefined],
    ['^(a)b\\1$', 'a'.repeat(65), undefined],
    ['^(a)b\\1$', 'aba', true],
  ])('%s', (pattern, text, want) => {
    expect(createTextSolver({ states: 2000 }).matches(pattern, text)).toBe(want)
  })

  test('a pattern that is all nesting is not understood', () => {
    const deep = `${'('.repeat(4000)}a${')'.repeat(4000)}`
    expect(createTextSolver({ states: 2000 }).matches(deep, 'a')).toBe(undefined)
  })

  test.each([
    '^(?:a?){5000}$',
    '^(?:(?:a?){20}){20}(?:(?=a)|$|\\b){40}$',
    '^(?:(?:(?:a*)*)*b?)*(?:.*){500}$',
    '(?:.{0,9999}){2}$',
  ])('%s is given up, or decided without harm', (pattern) => {
    const solver = createTextSolver({ states: 2000 })
    expect(solver.matches(pattern, `${'a'.repeat(5001)}\n`)).not.toBe(pattern.startsWith('^'))
    expect(solver.solve({ ...anything, patterns: [pattern], notPatterns: [`${pattern}|x`] }).kind).not.toBe('found')
  })

  test('counts of counts are too long', () => {
    expect(createTextSolver({ states: 2000 }).matches('^((a{1000}){1000}){1000}$', 'a'.repeat(100))).toBe(undefined)
  })
})
