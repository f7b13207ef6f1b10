import { describe, expect, test } from 'vitest'
import {
  decodePathParameter,
  encodePath,
  encodePathParameter,
  type WireIssue,
  type WireParameter,
} from '../../../src/runtime/src/wire/index.js'

const text = { kind: 'scalar', types: ['string'] } as const
const texts = { kind: 'array', items: ['string'] } as const
const numbers = { kind: 'object', properties: {}, rest: { kind: 'scalar', types: ['integer'] } } as const
const blue = 'blue'
const list = ['blue', 'black', 'brown']
const rgb = { R: 100, G: 200, B: 150 }

// OpenAPI 3.1, section 4.8.12.4, and what it does not show: the same with characters that need encoding.
const table: readonly [name: string, parameter: Partial<WireParameter>, value: unknown, wire: string][] = [
  ['simple scalar', { shape: text }, blue, 'blue'],
  ['simple array', { shape: texts }, list, 'blue,black,brown'],
  ['simple array exploded', { shape: texts, explode: true }, list, 'blue,black,brown'],
  ['simple object', { shape: numbers }, rgb, 'R,100,G,200,B,150'],
  ['simple object exploded', { shape: numbers, explode: true }, rgb, 'R=100,G=200,B=150'],
  ['label scalar', { style: 'label', shape: text }, blue, '.blue'],
  ['label array', { style: 'label', shape: texts }, list, '.blue,black,brown'],
  ['label array exploded', { style: 'label', shape: texts, explode: true }, list, '.blue.black.brown'],
  ['label object', { style: 'label', shape: numbers }, rgb, '.R,100,G,200,B,150'],
  ['label object exploded', { style: 'label', shape: numbers, explode: true }, rgb, '.R=100.G=200.B=150'],
  ['matrix scalar', { style: 'matrix', shape: text }, blue, ';color=blue'],
  ['matrix empty', { style: 'matrix', shape: text }, '', ';color'],
  ['matrix array', { style: 'matrix', shape: texts }, list, ';color=blue,black,brown'],
  [
    'matrix array exploded',
    { style: 'matrix', shape: texts, explode: true },
    list,
    ';color=blue;color=black;color=brown',
  ],
  ['matrix object', { style: 'matrix', shape: numbers }, rgb, ';color=R,100,G,200,B,150'],
  ['matrix object exploded', { style: 'matrix', shape: numbers, explode: true }, rgb, ';R=100;G=200;B=150'],
  ['delimiters in items', { shape: texts }, ['a,b', 'c/d', 'e%2C'], 'a%2Cb,c%2Fd,e%252C'],
  ['a scalar is never split', { shape: text }, 'a,b', 'a%2Cb'],
  ['dots in items of a label', { style: 'label', shape: texts, explode: true }, ['1.5', '2'], '.1%2E5.2'],
  [
    'everything that is not unreserved',
    { shape: text },
    "ä /?#[]@!$&'()*+;=~-_.",
    '%C3%A4%20%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%3B%3D~-_.',
  ],
  ['content', { shape: { kind: 'json' } }, { a: [1, null] }, '%7B%22a%22%3A%5B1%2Cnull%5D%7D'],
  ['a number', { shape: { kind: 'scalar', types: ['number'] } }, -1.5e-7, '-1.5e-7'],
]

describe.each(table)('path: %s', (_, partial, value, wire) => {
  const parameter: WireParameter = { name: 'color', in: 'path', ...partial }
  test('is written', () => {
    expect(encodePathParameter(parameter, value)).toBe(wire)
  })
  test('is read', () => {
    const issues: WireIssue[] = []
    expect(decodePathParameter(parameter, wire, issues)).toEqual(value)
    expect(issues).toEqual([])
  })
})

test('reserved characters pass where the contract allows them, but none that ends the segment', () => {
  const parameter: WireParameter = { name: 'id', in: 'path', shape: text, allowReserved: true }
  expect(encodePathParameter(parameter, 'a:b;c=d,e/f?g#h%41%')).toBe('a:b;c=d,e%2Ff%3Fg%23h%41%25')
})

describe('encodePath', () => {
  const parameters: WireParameter[] = [
    { name: 'order-id', property: 'orderId', in: 'path' },
    { name: 'part', in: 'path' },
  ]
  test('fills parameters in by their property names', () => {
    expect(encodePath('/orders/{order-id}/{part}', parameters, { orderId: 'a b', part: 'ü' })).toBe(
      '/orders/a%20b/%C3%BC',
    )
  })
  test('encodes what the template itself must not send', () => {
    expect(encodePath('/a b/\\#x?y=1', [], {})).toBe('/a%20b/%5C%23x?y=1')
  })
  test.each([
    ['.', '/x/{part}'],
    ['..', '/x/{part}'],
    ['..', '/x/{part}/y'],
    ['.', '/x/.{part}'],
  ])('T15 refuses the segment that `%s` makes of %s', (part, template) => {
    expect(() => encodePath(template, parameters, { part })).toThrow(
      expect.objectContaining({ code: 'TK7106', reason: 'path-not-sendable' }),
    )
  })
  test('a dot segment that is encoded already is refused, too', () => {
    const reserved: WireParameter[] = [{ name: 'part', in: 'path', allowReserved: true }]
    expect(() => encodePath('/x/{part}', reserved, { part: '%2e%2E' })).toThrow(
      expect.objectContaining({ code: 'TK7106' }),
    )
    expect(encodePath('/x/{part}', [{ name: 'part', in: 'path' }], { part: '%2e' })).toBe('/x/%252e')
  })
  test.each([[undefined], [''], [[]], [{}], [null]])('refuses %j, which would address another resource', (part) => {
    expect(() => encodePath('/x/{part}', parameters, { part })).toThrow(
      'a value that the operation needs is missing: path parameter `part` must have a value that is not empty (TK7102)',
    )
  })
  test('a property of the prototype is no value', () => {
    expect(() => encodePath('/x/{toString}', [], {})).toThrow(expect.objectContaining({ code: 'TK7102' }))
  })
})

test('a scalar where the contract allows one beside an object', () => {
  const shape = { kind: 'object', properties: { R: text }, or: ['integer'] } as const
  const read = (parameter: Partial<WireParameter>, raw: string): unknown =>
    decodePathParameter({ name: 'id', in: 'path', shape, ...parameter }, raw, [])
  expect(read({}, '7')).toBe(7)
  expect(read({ explode: true }, '7')).toBe(7)
  expect(read({ explode: true }, 'R=7')).toEqual({ R: '7' })
  expect(read({ style: 'matrix', explode: true }, ';id=7')).toBe(7)
  expect(read({ style: 'matrix', explode: true }, ';R=7')).toEqual({ R: '7' })
})

test('an empty text is an item where it can be one, else no item at all', () => {
  const read = (shape: WireParameter['shape']): unknown =>
    decodePathParameter({ name: 'id', in: 'path', style: 'label', ...(shape && { shape }) }, '.', [])
  expect(read(texts)).toEqual([''])
  expect(read({ kind: 'array', items: ['integer'] })).toEqual([])
  expect(read({ kind: 'array', items: [], of: { kind: 'json' } })).toEqual([])
  expect(read(undefined)).toBe('')
})

describe('refuses', () => {
  const read = (parameter: Partial<WireParameter>, raw: string): WireIssue[] => {
    const issues: WireIssue[] = []
    decodePathParameter({ name: 'id', in: 'path', ...parameter }, raw, issues)
    return issues
  }
  test('malformed percent-encoding, without quoting it', () => {
    const issue = { place: 'path', name: 'id', keyword: 'encoding', expected: 'percent-encoded UTF-8' }
    for (const raw of ['%', '%4', '%zz', '%ff', '%c3%28', '%ed%a0%80']) expect(read({}, raw)).toEqual([issue])
  })
  test('an empty segment', () => {
    expect(read({}, '')).toEqual([
      { place: 'path', name: 'id', keyword: 'required', expected: 'a value that is not empty' },
    ])
  })
  test.each([
    ['integer', ['1.5', '0x1', ' 1', '1e400', '+1', '01', 'NaN', '9007199254740993']],
    ['number', ['Infinity', '.5', '5.', '1,5', '1e400']],
    ['boolean', ['TRUE', '1', 'yes']],
    ['null', ['NULL', 'nil']],
  ] as const)('what is no %s', (type, texts) => {
    for (const raw of texts) {
      expect(read({ shape: { kind: 'scalar', types: [type] } }, raw)).toMatchObject([{ keyword: 'type', name: 'id' }])
    }
  })
  test('matrix: malformed pairs, items of another name', () => {
    const matrix = { style: 'matrix', explode: true } as const
    expect(read({ ...matrix, shape: numbers }, ';R=%zz')).toMatchObject([{ keyword: 'encoding' }])
    expect(read({ ...matrix, shape: texts }, ';id=a;other=b')).toMatchObject([{ keyword: 'style' }])
    expect(read({ ...matrix, shape: numbers }, ';R')).toMatchObject([{ keyword: 'type' }])
  })
  test('pairs without a partner, twice the same property, a label without its dot', () => {
    expect(read({ shape: numbers }, 'R,1,G')).toMatchObject([{ keyword: 'style', expected: 'pairs of name and value' }])
    expect(read({ shape: numbers, explode: true }, 'R=1,G')).toMatchObject([{ keyword: 'style' }])
    expect(read({ shape: numbers }, 'R,1,R,2')).toMatchObject([{ keyword: 'duplicate' }])
    expect(read({ style: 'label' }, 'blue')).toMatchObject([{ keyword: 'style' }])
    expect(read({ style: 'matrix' }, ';colour=blue')).toMatchObject([{ keyword: 'style' }])
  })
})
