import { type Decimal, decimalOf, numberOf } from './decimal.js'
import { factorsIn, type Interval } from './interval.js'
import { neighbour } from './neighbours.js'

/** Factors of the grid that are looked at one by one. */
const maxFactors = 4096
/** The smallest number that floating point can hold has this many decimals. */
const maxScale = 324

/**
 * Numbers of an interval, simplest first, all of them multiples of `grid` when there is one. A number may come twice.
 * Returns whether these were all. `wanted`: how many may be refused for reasons that have nothing to do with multiples.
 */
export function* candidates(interval: Interval, grid: Decimal | undefined, wanted: number): Generator<number, boolean> {
  const { least, most } = interval
  if (grid) {
    const { first, last } = factorsIn(interval, grid.units, grid.scale)
    const isFew = first !== undefined && last !== undefined && last - first < maxFactors + wanted
    if (isFew) return yield* multiples(grid, nearZero(first, last))
    yield* multiples(grid, take(nearZero(first, last), maxFactors + wanted))
  } else {
    const [lowest, highest] = [least && numberOf(least.at), most && numberOf(most.at)]
    if (lowest !== undefined && lowest === highest) {
      yield lowest
      return true
    }
    for (let scale = 0; scale <= maxScale; scale++) {
      const { first, last } = factorsIn(interval, 1n, scale)
      yield* multiples({ units: 1n, scale }, take(nearZero(first, last), 64 + wanted))
    }
  }
  // Where floating point is coarser than the grid.
  for (const [end, direction] of [
    [least, 1],
    [most, -1],
  ] as const) {
    let value = end && numberOf(end.at)
    for (let step = 0; value !== undefined && step < maxFactors; step++) {
      const at = decimalOf(value)
      if (at && isInside(interval, at)) yield value
      value = neighbour(value, direction)
    }
  }
  return false
}

/** Returns whether floating point can hold all of them. */
function* multiples({ units, scale }: Decimal, factors: Iterable<bigint>): Generator<number, boolean> {
  let isWhole = true
  for (const factor of factors) {
    const value = numberOf({ units: units * factor, scale })
    if (value === undefined) isWhole = false
    else yield value
  }
  return isWhole
}

/** The whole numbers from first to last: those near zero first, of two equally near ones the positive. */
function* nearZero(first: bigint | undefined, last: bigint | undefined): Generator<bigint> {
  if (first !== undefined && last !== undefined && first > last) return
  let up = first !== undefined && first > 0n ? first : 0n
  let down = last !== undefined && last < 0n ? last : -1n
  for (;;) {
    const canGoUp = last === undefined || up <= last
    const canGoDown = first === undefined || down >= first
    if (!canGoUp && !canGoDown) return
    if (canGoUp && (!canGoDown || up <= -down)) yield up++
    else yield down--
  }
}

function* take<T>(values: Iterable<T>, count: number): Generator<T> {
  let left = count
  if (left > 0) {
    for (const value of values) {
      yield value
      if (--left === 0) return
    }
  }
}

function isInside(interval: Interval, { units, scale }: Decimal): boolean {
  const { first, last } = factorsIn(interval, 1n, scale)
  return (first === undefined || first <= units) && (last === undefined || units <= last)
}
