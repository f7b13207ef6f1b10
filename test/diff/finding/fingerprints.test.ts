/** Fingerprints outlive edits elsewhere, also in alternatives that have no name. */
import { expect, test } from 'vitest'
import { diffDocuments } from '../support/diff-documents.js'

const text = (limit: number) => ({ type: 'string', maxLength: limit })
const whole = (limit: number) => ({ type: 'integer', maximum: limit })
const object = (name: string, limit: number) => ({
  type: 'object',
  properties: { [name]: text(limit), [`${name}Too`]: { type: 'boolean' } },
  required: [name],
})
const tagged = (tag: string, limit: number) => ({
  type: 'object',
  properties: { kind: { const: tag }, value: text(limit) },
  required: ['kind', 'value'],
})

/** Rule with fingerprint, whatever the order of the findings. */
function known(before: unknown, after: unknown): readonly string[] {
  return diffDocuments(before, after)
    .findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`)
    .sort()
}

const branches = (limit: number) => [
  text(limit),
  whole(limit),
  object('a', limit),
  object('b', limit),
  tagged('x', limit),
  tagged('y', limit),
]
const orders: readonly (readonly number[])[] = [
  [5, 4, 3, 2, 1, 0],
  [2, 0, 4, 1, 5, 3],
]

test.each(['anyOf', 'oneOf'])('of changes in branches of %s, in any order', (role) => {
  const expected = known({ [role]: branches(9) }, { [role]: branches(8) })
  expect(expected).toHaveLength(6)
  expect(new Set(expected).size).toBe(6)
  for (const order of orders) {
    const inOrder = (list: readonly unknown[]) => order.map((index) => list[index])
    expect(known({ [role]: branches(9) }, { [role]: inOrder(branches(8)) })).toEqual(expected)
    expect(known({ [role]: inOrder(branches(9)) }, { [role]: branches(8) })).toEqual(expected)
  }
})

test('of branches that come and go, wherever they stand', () => {
  const [one, two, three] = [object('a', 9), object('b', 9), object('c', 9)]
  const gone = known({ anyOf: [one, two, three] }, { anyOf: [one, three] })
  expect(gone).toHaveLength(1)
  expect(known({ anyOf: [three, one, two] }, { anyOf: [three, one] })).toEqual(gone)
  expect(known({ anyOf: [one, two, three] }, { anyOf: [two, three] })).not.toEqual(gone)
  const come = known({ anyOf: [one, three] }, { anyOf: [one, two, three] })
  expect(known({ anyOf: [three, one] }, { anyOf: [two, three, one] })).toEqual(come)
})

test('of a branch outlive edits of its siblings, and of itself in the later version', () => {
  const before = { anyOf: [object('a', 9), object('b', 9)] }
  const [only] = known(before, { anyOf: [object('a', 8), object('b', 9)] })
  const sibling = object('b', 7)
  const more = { ...object('a', 8), maxProperties: 3 }
  expect(known(before, { anyOf: [sibling, object('a', 8)] })).toContain(only)
  expect(known(before, { anyOf: [more, object('b', 9)] })).toContain(only)
})

test('of branches below others', () => {
  const list = (limit: number, isTurned = false) => {
    const inner = [object('a', limit), object('b', 9)]
    return { type: 'array', items: { anyOf: isTurned ? inner.reverse() : inner } }
  }
  const nested = (limit: number, isTurned = false) => {
    const outer = [list(limit, isTurned), { type: 'array', items: text(9), minItems: 2 }]
    return { oneOf: isTurned ? outer.reverse() : outer }
  }
  const expected = known(nested(9), nested(8))
  expect(expected).toHaveLength(1)
  expect(known(nested(9, true), nested(8))).toEqual(expected)
  expect(known(nested(9), nested(8, true))).toEqual(expected)
})
