import { expect, test } from 'vitest'
import { patternProblem } from '../../../src/contract/schema/pattern.js'
import { read } from '../openapi/support.js'

test.each<[string, string | undefined]>([
  ['^[a-z]+$', undefined],
  ['^\\-$', undefined],
  ['^[A-Z0-9]+(-[A-Z0-9]+)*$', undefined],
  ['^([a-z]+\\.)+[a-z]+$', undefined],
  ['^(?:\\d{3}-)*\\d{3}$', undefined],
  ['^(a|b)*$', undefined],
  ['^(?=.*[A-Z])(?=.*\\d).+$', undefined],
  ['^(?<year>\\d+)-(?<month>\\d+)$', undefined],
  ['(a+)+', 'TK1552'],
  ['^((a+))*$', 'TK1552'],
  ['^(a*b?)*$', 'TK1552'],
  ['^(\\w+\\s?)*$', 'TK1552'],
  ['^(x|[a-z]+)*$', 'TK1552'],
  ['^(a+){2,30}$', 'TK1552'],
  ['^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*$', 'TK1552'],
  ['(?i)abc', 'TK1551'],
  ['[', 'TK1551'],
  ['^(a+)\\1$', 'TK1553'],
  ['(?<!x)a+', 'TK1553'],
  ['^(a)b\\1$', undefined],
])('%s: %s', (source, code) => {
  expect(patternProblem(source)).toBe(code)
})

test('told once a pattern, with its first place and the number of places', async () => {
  const schemas = `
    A: {type: string, pattern: '(a+)+'}
    B: {type: string, pattern: '(a+)+'}
    C: {type: object, patternProperties: {'[': {type: string}}}`
  const { problems } = await read(`openapi: 3.1.0
info: {title: T, version: '1'}
paths: {}
components:
  schemas:${schemas}
`)
  expect(problems).toEqual([
    '6:32 TK1552 the pattern `(a+)+` repeats what repeats itself (places: 2)',
    '8:43 TK1551 the pattern `[` is no regular expression of ECMAScript and has no effect (places: 1)',
  ])
})

test('long patterns are judged at once', () => {
  expect(patternProblem('(?:a)'.repeat(10_000))).toBe('TK1552')
  expect(patternProblem(`${'('.repeat(900)}a${')'.repeat(900)}`)).toBe(undefined)
})
