import { describe, expect, test } from 'vitest'
import { createTextSolver, type TextQuestion } from '../../../../src/diff/containment/text/index.js'
import { anything } from './support.js'

function ask(question: Partial<TextQuestion>, states = 2000): string {
  const solved = createTextSolver({ states }).solve({ ...anything, ...question })
  return solved.kind === 'found' ? JSON.stringify(solved.value) : solved.kind === 'empty' ? 'empty' : solved.why
}

describe('lengths', () => {
  test.each<[Partial<TextQuestion>, string]>([
    [{}, '""'],
    [{ minLength: 3 }, '"aaa"'],
    [{ minLength: 2, maxLength: 1 }, 'empty'],
    [{ maxLength: 0, excluded: new Set(['']) }, 'empty'],
    [{ maxLength: 1, excluded: new Set(['', 'a']) }, '"b"'],
    [{ minLength: 1, maxLength: 1, patterns: ['^\\p{Emoji_Presentation}+$'], excluded: new Set(['😀']) }, '"😁"'],
    [{ minLength: 2 ** 24 }, 'budget'],
  ])('%j: %s', (question, want) => {
    expect(ask(question)).toBe(want)
  })

  test('millions of characters', () => {
    const solver = createTextSolver({ states: 2000 })
    const five = { ...anything, minLength: 5_242_881 }
    expect(solver.solve(five)).toEqual({ kind: 'found', value: 'a'.repeat(5_242_881) })
    const base64 = '^(?:[A-Za-z0-9+/]{4})*$'
    expect(solver.solve({ ...anything, patterns: [base64], minLength: 65_537 })).toEqual({
      kind: 'found',
      value: 'a'.repeat(65_540),
    })
  })
})

describe('patterns', () => {
  test.each<[Partial<TextQuestion>, string]>([
    [{ patterns: ['^[A-Z]{3}$'] }, '"AAA"'],
    [{ patterns: ['^AC[0-9a-f]{4}$'] }, '"ACaaaa"'],
    [{ patterns: ['b'], notPatterns: ['^b'] }, '"ab"'],
    [{ patterns: ['^[a-z]+$'], notPatterns: ['^[a-z]{1,3}$'] }, '"aaaa"'],
    [{ patterns: ['^[a-z]{1,3}$'], notPatterns: ['^[a-z]+$'] }, 'empty'],
    [{ patterns: ['^[a-z]+$', '^.{4}$'], maxLength: 3 }, 'empty'],
    [{ patterns: ['a.b'] }, '"aab"'],
    [{ patterns: ['.^'] }, 'empty'],
    [{ patterns: ['[]'] }, 'empty'],
    [{ notPatterns: ['[^]|^$'] }, 'empty'],
    [{ patterns: ['^(a|b|c)$'], excluded: new Set(['a', 'b']) }, '"c"'],
    [{ patterns: ['^(a|b|c)$'], excluded: new Set(['a', 'b', 'c']) }, 'empty'],
    [{ patterns: ['\\bfoo\\b'], minLength: 4 }, '"foo-"'],
    [{ patterns: ['^(?:(?!foo).)*$'], notPatterns: ['^[^f]*$'] }, '"f"'],
    [{ patterns: ['(?<=€)\\d'] }, '"€0"'],
    [{ patterns: ['^(?!aws:)[a-z:]{5}$'], notPatterns: ['^[a-z]*$'] }, '"aaaa:"'],
    [{ patterns: ['^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d).{8,64}$'] }, '"aaaaaa0A"'],
    [{ patterns: ['^(?=.*\\d).{8,64}$'], notPatterns: ['^(?=.*\\d).{8,32}$'] }, `"${'a'.repeat(32)}0"`],
    [{ patterns: ['^(?=.*\\d).{8,32}$'], notPatterns: ['^(?=.*\\d).{8,64}$'] }, 'empty'],
    // Named twice, so nobody has to understand it.
    [{ patterns: ['^(a+)\\1$'], notPatterns: ['^(a+)\\1$'] }, 'empty'],
  ])('%j: %s', (question, want) => {
    expect(ask(question)).toBe(want)
  })
})

describe('counts that would make an automaton large', () => {
  test.each<[string, string, string]>([
    ['^[a-z]{1,4096}$', '^[a-z]{1,2048}$', `"${'a'.repeat(2049)}"`],
    ['^[a-z]{1,2048}$', '^[a-z]{1,4096}$', 'empty'],
    ['^[a-z][a-z0-9]{0,9999}x$', '^[a-z][a-z0-9]{0,10000}x$', 'empty'],
    ['^(?:[0-9a-f]{2}){1,5000}$', '^(?:[0-9a-f]{2}){1,5001}$', 'empty'],
    ['^(?:[0-9a-f]{2}){1,5000}$', '^(?:[0-9a-f]{2}){1,3000}$', `"${'a'.repeat(6002)}"`],
    ['^(?:a{1,5000}|b)$', '^(?:a{1,5001}|b)$', 'empty'],
    ['^(?:a{1,5000})?$', '^a{0,5000}$', 'empty'],
    ['.{1,100000}', '.', 'empty'],
    ['x{3,100000}', 'xxx', 'empty'],
    ['^(?!x)[a-z]{1,9000}$', '^(?!xy)[a-z]{1,9000}$', 'empty'],
    ['^(?!xy)[a-z]{1,9000}$', '^(?!x)[a-z]{1,9000}$', '"x"'],
  ])('%s and not %s', (pattern, notPattern, want) => {
    expect(ask({ patterns: [pattern], notPatterns: [notPattern] })).toBe(want)
  })
})

describe('what cannot be told', () => {
  test.each<[Partial<TextQuestion>, string]>([
    [{ patterns: ['^(a+)b\\1$'] }, 'pattern'],
    [{ notPatterns: ['^(a+)b\\1$'] }, '""'],
    [{ patterns: ['^(a+)b\\1$'], notPatterns: ['b'] }, 'empty'],
    [{ patterns: ['^(a|b)\\1$'] }, '"aa"'],
    [{ patterns: ['^(?<q>a|b)c\\k<q>$'], notPatterns: ['a'] }, '"bcb"'],
    [{ patterns: ['(?i)a'] }, 'pattern'],
    [{ patterns: ['(?i)a'], maxLength: 1, minLength: 2 }, 'empty'],
    [{ patterns: ['(a|b)*a(a|b){20}$'], notPatterns: ['(a|b)*a(a|b){20}$|x'] }, 'budget'],
    [{ patterns: ['^((a{1000}){1000}){1000}$'] }, 'budget'],
    [{ patterns: ['^((a{1000}){1000}){1000}$', '^b*$'] }, 'empty'],
  ])('%j: %s', (question, want) => {
    expect(ask(question)).toBe(want)
  })

  test('few states: unknown, not wrong', () => {
    const question = { patterns: ['^(?:[a-z]{3}-){30}$'], notPatterns: ['^.{120}$'] }
    expect([ask(question, 20), ask(question)]).toEqual(['budget', 'empty'])
  })
})

describe('what a person can read', () => {
  test.each<[Partial<TextQuestion>, string]>([
    [{ patterns: ['^[^a-z]$'] }, '"0"'],
    [{ patterns: ['^[^a-z0-9]$'] }, '"A"'],
    [{ patterns: ['^\\W$'] }, '"-"'],
    [{ patterns: ['^[^ -~]$'] }, '"À"'],
    // Six characters rather than one line feed.
    [{ patterns: ['^[^]+$'], notPatterns: ['^.{1,5}$'] }, '"aaaaaa"'],
    [{ patterns: ['^[\\u202e\\u00e9]$'] }, '"é"'],
    [{ patterns: ['^[\\u202e\\u0001]$'] }, '"\\u0001"'],
    [{ patterns: ['^[\\ud800\\u202e]$'] }, JSON.stringify('\u202e')],
    [{ patterns: ['^[\\ud800-\\udbff]$'] }, '"\\ud800"'],
    [{ patterns: ['^\\s$'], notPatterns: [' '] }, JSON.stringify('\u00a0')],
    [{ patterns: ['^\\p{Script=Hebrew}$'] }, '"א"'],
  ])('%j: %s', (question, want) => {
    expect(ask(question)).toBe(want)
  })
})

describe('formats together with the rest', () => {
  test.each<[Partial<TextQuestion>, string]>([
    [{ formats: ['email'] }, '"user@example.com"'],
    [{ formats: ['email'], maxLength: 5 }, '"a@a.a"'],
    [{ formats: ['email'], maxLength: 4 }, 'empty'],
    [{ formats: ['email'], patterns: ['@tenant\\.example$'] }, '"a@tenant.example"'],
    [{ formats: ['date'], notPatterns: ['^\\d{4}-\\d\\d-\\d\\d$'] }, 'empty'],
    [{ notFormats: ['date'], patterns: ['^\\d{4}-\\d\\d-\\d\\d$'] }, '"0000-00-00"'],
    [{ formats: ['date'], patterns: ['-02-29$', '^19'] }, '"1904-02-29"'],
    [{ formats: ['uuid'], patterns: ['^[0-9a-f-]{36}$'], maxLength: 35 }, 'empty'],
    [{ formats: ['uuid'], notPatterns: ['^[0-9a-fA-F-]{36}$'] }, '"urn:uuid:123e4567-e89b-42d3-a456-426614174000"'],
    [{ formats: ['date-time'], maxLength: 19 }, 'empty'],
    [{ formats: ['ipv4', 'ipv6'] }, 'empty'],
    [{ formats: ['hostname'], minLength: 255 }, 'empty'],
    [{ formats: ['date-time'], notFormats: ['iso-date-time'] }, 'empty'],
    // Which leap seconds there are depends on the offset: neither pattern says.
    [{ formats: ['time'], patterns: ['^24:59:3'] }, '"24:59:30+01"'],
    [{ formats: ['time'], patterns: ['^30:00:00\\+0[1-3]:00$'] }, 'empty'],
    [{ formats: ['time'], patterns: ['^30:00:00\\.\\d+\\+01:00$'] }, 'format'],
    [{ formats: ['time'], patterns: ['^2[4-9]', 'Z$'] }, 'empty'],
    [{ formats: ['regex'], patterns: ['^\\('] }, '"()"'],
    [{ formats: ['regex'], patterns: ['^\\({4}'] }, 'format'],
    [{ formats: ['regex'], patterns: ['^\\+'] }, 'empty'],
    [{ formats: ['iri'] }, '"https://example.com/"'],
    [{ formats: ['phone-number'] }, '""'],
    [{ notFormats: ['phone-number'] }, 'empty'],
  ])('%j: %s', (question, want) => {
    expect(ask(question)).toBe(want)
  })
})

describe('several', () => {
  test.each<[Partial<TextQuestion>, number, readonly string[], boolean]>([
    [{}, 3, ['', 'a', 'b'], false],
    [{ maxLength: 0 }, 3, [''], true],
    [{ patterns: ['^(a|b|c)$'] }, 3, ['a', 'b', 'c'], true],
    [{ patterns: ['^(a|b|c)$'] }, 2, ['a', 'b'], false],
    [{ patterns: ['^(a|b|c)$'], excluded: new Set(['b']) }, 5, ['a', 'c'], true],
    [{ patterns: ['^[ab]{2}$'] }, 9, ['aa', 'ab', 'ba', 'bb'], true],
    [{ patterns: ['^(?:aa|b)?$'] }, 9, ['', 'b', 'aa'], true],
    [{ patterns: ['^(?:aaa)*$'] }, 3, ['', 'aaa', 'aaaaaa'], false],
    [{ formats: ['ipv4'], patterns: ['^192\\.0\\.2\\.[01]$'] }, 9, ['192.0.2.1', '192.0.2.0'], true],
  ])('%j, %d: %j', (question, count, values, complete) => {
    const found = createTextSolver({ states: 2000 }).several({ ...anything, ...question }, count)
    expect(found).toEqual({ values, complete })
  })

  test('why there may be more', () => {
    const found = createTextSolver({ states: 2000 }).several({ ...anything, patterns: ['^(a+)b\\1$'] }, 2)
    expect(found).toEqual({ values: [], complete: false, unknown: 'pattern' })
  })
})

test('names that lead to a prototype are formats like others', () => {
  const solver = createTextSolver({ states: 2000 })
  expect(solver.solve({ ...anything, formats: ['__proto__', 'constructor'] })).toEqual({ kind: 'found', value: '' })
})
