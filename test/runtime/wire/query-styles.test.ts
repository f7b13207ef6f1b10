import { describe, expect, test } from 'vitest'
import {
  decodeParameters,
  decodeQuery,
  encodeQuery,
  type WireIssue,
  type WireParameter,
} from '../../../src/runtime/src/wire/index.js'

const text = { kind: 'scalar', types: ['string'] } as const
const texts = { kind: 'array', items: ['string'] } as const
const numbers = { kind: 'object', properties: {}, rest: { kind: 'scalar', types: ['integer'] } } as const
const list = ['blue', 'black', 'brown']
const rgb = { R: 100, G: 200, B: 150 }

const table: readonly [name: string, parameter: Partial<WireParameter>, value: unknown, wire: string][] = [
  ['form scalar', { shape: text }, 'blue', 'color=blue'],
  ['form empty', { shape: text }, '', 'color='],
  ['form array exploded', { shape: texts }, list, 'color=blue&color=black&color=brown'],
  ['form array', { shape: texts, explode: false }, list, 'color=blue,black,brown'],
  ['form object exploded', { shape: numbers }, rgb, 'R=100&G=200&B=150'],
  ['form object', { shape: numbers, explode: false }, rgb, 'color=R,100,G,200,B,150'],
  ['spaceDelimited array', { shape: texts, style: 'spaceDelimited' }, list, 'color=blue%20black%20brown'],
  ['spaceDelimited object', { shape: numbers, style: 'spaceDelimited' }, rgb, 'color=R%20100%20G%20200%20B%20150'],
  ['pipeDelimited array', { shape: texts, style: 'pipeDelimited' }, list, 'color=blue%7Cblack%7Cbrown'],
  ['pipeDelimited object', { shape: numbers, style: 'pipeDelimited' }, rgb, 'color=R%7C100%7CG%7C200%7CB%7C150'],
  [
    'pipeDelimited exploded',
    { shape: texts, style: 'pipeDelimited', explode: true },
    list,
    'color=blue&color=black&color=brown',
  ],
  ['tabDelimited array', { shape: texts, style: 'tabDelimited' }, list, 'color=blue%09black%09brown'],
  [
    'deepObject',
    { shape: numbers, style: 'deepObject', explode: true },
    rgb,
    'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150',
  ],
  [
    'items with delimiters',
    { shape: texts, explode: false },
    ['a,b', 'c&d=e', 'f g+h'],
    'color=a%2Cb,c%26d%3De,f%20g%2Bh',
  ],
  ['content', { shape: { kind: 'json' } }, { a: ['ü&'] }, 'color=%7B%22a%22%3A%5B%22%C3%BC%26%22%5D%7D'],
  ['an empty item', { shape: texts, explode: false }, ['', 'b'], 'color=,b'],
  ['null of its own type', { shape: { kind: 'scalar', types: ['integer', 'null'] } }, null, 'color=null'],
]

describe.each(table)('query: %s', (_, partial, value, wire) => {
  const parameter: WireParameter = { name: 'color', in: 'query', ...partial }
  test('is written', () => {
    expect(encodeQuery([parameter], { color: value })).toBe(wire)
  })
  test('is read', () => {
    const issues: WireIssue[] = []
    expect(decodeQuery([parameter], wire, issues)).toEqual({ color: value })
    expect(issues).toEqual([])
  })
})

const read = (parameters: readonly Partial<WireParameter>[], query: string): [unknown, WireIssue[]] => {
  const issues: WireIssue[] = []
  const values = decodeQuery(
    parameters.map((each) => ({ name: 'color', in: 'query', ...each })),
    query,
    issues,
  )
  return [values, issues]
}

describe('writing', () => {
  const write = (parameter: Partial<WireParameter>, value: unknown): string =>
    encodeQuery([{ name: 'q', in: 'query', ...parameter }], { q: value })

  test.each([[undefined], [null], [[]], [{}], [[null]], [{ a: undefined }]])('leaves %j out', (value) => {
    expect(write({}, value)).toBe('')
  })
  test('a querystring of nothing is nothing, of text is text', () => {
    const whole = { name: 'q', in: 'querystring' } as const
    expect([undefined, {}, 'a b'].map((q) => encodeQuery([whole], { q }))).toEqual(['', '', 'a%20b'])
    expect(read([whole], 'a%20b')).toEqual([{ q: 'a b' }, []])
    expect(read([whole], '%')[1]).toMatchObject([{ keyword: 'encoding' }])
  })
  test('a scalar is a scalar in every style', () => {
    for (const style of ['spaceDelimited', 'pipeDelimited', 'tabDelimited', 'deepObject', 'simple'] as const) {
      expect(write({ style }, 'a b|c\td')).toBe('q=a%20b%7Cc%09d')
      expect(read([{ name: 'q', style, shape: text }], 'q=a%20b%7Cc%09d')).toEqual([{ q: 'a b|c\td' }, []])
    }
    expect(write({ style: 'simple', explode: false }, ['a', 'b'])).toBe('q=a,b')
  })
  test('names and property names are encoded; the input goes by property', () => {
    const parameter: WireParameter = { name: 'page[size]', property: 'pageSize', in: 'query' }
    expect(encodeQuery([parameter], { pageSize: 5 })).toBe('page%5Bsize%5D=5')
    expect(encodeQuery([{ name: 'q', in: 'query' }], { q: { 'a&b': 'c' } })).toBe('a%26b=c')
  })
  test('allowReserved keeps what has no meaning in a query, and triplets', () => {
    expect(write({ allowReserved: true }, "a/b?c:d@e!f$g'h(i)j*k;l=m,n")).toBe("q=a/b?c:d@e!f$g'h(i)j*k;l=m,n")
    expect(write({ allowReserved: true }, 'a&b+c#d e%2F%')).toBe('q=a%26b%2Bc%23d%20e%2F%25')
    expect(write({ allowReserved: true, explode: false }, ['a,b', 'c'])).toBe('q=a%2Cb,c')
  })
  test('a percent sign of the value is encoded once', () => {
    expect(write({}, '100%25')).toBe('q=100%2525')
  })
  test('items that hold the delimiter are refused where it cannot be told apart', () => {
    const refused = expect.objectContaining({ code: 'TK7101' })
    expect(() => write({ style: 'spaceDelimited' }, ['a b'])).toThrow(refused)
    expect(() => write({ style: 'pipeDelimited' }, ['a|b'])).toThrow(refused)
    expect(() => write({ style: 'tabDelimited' }, ['a\tb'])).toThrow(refused)
  })
  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [new Date(Number.NaN)], [[{ a: 1n }]]])(
    'refuses value %# without quoting it',
    (value) => {
      expect(() => write({}, value)).toThrow(/query parameter `q` must be [\w\s-]+(?: \(TK7101\))$/)
    },
  )
  test('dates are written as in JSON, nested values as JSON', () => {
    expect(write({}, new Date(0))).toBe('q=1970-01-01T00%3A00%3A00.000Z')
    expect(write({}, [{ a: 1 }])).toBe('q=%7B%22a%22%3A1%7D')
  })
})

describe('reading', () => {
  test('a plus sign is a space, an encoded one is a plus sign', () => {
    expect(read([{}], 'color=a+b%2Bc')).toEqual([{ color: 'a b+c' }, []])
  })
  test('lower-case pipes and raw ones, plus signs as spaces', () => {
    expect(read([{ shape: texts, style: 'pipeDelimited' }], 'color=a|b%7cc')).toEqual([{ color: ['a', 'b', 'c'] }, []])
    expect(read([{ shape: texts, style: 'spaceDelimited' }], 'color=a+b%20c')).toEqual([{ color: ['a', 'b', 'c'] }, []])
  })
  test('a scalar that comes twice is refused', () => {
    expect(read([{}], 'color=a&color=a')).toEqual([
      {},
      [{ place: 'query', name: 'color', keyword: 'duplicate', expected: 'one value' }],
    ])
    expect(read([{ explode: false, shape: texts }], 'color=a&color=b')[1]).toMatchObject([{ keyword: 'duplicate' }])
  })
  test('malformed encoding anywhere is refused without the name that the sender chose', () => {
    for (const query of ['color=%', 'x=%ff', '%zz=1', 'color=%c3%28']) {
      expect(read([{}], query)[1]).toEqual([
        { place: 'query', name: '*', keyword: 'encoding', expected: 'percent-encoded UTF-8' },
      ])
    }
  })
  test('a required parameter that is missing is named once', () => {
    expect(read([{ required: true }], '')).toEqual([
      {},
      [{ place: 'query', name: 'color', keyword: 'required', expected: 'a value' }],
    ])
    expect(read([{ shape: { kind: 'scalar', types: ['number'] } }], 'color=1e999')[1]).toMatchObject([
      { expected: 'a number' },
    ])
    expect(read([{ shape: { kind: 'scalar', types: ['integer', 'string'] } }], 'color=9007199254740993')[0]).toEqual({
      color: '9007199254740993',
    })
    expect(read([{ required: true, shape: { kind: 'scalar', types: ['integer'] } }], 'color=x')[1]).toMatchObject([
      { keyword: 'type' },
    ])
  })
  test('undeclared parameters are passed over, empty pairs too', () => {
    expect(read([{}], '&&other=1&color=b&')).toEqual([{ color: 'b' }, []])
    expect(read([{}], 'color')).toEqual([{ color: '' }, []])
  })
  test('an exploded object takes its own properties and leaves other parameters theirs', () => {
    const shape = { kind: 'object', properties: { R: { kind: 'scalar', types: ['integer'] } }, rest: text } as const
    const parameters: Partial<WireParameter>[] = [
      { shape },
      { name: 'limit', shape: { kind: 'scalar', types: ['integer'] } },
    ]
    expect(read(parameters, 'R=1&limit=5&free=x')).toEqual([{ color: { R: 1, free: 'x' }, limit: 5 }, []])
    expect(read([{ shape: { kind: 'object', properties: {} } }], 'free=x')).toEqual([{}, []])
  })
  test('T64 names of the prototype are data', () => {
    const [values, issues] = read(
      [{ shape: { kind: 'object', properties: {}, rest: text } }],
      '__proto__=x&constructor=y',
    )
    const { color } = values as { color: object }
    expect(issues).toEqual([])
    expect(Object.entries(color)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
    expect(Object.getPrototypeOf(color)).toBe(Object.prototype)
    expect(read([{}], '__proto__=x')[0]).toEqual({})
  })
  test('more than 10,000 pairs are refused', () => {
    expect(read([{}], 'a&'.repeat(10_001))[1]).toEqual([
      { place: 'query', name: '*', keyword: 'limit', expected: 'at most 10000 pairs' },
    ])
  })
  test('a scalar where the contract allows one beside an object', () => {
    const shape = { kind: 'object', properties: { a: text }, or: ['string'] } as const
    expect(read([{ shape }], 'color=none')).toEqual([{ color: 'none' }, []])
    expect(read([{ shape }], 'a=1')).toEqual([{ color: { a: '1' } }, []])
    expect(read([{ shape, explode: false }], 'color=none')).toEqual([{ color: 'none' }, []])
    expect(read([{ shape, style: 'deepObject' }], 'color=none')).toEqual([{ color: 'none' }, []])
  })
})

describe('querystring', () => {
  const json: WireParameter = { name: 'filter', in: 'querystring', shape: { kind: 'json' } }
  const form: WireParameter = {
    name: 'filter',
    in: 'querystring',
    required: true,
    shape: { kind: 'object', properties: { n: { kind: 'scalar', types: ['integer'] } }, rest: text },
  }
  test('JSON is the whole query', () => {
    expect(encodeQuery([json], { filter: { a: '&' } })).toBe('%7B%22a%22%3A%22%26%22%7D')
    expect(read([json], '%7B%22a%22%3A%22%26%22%7D')).toEqual([{ filter: { a: '&' } }, []])
    expect(read([json], '%7B')[1]).toMatchObject([{ place: 'querystring', name: 'filter', keyword: 'type' }])
  })
  test('a form is, too', () => {
    expect(encodeQuery([form], { filter: { n: 1, t: 'a b' } })).toBe('n=1&t=a%20b')
    expect(read([form], 'n=1&t=a+b')).toEqual([{ filter: { n: 1, t: 'a b' } }, []])
    expect(read([form], '')[1]).toMatchObject([{ keyword: 'required' }])
  })
})

describe('decodeParameters', () => {
  const parameters: WireParameter[] = [
    { name: 'id', in: 'path', shape: { kind: 'scalar', types: ['integer'] } },
    { name: 'X-Tags', property: 'tags', in: 'header', shape: texts },
    { name: 'If-Match', property: 'ifMatch', in: 'header', required: true },
    { name: 'state', in: 'query' },
    { name: 'session', in: 'cookie' },
  ]
  const header = (lines: Record<string, string[]>) => (name: string) => lines[name] ?? []

  test('groups by place', () => {
    const raw = header({ 'x-tags': ['a, b', 'c'], 'if-match': ['"x"'], cookie: ['session=s%20t'] })
    expect(decodeParameters(parameters, { path: { id: '7' }, query: 'state=open', header: raw })).toEqual({
      path: { id: 7 },
      query: { state: 'open' },
      headers: { tags: ['a', 'b', 'c'], ifMatch: '"x"' },
      cookies: { session: 's t' },
      issues: [],
    })
  })
  test('gathers all that is wrong', () => {
    const raw = header({ 'if-match': ['a', 'b'], cookie: ['session=a; session=b'] })
    expect(decodeParameters(parameters, { path: {}, query: '', header: header({}) }).issues).toEqual([
      { place: 'path', name: 'id', keyword: 'required', expected: 'a value' },
      { place: 'header', name: 'If-Match', keyword: 'required', expected: 'a value' },
    ])
    expect(decodeParameters(parameters, { path: { id: 'x' }, query: 'state=%', header: raw }).issues).toEqual([
      { place: 'path', name: 'id', keyword: 'type', expected: 'integer' },
      { place: 'header', name: 'If-Match', keyword: 'duplicate', expected: 'one value' },
      { place: 'query', name: '*', keyword: 'encoding', expected: 'percent-encoded UTF-8' },
      { place: 'cookie', name: 'session', keyword: 'duplicate', expected: 'one value' },
    ])
  })
})
