import { describe, expect, test } from 'vitest'
import { type NumberQuestion, severalNumbers, solveNumber } from '../../../../src/diff/containment/number/index.js'

const anything: NumberQuestion = {
  integer: false,
  notInteger: false,
  multiples: [],
  notMultiples: [],
  formats: [],
  notFormats: [],
  excluded: new Set(),
}

describe('the simplest number', () => {
  test.each<[Partial<NumberQuestion>, number | 'empty' | 'unknown']>([
    [{}, 0],
    [{ minimum: 5 }, 5],
    [{ exclusiveMinimum: 5 }, 6],
    [{ exclusiveMinimum: 5, exclusiveMaximum: 6 }, 5.1],
    [{ maximum: -3 }, -3],
    [{ minimum: 2, maximum: 1 }, 'empty'],
    [{ minimum: 1, exclusiveMaximum: 1 }, 'empty'],
    [{ minimum: 1, exclusiveMinimum: 1, maximum: 1 }, 'empty'],
    [{ minimum: Infinity }, 'empty'],
    [{ maximum: -Infinity }, 'empty'],
    [{ minimum: -Infinity, maximum: Infinity }, 0],
    [{ excluded: new Set([0, 1]) }, -1],
    [{ minimum: 0.5, maximum: 0.5 }, 0.5],
    [{ minimum: 0.5, maximum: 0.5, excluded: new Set([0.5]) }, 'empty'],
    [{ integer: true, exclusiveMinimum: 0.2 }, 1],
    [{ integer: true, minimum: 0.2, maximum: 0.8 }, 'empty'],
    [{ integer: true, notInteger: true }, 'empty'],
    [{ notInteger: true }, 0.1],
    [{ notInteger: true, minimum: 3 }, 3.1],
    [{ integer: true, minimum: 1, maximum: 3, excluded: new Set([1, 2, 3]) }, 'empty'],
    [{ multiples: [6], notMultiples: [2, 3] }, 'empty'],
    [{ multiples: [2], notMultiples: [6], minimum: 1 }, 2],
    [{ multiples: [2, 3], excluded: new Set([0]) }, 6],
    [{ multiples: [0.1, 0.25], exclusiveMinimum: 0, maximum: 0.9 }, 0.5],
    [{ multiples: [0.01], exclusiveMinimum: 0.5, exclusiveMaximum: 0.52 }, 0.51],
    [{ multiples: [0.01], notMultiples: [0.1], minimum: 0.3, maximum: 0.3 }, 'empty'],
    [{ multiples: [0] }, 'empty'],
    [{ notMultiples: [0] }, 0],
    [{ notMultiples: [1] }, 0.1],
    [{ formats: ['int32'], minimum: 2 ** 31 }, 'empty'],
    [{ formats: ['int32'], notFormats: ['int64'] }, 'empty'],
    [{ formats: ['int64'], notFormats: ['int32'] }, 2147483648],
    [{ integer: true, notFormats: ['int32'], maximum: 0 }, -2147483649],
    [{ integer: true, notFormats: ['int64'] }, 'empty'],
    [{ notFormats: ['int32'] }, 0.1],
    [{ formats: ['double'], minimum: 1.5 }, 2],
    [{ notFormats: ['double'] }, 'empty'],
    [{ formats: ['int64'], minimum: 2 ** 70 }, 2 ** 70],
    [{ integer: true, minimum: 2 ** 53, excluded: new Set([2 ** 53]) }, 2 ** 53 + 2],
    [{ integer: true, exclusiveMinimum: 2 ** 53, exclusiveMaximum: 2 ** 53 + 2 }, 'unknown'],
    [{ minimum: 1e-300, maximum: 2e-300 }, 1e-300],
    [{ exclusiveMinimum: 0, exclusiveMaximum: 5e-324 }, 'unknown'],
    [{ multiples: [1e18], exclusiveMinimum: 0 }, 1e18],
  ])('%j: %s', (question, want) => {
    const solved = solveNumber({ ...anything, ...question })
    expect(solved.kind === 'found' ? solved.value : solved.kind).toBe(want)
  })
})

test('numbers that floating-point division disputes come last', () => {
  // 0.3 / 0.1 is 2.9999999999999996.
  expect(severalNumbers({ ...anything, multiples: [0.1], minimum: 0.2, maximum: 0.4 }, 3)).toEqual({
    values: [0.2, 0.4, 0.3],
    complete: true,
  })
})
