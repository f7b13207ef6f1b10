import { describe, expect, test } from 'vitest'
import {
  isJsonType,
  matchMedia,
  negotiate,
  parseMediaType,
  type WireMedia,
} from '../../../src/runtime/src/wire/index.js'

describe('parseMediaType', () => {
  test('type, subtype and parameter names in lower case, values as sent', () => {
    const parsed = parseMediaType(' Text/HTML ; Charset=UTF-8; title="a \\"b\\"; c" ;;')
    expect(parsed?.essence).toBe('text/html')
    expect([...(parsed?.parameters ?? [])]).toEqual([
      ['charset', 'UTF-8'],
      ['title', 'a "b"; c'],
    ])
  })
  test.each([
    '',
    'text',
    'text/',
    '/html',
    'text/html; charset="x',
    'text/html; charset',
    'text /html',
    `a/${'b'.repeat(1000)}`,
  ])('%j is none', (text) => {
    expect(parseMediaType(text)).toBeUndefined()
  })
})

test('JSON by name and by suffix', () => {
  const types = ['application/json; charset=utf-8', 'text/json', 'application/problem+json', 'application/vnd.a+JSON']
  expect(types.map(isJsonType)).toEqual([true, true, true, true])
  expect(['application/jsonx', 'application/json-seq', 'text/plain', '+json'].map(isJsonType)).toEqual([
    false,
    false,
    false,
    false,
  ])
})

describe('matchMedia', () => {
  const match = (declared: string[], given: string): string | undefined => {
    const content = declared.map(
      (mediaType): WireMedia => ({ mediaType, kind: isJsonType(mediaType) ? 'json' : 'text' }),
    )
    return matchMedia(content, given)?.mediaType
  }
  test.each([
    [['*/*', 'image/*', 'image/png'], 'image/png', 'image/png'],
    [['*/*', 'image/*', 'image/png'], 'image/gif', 'image/*'],
    [['*/*', 'image/*', 'image/png'], 'text/css', '*/*'],
    [['application/json'], 'Application/JSON;charset=utf-8', 'application/json'],
    [['application/json; charset=utf-8'], 'application/json', 'application/json; charset=utf-8'],
    [['application/json', 'application/json; v=2'], 'application/json;v=2', 'application/json; v=2'],
    [['application/json; v=1', 'application/json'], 'application/json;v=3', 'application/json'],
    [['application/json'], 'application/vnd.acme+json', 'application/json'],
    [['application/vnd.acme+json'], 'application/json', 'application/vnd.acme+json'],
  ])('of %j, %s falls under %s', (declared, given, expected) => {
    expect(match(declared, given)).toBe(expected)
  })
  test('a problem is nothing else, and nothing else a problem', () => {
    expect(match(['application/json'], 'application/problem+json')).toBeUndefined()
    expect(match(['application/problem+json'], 'application/json')).toBeUndefined()
    expect(match(['application/json'], 'text/html')).toBeUndefined()
    expect(match(['text/plain'], 'application/json')).toBeUndefined()
    expect(match(['application/json'], 'nonsense')).toBeUndefined()
  })
})

describe('negotiate', () => {
  const offered = ['application/json', 'text/csv']
  test.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['text/*;q=0.5, application/json;q=0.4', 'text/csv'],
    ['application/json;q=0.1, */*;q=0.9', 'text/csv'],
    ['application/*, text/csv;q=0.9', 'application/json'],
    ['TEXT/CSV', 'text/csv'],
    ['text/html, text/csv;q=0.001', 'text/csv'],
    ['application/json;q=0', undefined],
    ['application/json;q=0, */*;q=0.1', 'text/csv'],
    ['text/html', undefined],
    ['text/csv;q=2', undefined],
    ['text/html;x="a,b", text/csv', 'text/csv'],
  ])('%j chooses %s', (accept, expected) => {
    expect(negotiate(accept, offered)).toBe(expected)
  })
  test('what is offered as a range is met by what it covers', () => {
    expect(negotiate('image/png', ['image/*'])).toBe('image/*')
    expect(negotiate('text/css', ['image/*'])).toBeUndefined()
  })
  test('what is offered under no name of a media type is chosen by nobody', () => {
    expect(negotiate('*/*', ['nonsense'])).toBeUndefined()
  })
  test('a header of any length ends quickly', () => {
    expect(negotiate(`${'"\\'.repeat(999)},`, offered)).toBe('application/json')
    expect(negotiate('a/b,'.repeat(100_000), offered)).toBe('application/json')
  })
})
