import { describe, expect, test } from 'vitest'
import { decodeForm, encodeForm, type WireIssue, type WireMedia } from '../../../src/runtime/src/wire/index.js'

const text = { kind: 'scalar', types: ['string'] } as const
const integer = { kind: 'scalar', types: ['integer'] } as const
const media: WireMedia = {
  mediaType: 'application/x-www-form-urlencoded',
  kind: 'form',
  shape: {
    kind: 'object',
    properties: {
      name: text,
      age: integer,
      tags: { kind: 'array', items: ['string'] },
      csv: { kind: 'array', items: ['integer'] },
      address: { kind: 'object', properties: { city: text } },
      lines: { kind: 'array', items: [], of: { kind: 'object', properties: { sku: text } } },
      metadata: { kind: 'object', properties: {}, rest: text },
      expand: { kind: 'array', items: ['string'] },
      flags: { kind: 'array', items: ['boolean'] },
    },
  },
  encoding: {
    csv: { explode: false },
    metadata: { style: 'deepObject', explode: true },
    expand: { style: 'deepObject', explode: true },
    flags: { contentType: 'application/json' },
  },
}
const value = {
  name: 'Ärger & Söhne+',
  age: 7,
  tags: ['a', 'b c'],
  csv: [1, 2],
  address: { city: 'Bonn' },
  lines: [{ sku: 'A' }, { sku: 'B' }],
  metadata: { order: '1', note: 'x=y' },
  expand: ['customer', 'invoice'],
  flags: [true, false],
}
const wire =
  'name=%C3%84rger%20%26%20S%C3%B6hne%2B&age=7&tags=a&tags=b%20c&csv=1,2&address=%7B%22city%22%3A%22Bonn%22%7D' +
  '&lines=%7B%22sku%22%3A%22A%22%7D&lines=%7B%22sku%22%3A%22B%22%7D&metadata%5Border%5D=1&metadata%5Bnote%5D=x%3Dy' +
  '&expand%5B%5D=customer&expand%5B%5D=invoice&flags=%5Btrue%2Cfalse%5D'

const read = (body: string, as: WireMedia = media): [unknown, WireIssue[]] => {
  const issues: WireIssue[] = []
  const values = decodeForm(as, body, issues)
  return [values, issues]
}

test('every encoding is written and read', () => {
  expect(encodeForm(media, value)).toBe(wire)
  expect(read(wire)).toEqual([value, []])
})

describe('reading', () => {
  test('names that are not declared stay, so that the codec can judge them', () => {
    expect(read('name=a&more=1&more=2&other=x&deep[a]=1')).toEqual([
      { name: 'a', more: ['1', '2'], other: 'x', 'deep[a]': '1' },
      [],
    ])
  })
  test('the shape of the rest', () => {
    const rest: WireMedia = { mediaType: 'x/y', kind: 'form', shape: { kind: 'object', properties: {}, rest: integer } }
    expect(read('a=1', rest)).toEqual([{ a: 1 }, []])
    expect(read('a=secret', rest)).toEqual([
      { a: undefined },
      [{ place: 'body', name: '*', keyword: 'type', expected: 'integer' }],
    ])
  })
  test.each([
    ['age=x', { place: 'body', name: 'age', keyword: 'type', expected: 'integer' }],
    ['age=1&age=2', { place: 'body', name: 'age', keyword: 'duplicate', expected: 'one value' }],
    ['address=x', { place: 'body', name: 'address', keyword: 'type', expected: 'JSON' }],
    ['address={}&address={}', { place: 'body', name: 'address', keyword: 'duplicate', expected: 'one value' }],
    ['name=%zz', { place: 'body', name: '*', keyword: 'encoding', expected: 'percent-encoded UTF-8' }],
  ])('refuses %s', (body, issue) => {
    expect(read(body)[1]).toEqual([issue])
  })
})

test('without a shape, texts; with styles of every kind, what they say', () => {
  const bare: WireMedia = { mediaType: 'x/y', kind: 'form' }
  expect(encodeForm(bare, { a: 'x y', b: [1, 2], c: undefined })).toBe('a=x%20y&b=1&b=2')
  expect(encodeForm(bare, { a: { x: [1] } })).toBe('a=%7B%22x%22%3A%5B1%5D%7D')
  expect(read('a=x+y&b=1&b=2', bare)).toEqual([{ a: 'x y', b: ['1', '2'] }, []])
  const styled: WireMedia = {
    ...bare,
    shape: {
      kind: 'object',
      properties: {
        path: text,
        spread: { kind: 'object', properties: { x: integer } },
        whole: { kind: 'object', properties: {} },
      },
      rest: { kind: 'array', items: ['integer'] },
    },
    encoding: { path: { allowReserved: true }, spread: { explode: true } },
  }
  expect(encodeForm(styled, { path: '/a/b', spread: { x: 1 }, whole: undefined, more: [5] })).toBe(
    'path=/a/b&x=1&more=5',
  )
  expect(read('path=/a/b&x=1&more=5', styled)).toEqual([{ path: '/a/b', spread: { x: 1 }, more: [5] }, []])
})

test('only an object is a form', () => {
  expect(() => encodeForm(media, ['a'])).toThrow(expect.objectContaining({ code: 'TK7101' }))
})
