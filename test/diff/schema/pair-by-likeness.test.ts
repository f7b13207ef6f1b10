import { expect, test } from 'vitest'
import { pairByLikeness } from '../../../src/diff/schema/pair-by-likeness.js'
import { createTraits } from '../../../src/diff/schema/traits.js'
import { sideOf } from '../../support/schema-side.js'

const traitsOf = { before: createTraits(new Map()), after: createTraits(new Map()) }
const options = (count: number, limit: number) =>
  Array.from({ length: count }, (_, index) => sideOf({ type: 'string', format: `f${index}`, maxLength: limit }).schema)

function formats(before: ReturnType<typeof options>, after: typeof before, fits?: (one: object) => boolean) {
  const { kept, removed, added } = pairByLikeness(before, after, (schema) => schema, {
    traitsOf,
    ...(fits && { fits }),
  })
  return {
    kept: kept.map((pair) => [pair.before.format, pair.after.format]),
    removed: removed.map(({ format }) => format),
    added: added.map(({ format }) => format),
  }
}

test('few are paired by what they have in common, and what is left over has no partner', () => {
  const { kept, removed, added } = formats(options(3, 5), options(4, 4).reverse())
  expect(kept.sort()).toEqual([
    ['f0', 'f0'],
    ['f1', 'f1'],
    ['f2', 'f2'],
  ])
  expect([removed, added]).toEqual([[], ['f3']])
})

test('many are paired in the order in which they are written', () => {
  const { kept, removed } = formats(options(60, 5), options(50, 4).reverse())
  expect(kept[0]).toEqual(['f0', 'f49'])
  expect(kept).toHaveLength(50)
  expect(removed).toEqual(Array.from({ length: 10 }, (_, index) => `f${50 + index}`))
})

test('what does not fit has no partner, however alike it is', () => {
  const onlyFirst = (schema: object): boolean => 'format' in schema && schema.format === 'f0'
  for (const count of [2, 60])
    expect(formats(options(count, 5), options(count, 4), onlyFirst).kept).toEqual([['f0', 'f0']])
})
