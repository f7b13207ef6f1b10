// The tables are after the examples of RFC 9535; the names of the sections stand above each.
import { describe, expect, it } from 'vitest'
import { evaluateQuery, tokensTo } from '../../../src/contract/source/overlay/jsonpath/evaluate.js'
import { parseQuery } from '../../../src/contract/source/overlay/jsonpath/parse-query.js'
import { testPattern } from '../../../src/contract/source/overlay/jsonpath/pattern.js'
import type { JsonValue } from '../../../src/util/own.js'

/** The places that a query selects, in order; what is wrong with it otherwise. */
function select(path: string, value: JsonValue, steps = 1_000_000): string[] | string {
  const query = parseQuery(path)
  if ('reason' in query) return `${query.at}: ${query.reason}`
  const nodes = evaluateQuery(query, value, steps)
  return nodes === 'too-costly' ? nodes : nodes.map((node) => tokensTo(node).join('/'))
}

describe('selectors', () => {
  const names = { o: { 'j j': { 'k.k': 3 } }, "'": { '@': 2 }, a: { __proto__x: 1 } }
  const list = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

  it.each([
    ['$', ['']],
    ["$.o['j j']", ['o/j j']],
    ["$.o['j j']['k.k']", ['o/j j/k.k']],
    ['$.o["j j"]["k.k"]', ['o/j j/k.k']],
    ['$["\'"]["@"]', ["'/@"]],
    ["$['\\'']['\\u0040']", ["'/@"]],
    ['$ .o\n[ "j j" ]', ['o/j j']],
    ['$.nope', []],
    ['$.constructor', []],
    ["$['__proto__']", []],
    ['$.o.length', []],
    ['$[0]', []],
  ])('name %s', (path, places) => {
    expect(select(path, names)).toEqual(places)
  })

  it.each([
    ['$[1]', ['1']],
    ['$[-2]', ['5']],
    ['$[7]', []],
    ['$[-8]', []],
    ['$[1:3]', ['1', '2']],
    ['$[5:]', ['5', '6']],
    ['$[1:5:2]', ['1', '3']],
    ['$[5:1:-2]', ['5', '3']],
    ['$[::-1]', ['6', '5', '4', '3', '2', '1', '0']],
    ['$[:2:-1]', ['6', '5', '4', '3']],
    ['$[-3:-1]', ['4', '5']],
    ['$[3:1]', []],
    ['$[::0]', []],
    ['$[100:-100:-3]', ['6', '3', '0']],
    ['$[ 1 : 5 : 2 ]', ['1', '3']],
    ['$[0, 3]', ['0', '3']],
    ['$[0:2, 5]', ['0', '1', '5']],
    ['$[0, 0]', ['0', '0']],
    ['$.*', ['0', '1', '2', '3', '4', '5', '6']],
    ['$.length', []],
  ])('index and slice %s', (path, places) => {
    expect(select(path, list)).toEqual(places)
  })

  const tree = { o: { j: 1, k: 2 }, a: [5, 3, [{ j: 4 }, { k: 6 }]] }
  it.each([
    ['$..j', ['o/j', 'a/2/0/j']],
    ['$..[0]', ['a/0', 'a/2/0']],
    ['$..*', ['o', 'a', 'o/j', 'o/k', 'a/0', 'a/1', 'a/2', 'a/2/0', 'a/2/1', 'a/2/0/j', 'a/2/1/k']],
    ['$..o', ['o']],
    ['$.o..[*, *]', ['o/j', 'o/k', 'o/j', 'o/k']],
    ['$.a..[0, 1]', ['a/0', 'a/1', 'a/2/0', 'a/2/1']],
    ["$..['j', 'k']", ['o/j', 'o/k', 'a/2/0/j', 'a/2/1/k']],
  ])('descendant %s', (path, places) => {
    expect(select(path, tree)).toEqual(places)
  })
})

describe('filters', () => {
  const value = {
    a: [3, 5, 1, 2, 4, 6, { b: 'j' }, { b: 'k' }, { b: {} }, { b: 'kilo' }],
    o: { p: 1, q: 2, r: 3, s: 5, t: { u: 6 } },
    e: 'f',
  }

  it.each([
    ["$.a[?@.b == 'kilo']", ['a/9']],
    ["$.a[?(@.b == 'kilo')]", ['a/9']],
    ['$.a[?@>3.5]', ['a/1', 'a/4', 'a/5']],
    ['$.a[?@.b]', ['a/6', 'a/7', 'a/8', 'a/9']],
    ['$[?@.*]', ['a', 'o']],
    ['$[?@[?@.b]]', ['a']],
    ['$.o[?@<3, ?@<3]', ['o/p', 'o/q', 'o/p', 'o/q']],
    ['$.a[?@<2 || @.b == "k"]', ['a/2', 'a/7']],
    ['$.a[?match(@.b, "[jk]")]', ['a/6', 'a/7']],
    ['$.a[?search(@.b, "[jk]")]', ['a/6', 'a/7', 'a/9']],
    ['$.o[?@>1 && @<4]', ['o/q', 'o/r']],
    ['$.o[?@.u || @.x]', ['o/t']],
    ['$.a[?@.b == $.x]', ['a/0', 'a/1', 'a/2', 'a/3', 'a/4', 'a/5']],
    ['$.a[?@ == @]', ['a/0', 'a/1', 'a/2', 'a/3', 'a/4', 'a/5', 'a/6', 'a/7', 'a/8', 'a/9']],
    ['$.a[?!@.b]', ['a/0', 'a/1', 'a/2', 'a/3', 'a/4', 'a/5']],
    ["$.a[?!(@.b == 'j' || @.b == 'k') && @.b]", ['a/8', 'a/9']],
    ['$.a[?@.b != "j" && @.b]', ['a/7', 'a/8', 'a/9']],
    ['$.a[?length(@.b) == 4]', ['a/9']],
    ['$[?count(@.*) > 5]', ['a']],
    ['$[?count(@..*) == 6]', ['o']],
    ['$[?value(@..u) == 6]', ['o']],
    ['$[?length(@) == 1]', ['e']],
    ["$[?@ == 'f']", ['e']],
    ["$.a[?@.b >= 'k']", ['a/7', 'a/9']],
    ['$.a[?@.b < 3]', []],
    ['$.a[?@ == 3 || @ == -0.5e1]', ['a/0']],
    ['$.a[?match(@.b, $.e)]', []],
    ['$.a[?length(value(@.b)) > 3]', ['a/9']],
  ])('%s', (path, places) => {
    expect(select(path, value)).toEqual(places)
  })

  it('compare by value', () => {
    const pairs = [
      [
        { a: [1, { b: null }], c: 2 },
        { c: 2, a: [1, { b: null }] },
      ],
      [
        [1, 2],
        [2, 1],
      ],
      [{ a: 1 }, { b: 1 }],
      [{ a: 1 }, { a: 1, b: 1 }],
      [null, false],
      [1, '1'],
      [0, -0],
    ]
    expect(select('$[?@[0] == @[1]]', pairs)).toEqual(['0', '6'])
    expect(
      select('$[?@[0] <= @[1]]', [
        ['\ud83d\ude00', '\ufffd'],
        ['\ufffd', '\ud83d\ude00'],
        ['a', 'ab'],
        ['a', 'a'],
        [null, null],
      ]),
    ).toEqual(['1', '2', '3', '4'])
  })

  it('tell nothing from null', () => {
    const value = [{ a: null }, {}, { a: 1 }]
    expect(select('$[?@.a == null]', value)).toEqual(['0'])
    expect(select('$[?@.a == @.b]', value)).toEqual(['1'])
    expect(select('$[?@.a]', value)).toEqual(['0', '2'])
    expect(select('$[?length(@.a) == length(@.b)]', value)).toEqual(['0', '1', '2'])
  })
})

describe('what is no query', () => {
  it.each([
    ['', '0: a query starts with `$`'],
    ['a', '0: a query starts with `$`'],
    [' $', '0: a query starts with `$`'],
    ['$ ', '1: expected `.`, `..`, `[` or the end'],
    ['$.', "2: expected a name; write others as `['...']`"],
    ['$..', "3: expected a name; write others as `['...']`"],
    ['$.paths./orders', "8: expected a name; write others as `['...']`"],
    ['$.1a', "2: expected a name; write others as `['...']`"],
    ['$.x-internal', '3: expected `.`, `..`, `[` or the end'],
    ['$[', '2: expected a quoted name, an index, `*` or `?`'],
    ['$[]', '2: expected a quoted name, an index, `*` or `?`'],
    ['$[a]', '2: expected a quoted name, an index, `*` or `?`'],
    ['$[1', '3: expected `,` or `]`'],
    ['$[01]', '2: an integer has no leading zero'],
    ['$[-0]', '2: an integer has no leading zero'],
    ['$[9007199254740992]', '2: the integer is out of range'],
    ["$['a]", '2: the string is never closed'],
    ["$['a\nb']", '2: a control character stands in a string'],
    ["$['\\x']", '4: there is no such escape in a string'],
    ["$['\\ud800']", '2: the string has half of a surrogate pair'],
    ['$["\\\'"]', '4: there is no such escape in a string'],
    ['$[?@.a == ]', '10: expected `@`, `$`, a literal or a function'],
    ['$[?1]', '3: a value alone is neither true nor false; compare it'],
    ['$[?length(@)]', '3: a value alone is neither true nor false; compare it'],
    ['$[?@.* == 1]', '3: only a query for a single node can be compared'],
    ['$[?1 == @..a]', '8: only a query for a single node can be compared'],
    ['$[?match(@, "a") == true]', '3: `match` and `search` are true or false and cannot be compared'],
    ['$[?count(1) == 1]', '3: `count` takes a query'],
    ['$[?length(@.*) == 1]', '10: only a query for a single node can be compared'],
    ['$[?foo(@)]', '3: there is no function `foo`'],
    ['$[?!@ == 1]', '4: a comparison after `!` stands in parentheses'],
    ['$[?(@.a]', '7: expected `)`'],
    ['$[?@.a = 1]', '7: expected `,` or `]`'],
    ['$[?@.a == 1.]', '10: expected `@`, `$`, a literal or a function'],
    ['$[?@.a == 01]', '10: expected `@`, `$`, a literal or a function'],
    ['$[?@.a == True]', '10: expected `@`, `$`, a literal or a function'],
  ])('%j', (path, problem) => {
    expect(select(path, [])).toBe(problem)
  })

  it.each([
    ['parentheses', `$[?${'('.repeat(5_000)}@${')'.repeat(5_000)}]`],
    ['filters', `${'$[?@'.padEnd(3)}${'[?@'.repeat(5_000)}${']'.repeat(5_001)}`],
    ['calls', `$[?${'length('.repeat(5_000)}@${')'.repeat(5_000)} == 1]`],
  ])('is one nested without end in %s', (_name, path) => {
    expect(select(path, [])).toMatch(/it is nested deeper than 100 levels$/)
  })
})

describe('bounds', () => {
  it('end a query that would take for ever', () => {
    const wide: JsonValue = Array.from({ length: 300 }, () => ({ a: 1 }))
    expect(select('$..[?count($..*) == count($..*)]', wide)).toBe('too-costly')
  })

  it('reach through deep values', () => {
    let deep: JsonValue = 'end'
    for (let level = 0; level < 2_000; level++) deep = { a: deep }
    expect(select("$..[?@ == 'end']", deep)).toEqual([Array.from({ length: 2_000 }, () => 'a').join('/')])
  })
})

describe('patterns', () => {
  it.each([
    ['a.c', 'abc', true],
    ['a.c', 'a\nc', false],
    ['ab', 'abc', false],
    ['', '', true],
    ['a|b|cd', 'cd', true],
    ['(a|b)*c', 'ababc', true],
    ['a?b+c{2}', 'bbcc', true],
    ['a?b+c{2}', 'bbc', false],
    ['a{2,3}', 'aaaa', false],
    ['a{2,}', 'aaaa', true],
    ['a{0}', '', true],
    ['(ab){1,2}', 'abab', true],
    ['[a-c]+', 'abc', true],
    ['[^a-c]', 'd', true],
    ['[a\\-]+', 'a-', true],
    ['[-a]', '-', true],
    ['\\.', '.', true],
    ['\\.', 'x', false],
    ['\\p{Lu}\\P{Lu}', 'Aa', true],
    ['[\\p{Nd}x]+', '1x2', true],
    ['.', '😀', true],
    ['^ab$', 'ab', true],
    ['x^ab', 'xab', false],
    ['\\$1', '$1', true],
    ['(a', 'a', false],
    ['a)', 'a', false],
    ['[a', 'a', false],
    ['*', '', false],
    ['a{3,2}', 'aaa', false],
    ['a{99999}', 'a', false],
    ['(?=a)a', 'a', false],
    ['\\d', '1', false],
    ['(a)\\1', 'aa', false],
    ['[z-a]', 'z', false],
  ])('%s matches %j: %s', (pattern, text, expected) => {
    expect(testPattern(pattern, text, true, () => {})).toBe(expected)
  })

  it.each([
    ['b', 'abc', true],
    ['^b', 'abc', false],
    ['c$', 'abc', true],
    ['b$', 'abc', false],
    ['', 'abc', true],
    ['x', '', false],
  ])('%s is found in %j: %s', (pattern, text, expected) => {
    expect(testPattern(pattern, text, false, () => {})).toBe(expected)
  })

  it('take time in proportion to the text', () => {
    for (const pattern of ['(a+)+$', '(a|a)*b', '(a*)*b', '((a?){20}){20}b']) {
      let steps = 0
      testPattern(pattern, `${'a'.repeat(2_000)}c`, true, (more) => {
        steps += more
      })
      expect(steps).toBeLessThan(4_000_000)
    }
  })
})
