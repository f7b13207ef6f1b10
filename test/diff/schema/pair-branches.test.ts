import { describe, expect, test } from 'vitest'
import { diffDocuments } from '../support/diff-documents.js'

const text = { type: 'string' }
const whole = { type: 'integer' }
const tagged = (tag: string, value: object) => ({
  type: 'object',
  required: ['tag', 'value'],
  properties: { tag: { const: tag }, value },
})
/** The same in two parts: what is read of the branch itself says nothing of the tag. */
const inParts = ({ required, properties, type }: ReturnType<typeof tagged>) => ({
  type,
  allOf: [{ properties: { tag: properties.tag }, required }, { properties: { value: properties.value } }],
})
const plain = (name: string, value: object) => ({ type: 'object', properties: { [name]: value, other: text } })
const plainInParts = (name: string, value: object) => ({
  type: 'object',
  allOf: [{ properties: { [name]: value } }, { properties: { other: text } }],
})

describe('branches in another order and in parts are the same', () => {
  test.each([
    ['with a tag', [tagged('x', text), tagged('y', whole)], [inParts(tagged('y', whole)), inParts(tagged('x', text))]],
    [
      'with defaults only',
      [plain('a', { default: 1 }), plain('a', { default: 2 })],
      [plainInParts('a', { default: 2 }), plainInParts('a', { default: 1 })],
    ],
    ['without', [plain('a', text), plain('b', whole)], [plainInParts('b', whole), plainInParts('a', text)]],
  ])('%s', (_, before, after) => {
    for (const role of ['oneOf', 'anyOf'])
      for (const [one, other] of [
        [before, after],
        [after, before],
      ])
        expect(diffDocuments({ [role]: one }, { [role]: other }).findings).toEqual([])
  })
})

test('a tag tells branches in parts apart, whatever changes in them', () => {
  const before = { oneOf: [tagged('x', text), tagged('y', whole)] }
  const after = { oneOf: [inParts(tagged('y', text)), inParts(tagged('x', text))] }
  const { findings } = diffDocuments(before, after)
  expect(findings.map(({ level, pointer }) => `${level} ${pointer}`)).toEqual([
    'breaking /oneOf/0/properties/value',
    'info /oneOf/0/properties/value',
  ])
})

test('branches that no value fits are paired by their members', () => {
  // It asks for another of its kind, without end.
  const $defs = { endless: { type: 'object', required: ['next'], properties: { next: { $ref: '#/$defs/endless' } } } }
  const endless = { $ref: '#/$defs/endless' }
  const one = { type: 'object', required: ['a'], properties: { a: endless, b: text } }
  const other = { type: 'object', required: ['a'], properties: { a: endless, c: whole } }
  const parts = ({ properties: { a, ...rest }, ...said }: typeof one | typeof other) => ({
    ...said,
    allOf: [{ properties: { a } }, { properties: rest }],
  })
  const before = { $defs, anyOf: [one, other, text] }
  const after = { $defs, anyOf: [text, parts(other), parts(one)] }
  expect(diffDocuments(before, after).findings).toEqual([])
  expect(diffDocuments(after, before).findings).toEqual([])
})

describe('what is most alike is the same branch', () => {
  const long = (name: string, limit: number) => ({
    type: 'object',
    properties: { [name]: { type: 'string', maxLength: limit }, [`${name}Too`]: text, both: text },
  })

  test('whatever the order, and although all have changed', () => {
    const before = { oneOf: [long('a', 5), long('b', 5), long('c', 5)] }
    for (const order of [
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
    ]) {
      const changed = [long('a', 4), long('b', 4), long('c', 4)]
      const after = { oneOf: order.map((index) => changed[index]) }
      const { findings } = diffDocuments(before, after)
      const names = findings.map(({ pointer, rule }) => `${rule} ${pointer.split('/').at(-1)}`)
      expect(names.sort()).toEqual(['a', 'b', 'c'].map((name) => `request-length-narrowed ${name}`))
    }
  })
})

test('what several parts say of a member that no value fits is paired by what it says', () => {
  const ref = (name: string) => ({ $ref: `#/$defs/${name}` })
  const own = { properties: { a: { type: 'object', properties: { a: ref('B') }, required: ['a', 'tag'] } } }
  const A = { properties: { a: { anyOf: [ref('B')] } } }
  const B = { allOf: [ref('C'), { properties: { a: ref('C') } }] }
  // It asks for itself without end.
  const C = { type: 'object', properties: { a: ref('B'), tag: {} }, required: ['a'] }
  const split = {
    type: 'object',
    allOf: [{ properties: { a: ref('B') }, required: ['a'] }, { properties: { tag: {} } }],
  }
  const before = { $defs: { A, B, C }, allOf: [ref('A'), own] }
  const after = { $defs: { A, B, C: split }, allOf: [own, ref('A')] }
  expect(diffDocuments(before, after).findings).toEqual([])
  expect(diffDocuments(after, before).findings).toEqual([])
})

test('what several parts say of a recursive member is paired by its notes, too', () => {
  const ref = (name: string) => ({ $ref: `#/$defs/${name}` })
  const A = { properties: { b: { anyOf: [ref('B')], readOnly: true } } }
  const B = {
    properties: { a: { oneOf: [{ type: 'object', properties: { b: ref('A'), c: ref('A') } }], deprecated: true } },
  }
  const own = { properties: { b: ref('B') } }
  const reversed = {
    $defs: {
      A,
      B: {
        properties: {
          a: {
            deprecated: true,
            oneOf: [{ type: 'object', allOf: [{ properties: { c: ref('A') } }, { properties: { b: ref('A') } }] }],
          },
        },
      },
    },
    allOf: [own, ref('A')],
  }
  expect(diffDocuments({ $defs: { A, B }, allOf: [ref('A'), own] }, reversed).findings).toEqual([])
})
