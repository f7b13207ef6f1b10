import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAutomaton } from '../../../src/runtime/src/codec/pattern/automaton.js'
import { backtrackingCost } from '../../../src/runtime/src/codec/pattern/cost.js'
import { parsePattern } from '../../../src/runtime/src/codec/pattern/parse.js'
import { pattern } from '../../../src/runtime/src/codec/pattern/pattern.js'
import { accepts } from '../../../src/runtime/src/codec/pattern/run.js'

function walk(source: string, text: string): boolean | undefined {
  const tree = parsePattern(source)
  const automaton = tree && createAutomaton(tree)
  return automaton && accepts(automaton, text)
}

describe('T119 patterns that make an engine run away', () => {
  test.each([
    ['(a+)+$', 'a', '!'],
    ['^(a|a)*$', 'a', '!'],
    ['^(a|aa)+$', 'a', '!'],
    ['^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@)$', 'a', '!'],
    ['^(.*a){20}$', 'a', '!'],
    ['\\s+$', ' ', 'x'],
    ['^\\s*.*\\s*.*\\s*x$', ' ', 'y'],
    ['^(?=(a+)+b)', 'a', '!'],
  ])('%s answers at once, and right', (source, filler, end) => {
    const tested = pattern(source)
    for (const length of [10, 100, 1_900]) expect(tested.test(filler.repeat(length) + end)).toBe(false)
  })

  test('long texts are matched, not refused', () => {
    expect(pattern('^(a+)+$').test('a'.repeat(50_000))).toBe(true)
    expect(pattern('^([a-z]+-)*[a-z]+$').test(`${'abc-'.repeat(10_000)}abc`)).toBe(true)
    expect(pattern('^[A-Za-z0-9+/=]*$').test('A'.repeat(5_000_000))).toBe(true)
  })

  test('with back references long texts are refused', () => {
    const tested = pattern('^(a+)\\1$')
    expect(tested.test('aaaa')).toBe(true)
    expect(tested.test('a'.repeat(1_000))).toBe(false)
  })
})

test('read with the flag `u`, then without, and without effect when neither reads it', () => {
  expect(pattern('^\\p{L}$').test('é')).toBe(true)
  expect(pattern('^.$').test('😀')).toBe(true)
  expect(pattern('^\\-$').test('-')).toBe(true)
  expect(pattern('^\\-$').test('x')).toBe(false)
  expect(pattern('(').test('anything')).toBe(true)
})

test.each([
  ['abc', 1],
  ['^abc$', 0],
  ['^a*$', 1],
  ['^a*b*$', 2],
  ['a*', 2],
  ['^a{1,5}$', 0],
  ['^a{1,50}$', 1],
  ['^(?:a*|b*)c*$', 2],
  ['^(a+)+$', Number.POSITIVE_INFINITY],
  ['^(a|b)*$', Number.POSITIVE_INFINITY],
  ['^(?:ab)*$', 1],
])('backtracking in %s grows by the power of %d', (source, cost) => {
  const tree = parsePattern(source)
  expect(tree && backtrackingCost(tree)).toBe(cost)
})

test.each(['(a)\\1', '(?<=a)b', '(?<!a)b', '(?<x>a)\\k<x>'])('%s is left to the engine', (source) => {
  expect(parsePattern(source)).toBe(undefined)
})

describe('an automaton says what the engine says', () => {
  test.each([
    '^a(?:b|c)*d?$',
    '^(?<year>\\d{4})-(\\d{2})$',
    '^[^\\]a-c]{2,3}$',
    '\\bfoo\\b|\\Bx',
    '^(?!ab)[a-c]+(?=c)',
    '^\\u{1F600}\\x41\\u0042\\cJ?$',
    '^\\ud83d\\ude00$',
    '^.$',
    '^(|a)(b|)$',
    '^(a{0}b{2,}){1,2}$',
    '$^',
    '',
    '^[😀-😂]$',
    '^\\p{Script=Greek}+$',
    '^a**?$'.replace('**?', '*?'),
  ])('%s', (source) => {
    const engine = new RegExp(source, 'u')
    const texts = [
      '',
      'a',
      'b',
      'ab',
      'abd',
      'abcd',
      'aa',
      'bb',
      'bbbb',
      'bbbbb',
      'c',
      'ac',
      'abc',
      'foo',
      'a foo b',
      'xx',
      '2024-05',
    ]
    for (const text of [...texts, '😀', '😀AB', '😀AB\n', '\n', '\u2028', ']', 'de', 'def', 'αβ', '\ud83d', 'aaac']) {
      expect([source, text, walk(source, text)]).toEqual([source, text, engine.test(text)])
    }
  })

  test('for random patterns', () => {
    const pieces = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '^', '$', '\\b'),
        fc.tuple(tie('node'), tie('node')).map((both) => both.join('')),
        fc.tuple(tie('node'), tie('node')).map((both) => `(?:${both.join('|')})`),
        fc
          .tuple(tie('node'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{0,}', '*?'))
          .map(([of, times]) => `(?:${of})${times}`),
        tie('node').map((of) => `(?=${of})`),
        tie('node').map((of) => `(?!${of})`),
      ),
    })).node
    fc.assert(
      fc.property(
        pieces,
        fc.array(fc.stringMatching(/^[ab1 ]{0,6}$/), { minLength: 5, maxLength: 5 }),
        (source, texts) => {
          const engine = new RegExp(source, 'u')
          for (const text of texts) expect([text, walk(source, text)]).toEqual([text, engine.test(text)])
        },
      ),
      { seed: 11, numRuns: 2_000 },
    )
  })
})
