import { runInThisContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberLit, strLit } from '../../../src/generate/render/escape.js'
import type { CodeText } from '../../../src/generate/render/text.js'
import { arrayLiteral, type Code, indented, objectLiteral } from '../../../src/generate/view/wire/literal.js'

type Data = string | number | readonly Data[] | { readonly [key: string]: Data }

describe('literals', () => {
  it('stand on one line when they fit', () => {
    expect(
      objectLiteral([
        ['a', strLit('b')],
        ['c-d', arrayLiteral([numberLit(1)])],
        ['e', undefined],
      ]),
    ).toBe("{ a: 'b', 'c-d': [1] }")
    expect(objectLiteral([])).toBe('{}')
    expect(arrayLiteral([])).toBe('[]')
  })

  it('break when they do not', () => {
    const long = strLit('x'.repeat(90))
    expect(
      objectLiteral([
        ['a', long],
        [
          'b',
          objectLiteral([
            ['c', long],
            ['d', long],
          ]),
        ],
      ]),
    ).toBe(`{\n  a: ${long},\n  b: {\n    c: ${long},\n    d: ${long},\n  },\n}`)
    expect(
      arrayLiteral([
        objectLiteral([
          ['a', long],
          ['b', long],
        ]),
      ]),
    ).toBe(`[{\n  a: ${long},\n  b: ${long},\n}]`)
  })

  it('name a constant of the same name once', () => {
    expect(objectLiteral([['codec', 'codec' as CodeText]])).toBe('{ codec }')
  })

  it('do not take a list for a computed name', () => {
    expect(objectLiteral([['__proto__', arrayLiteral([strLit('__proto__')])]])).toBe("{ ['__proto__']: ['__proto__'] }")
  })

  it('mean what was given, whatever it is', () => {
    const { data } = fc.letrec<{ data: Data }>((tie) => ({
      data: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.integer(),
        fc.constantFrom('__proto__', 'constructor', "'", '\\', '*/', '\u2028'),
        fc.array(tie('data'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'toString', '')), tie('data'), {
          maxKeys: 4,
          noNullPrototype: true,
        }),
      ),
    }))
    fc.assert(
      fc.property(data, (given) => {
        expect(read(literal(given))).toEqual(given)
      }),
    )
  })

  it('indent without touching texts', () => {
    expect(
      indented(
        objectLiteral([
          ['a', strLit('x\ny')],
          ['b', strLit('z'.repeat(100))],
        ]),
      ),
    ).toContain("a: 'x\\ny'")
  })
})

function literal(data: Data): Code {
  if (typeof data === 'string') return strLit(data)
  if (typeof data === 'number') return numberLit(data)
  if (isList(data)) return arrayLiteral(data.map(literal))
  return objectLiteral(Object.keys(data).map((key) => [key, literal(data[key] as Data)]))
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data)
}

/** The tests run what they wrote themselves. */
function read(code: string): unknown {
  return runInThisContext(`(${code})`)
}
