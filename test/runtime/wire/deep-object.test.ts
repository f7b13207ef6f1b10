import { describe, expect, test } from 'vitest'
import { decodeQuery, encodeQuery, type WireIssue, type WireShape } from '../../../src/runtime/src/wire/index.js'

const text: WireShape = { kind: 'scalar', types: ['string'] }
const integer: WireShape = { kind: 'scalar', types: ['integer'] }
const shape: WireShape = {
  kind: 'object',
  properties: {
    state: text,
    tags: { kind: 'array', items: ['string'] },
    lines: { kind: 'array', items: [], of: { kind: 'object', properties: { sku: text, n: integer } } },
    created: { kind: 'object', properties: { gte: integer } },
    metadata: { kind: 'object', properties: {}, rest: text },
  },
}
const write = (value: unknown): string =>
  decodeURIComponent(encodeQuery([{ name: 'f', in: 'query', style: 'deepObject', shape }], { f: value }))

function read(query: string, as: WireShape = shape): unknown {
  const issues: WireIssue[] = []
  const parameter = { name: 'f', in: 'query', style: 'deepObject', shape: as } as const
  const { f } = decodeQuery([parameter], query, issues)
  return issues.length > 0 ? issues.map(({ keyword, expected }) => `${keyword}: ${expected}`) : f
}

describe('writing', () => {
  test('one level, arrays, objects in arrays, objects in objects', () => {
    expect(write({ state: 'open', tags: ['a', 'b'], created: { gte: 5 } })).toBe(
      'f[state]=open&f[tags][]=a&f[tags][]=b&f[created][gte]=5',
    )
    expect(write({ lines: [{ sku: 'A', n: 1 }, { sku: 'B' }] })).toBe(
      'f[lines][0][sku]=A&f[lines][0][n]=1&f[lines][1][sku]=B',
    )
  })
  test('what is absent is left out', () => {
    expect(write({ state: undefined, tags: [null], created: {} })).toBe('')
  })
  test('an array by itself', () => {
    expect(write(['a', 'b'])).toBe('f[]=a&f[]=b')
  })
  test('refuses brackets in names, and what nests without end', () => {
    const loop: Record<string, unknown> = {}
    loop['again'] = loop
    const refused = expect.objectContaining({ code: 'TK7101' })
    expect(() => write({ 'a]': 1 })).toThrow(refused)
    expect(() => write(loop)).toThrow(refused)
  })
})

describe('reading', () => {
  test('arrays as commonly written', () => {
    const expected = { tags: ['a', 'b'] }
    expect(read('f[tags][]=a&f[tags][]=b')).toEqual(expected)
    expect(read('f[tags]=a&f[tags]=b')).toEqual(expected)
    expect(read('f[tags][1]=b&f[tags][0]=a')).toEqual(expected)
    expect(read('f%5Btags%5D%5B%5D=a&f%5Btags%5D%5B%5D=b')).toEqual(expected)
    expect(read('f[tags]=a')).toEqual({ tags: ['a'] })
  })
  test('objects in arrays, in the order of their numbers', () => {
    expect(read('f[lines][10][n]=2&f[lines][9][n]=1&f[lines][9][sku]=A')).toEqual({
      lines: [{ n: 1, sku: 'A' }, { n: 2 }],
    })
  })
  test('names that are not declared stay, as text', () => {
    expect(read('f[state]=open&f[other]=1&f[deep][er]=2')).toEqual({ state: 'open', other: '1', deep: { er: '2' } })
    expect(read('f[a]=1&f[b][]=2', { kind: 'object', properties: {} })).toEqual({ a: '1', b: ['2'] })
  })
  test('without a shape everything is text', () => {
    const issues: WireIssue[] = []
    const parameter = { name: 'f', in: 'query', style: 'deepObject' } as const
    expect(decodeQuery([parameter], 'f[a]=1&f[b][0]=2&f[b][1]=3&f[c]=4&f[c]=5', issues)).toEqual({
      f: { a: '1', b: ['2', '3'], c: ['4', '5'] },
    })
    expect(issues).toEqual([])
  })
  test('T64 names of the prototype are data', () => {
    const value = read('f[metadata][__proto__]=x&f[__proto__][polluted]=1') as { metadata: object }
    expect(Object.keys(value.metadata)).toEqual(['__proto__'])
    expect(Object.keys(value)).toEqual(['metadata', '__proto__'])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
  test.each([
    ['f[state]=a&f[state]=b', 'duplicate: one value'],
    ['f[state]=a&f[state][x]=b', 'style: either a value or properties'],
    ['f[state][x]=b', 'type: a value without brackets'],
    ['f[created]=5', 'type: an object'],
    ['f[created][gte]=x', 'type: integer'],
    ['f[tags][x]=a', 'type: an array'],
    ['f[lines][0]=a', 'type: an object'],
    ['f[state=a', 'style: names in at most 10 pairs of brackets'],
    ['f[state]x=a', 'style: names in at most 10 pairs of brackets'],
    [`f${'[a]'.repeat(11)}=1`, 'style: names in at most 10 pairs of brackets'],
    ['f=1', 'type: an object'],
  ])('refuses %s', (query, issue) => {
    expect(read(query)).toEqual([issue])
  })
})
