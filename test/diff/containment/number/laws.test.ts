/**
 * What the solver says about random questions, against numbers in tenths: a number that it finds fulfils the question, none that
 * does is simpler to miss, and where it says that there is none, there is none.
 */
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isMultipleOf,
  type NumberQuestion,
  numberHasFormat,
  severalNumbers,
  solveNumber,
} from '../../../../src/diff/containment/number/index.js'

/** -12.0 to 12.0. */
const numbers = Array.from({ length: 241 }, (_, index) => (index - 120) / 10)

const bound = fc.option(fc.constantFrom(...numbers, 0, 1, -1), { nil: undefined })
const divisors = fc.array(fc.constantFrom(1, 2, 3, 4, 6, 0.5, 0.2, 0.3, 1.5, 2.5), { maxLength: 2 })
const formats = fc.array(fc.constantFrom('int32', 'int64', 'double'), { maxLength: 1 })

/** Multiples of a tenth between bounds, so that trying all numbers is a proof. */
const question = fc
  .record({
    integer: fc.boolean(),
    notInteger: fc.boolean(),
    low: bound,
    high: bound,
    exclusiveLow: bound,
    exclusiveHigh: bound,
    multiples: divisors,
    notMultiples: divisors,
    formats,
    notFormats: formats,
    excluded: fc.array(fc.constantFrom(...numbers), { maxLength: 4 }).map((all) => new Set(all)),
  })
  .map(
    ({ low, high, exclusiveLow, exclusiveHigh, multiples, ...rest }): NumberQuestion => ({
      ...rest,
      minimum: low ?? -12,
      maximum: high ?? 12,
      ...(exclusiveLow !== undefined && { exclusiveMinimum: exclusiveLow }),
      ...(exclusiveHigh !== undefined && { exclusiveMaximum: exclusiveHigh }),
      multiples: [0.1, ...multiples],
    }),
  )

function fulfils(asked: NumberQuestion, value: number): boolean {
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = asked
  const tenths = Math.round(value * 10)
  const divides = (divisor: number): boolean => tenths % Math.round(divisor * 10) === 0
  return (
    minimum <= value &&
    value <= maximum &&
    exclusiveMinimum < value &&
    value < exclusiveMaximum &&
    (!asked.integer || Number.isInteger(value)) &&
    !(asked.notInteger && Number.isInteger(value)) &&
    asked.multiples.every(divides) &&
    !asked.notMultiples.some(divides) &&
    asked.formats.every((format) => format === 'double' || Number.isInteger(value)) &&
    !asked.notFormats.some((format) => format === 'double' || Number.isInteger(value)) &&
    !asked.excluded.has(value)
  )
}

test('found numbers fulfil the question, and none is missed', () => {
  const outcomes = { found: 0, empty: 0 }
  fc.assert(
    fc.property(question, (asked) => {
      const solved = solveNumber(asked)
      const first = numbers.find((value) => fulfils(asked, value))
      if (solved.kind === 'found') expect([solved.value, fulfils(asked, solved.value)]).toEqual([solved.value, true])
      else expect([solved.kind, first]).toEqual(['empty', undefined])
      outcomes[solved.kind === 'found' ? 'found' : 'empty']++
    }),
    { numRuns: 2000 },
  )
  expect(Math.min(outcomes.found, outcomes.empty)).toBeGreaterThan(100)
})

test('several numbers are different, fulfil the question, and are all when they are said to be', () => {
  fc.assert(
    fc.property(question, fc.integer({ min: 1, max: 8 }), (asked, count) => {
      const { values, complete } = severalNumbers(asked, count)
      const all = numbers.filter((value) => fulfils(asked, value))
      expect(values.length).toBe(Math.min(count, all.length))
      expect([new Set(values).size, values.filter((value) => !fulfils(asked, value))]).toEqual([values.length, []])
      expect(complete).toBe(all.length <= count)
    }),
    { numRuns: 1000 },
  )
})

const ajv = new Ajv2020({ strict: false, logger: false })
;(addFormats as unknown as (instance: Ajv2020) => void)(ajv)

test.each(['int32', 'int64', 'float', 'double'])('%s as the validator has it', (format) => {
  const judge = ajv.compile({ format })
  const values = [
    0,
    -0,
    1,
    1.5,
    -1.5,
    2 ** 31,
    2 ** 31 - 1,
    -(2 ** 31),
    -(2 ** 31) - 1,
    2 ** 53,
    2 ** 63,
    2 ** 64,
    1e300,
    1e-9,
  ]
  for (const value of values) expect([value, numberHasFormat(format, value) ?? true]).toEqual([value, judge(value)])
})

test('numbers without a dispute are multiples for the validator, too', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(0.01, 0.1, 0.25, 0.001, 1, 3, 7, 1e-6, 1e20, 1e-7),
      fc.constantFrom(0, 0.3, 1, 17.5, -8, 1e6, 1e21, 123456789, -(2 ** 60)),
      (divisor, minimum) => {
        const inside = severalNumbers({ ...none, multiples: [divisor], minimum }, 5)
        const outside = severalNumbers({ ...none, notMultiples: [divisor], minimum }, 5)
        const judge = ajv.compile({ multipleOf: divisor })
        const disputed = [
          ...inside.values.filter((value) => !judge(value)),
          ...outside.values.filter((value) => judge(value)),
        ]
        // There quotients cannot be written without an exponent, and all numbers are whole.
        const isHuge = minimum >= 1e20
        expect([inside.values.length, isHuge || outside.values.length]).toEqual([5, isHuge || 5])
        expect(isHuge ? [] : disputed).toEqual([])
      },
    ),
  )
})

const none: NumberQuestion = {
  ...{ integer: false, notInteger: false, multiples: [], notMultiples: [], formats: [], notFormats: [] },
  excluded: new Set<number>(),
}

test.each<[number, number, boolean]>([
  [0.3, 0.1, true],
  [1.1, 0.01, true],
  [0.35, 0.1, false],
  [1e21, 7, false],
  [1e21, 1e-7, true],
  [0, 0.1, true],
  [-6, 3, true],
  [5e-324, 5e-324, true],
  [1.7976931348623157e308, 1e292, true],
  [1, 0, false],
  [Number.NaN, 1, false],
  [Infinity, 1, false],
])('%d is a multiple of %d: %s', (value, divisor, want) => {
  expect(isMultipleOf(value, divisor)).toBe(want)
})
