import { runInThisContext } from 'node:vm'
import fc from 'fast-check'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import {
  ident,
  jsonLit,
  modulePath,
  numberLit,
  propertyAccess,
  propertyKey,
  strLit,
} from '../../../src/generate/render/escape.js'
import type { JsonValue } from '../../../src/util/own.js'

/** What TypeScript takes an expression for; undefined when it is not exactly one. */
function evaluated(expression: string): unknown {
  const source = ts.createSourceFile('a.ts', `(${expression})`, ts.ScriptTarget.ESNext)
  expect((source as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics).toEqual([])
  expect(source.statements).toHaveLength(1)
  return runInThisContext(`(${expression})`)
}

const hostile = [
  "'",
  '"',
  '`',
  '${CANARY()}',
  '*/',
  '\n',
  '\r\n',
  '\u2028\u2029',
  '\\u002a/',
  '\\',
  "\\'",
  '</script>',
  '<!--',
  '\u001b[31m',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\udc00',
  '__proto__',
  '{{#with (lookup .)}}',
  '\u0000',
  '\u{e0041}',
  '🚀',
]

describe('strLit', () => {
  it.each(hostile)('keeps %j what it is, on one line of visible characters', (text) => {
    const literal = strLit(text)
    expect(evaluated(literal)).toBe(text)
    expect(literal).not.toMatch(
      /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|<\/script|<!--/,
    )
    expect(Buffer.from(literal).toString()).toBe(literal)
  })

  it('keeps any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(evaluated(strLit(text))).toBe(text)
      }),
    )
  })
})

describe('jsonLit', () => {
  it('keeps any data', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(evaluated(jsonLit(value as JsonValue))).toEqual(value)
      }),
    )
  })

  it('sets no prototype', () => {
    const value = JSON.parse('{"__proto__":{"a":1},"constructor":2}') as JsonValue
    expect(jsonLit(value)).toBe("{ ['__proto__']: { a: 1 }, constructor: 2 }")
    expect(Object.getPrototypeOf(evaluated(jsonLit(value)))).toBe(Object.prototype)
  })

  it('survives 4,000 levels', () => {
    let value: JsonValue = 1
    for (let level = 0; level < 4_000; level++) value = [value]
    expect(jsonLit(value)).toBe(`${'['.repeat(4_000)}1${']'.repeat(4_000)}`)
  })
})

describe('names', () => {
  it('are written bare or quoted', () => {
    expect(['a', '$_1', 'class', 'a-b', '', '1', '__proto__', 'é'].map(propertyKey)).toEqual([
      'a',
      '$_1',
      'class',
      "'a-b'",
      "''",
      "'1'",
      "['__proto__']",
      "'é'",
    ])
    expect([propertyAccess('a'), propertyAccess('a-b')]).toEqual(['.a', "['a-b']"])
    expect(ident('Größe')).toBe('Größe')
    for (const wrong of ['a-b', 'class', '', '1a', 'a b', 'a;CANARY()'])
      expect(() => ident(wrong)).toThrow('identifier')
  })
})

describe('numberLit', () => {
  it('writes every number that JSON has', () => {
    expect([1, -2.5, 1e300, -0].map(numberLit)).toEqual(['1', '-2.5', '1e+300', '-0'])
    expect(() => numberLit(Number.POSITIVE_INFINITY)).toThrow('finite')
  })
})

describe('modulePath', () => {
  it.each([
    ['types/a', 'types/b', "'./b.js'"],
    ['operations/a', 'types/b', "'../types/b.js'"],
    ['codecs/operations/a', 'types/b', "'../../types/b.js'"],
    ['codecs/operations/a', 'codecs/b', "'../b.js'"],
    ['client', 'operations/a', "'./operations/a.js'"],
    ['server/a', 'server', "'../server.js'"],
  ])('%s to %s', (from, to, path) => {
    expect(modulePath(from, to)).toBe(path)
  })
})
