import { ceilDivide, type Decimal, decimalOf, floorDivide, unitsAt } from './decimal.js'
import type { NumberQuestion } from './question.js'

/** Where a number may lie. An absent end has no bound. */
export interface Interval {
  readonly least?: End
  readonly most?: End
}

interface End {
  readonly at: Decimal
  /** The end itself does not belong to the interval. */
  readonly open: boolean
}

type Bounds = Pick<NumberQuestion, 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum'>

/** Undefined: nothing lies there. */
export function intervalOf(all: readonly Bounds[]): Interval | undefined {
  let least: End | undefined
  let most: End | undefined
  for (const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } of all) {
    if (minimum === Infinity || exclusiveMinimum === Infinity) return undefined
    if (maximum === -Infinity || exclusiveMaximum === -Infinity) return undefined
    least = tighter(tighter(least, minimum, false, 1n), exclusiveMinimum, true, 1n)
    most = tighter(tighter(most, maximum, false, -1n), exclusiveMaximum, true, -1n)
  }
  if (least && most) {
    const difference = compare(least.at, most.at)
    if (difference > 0n || (difference === 0n && (least.open || most.open))) return undefined
  }
  return { ...(least && { least }), ...(most && { most }) }
}

/** Which multiples of `step` units at the scale lie in the interval: from the first to the last factor. */
export function factorsIn(interval: Interval, step: bigint, scale: number): { first?: bigint; last?: bigint } {
  const { least, most } = interval
  const finest = Math.max(scale, least?.at.scale ?? 0, most?.at.scale ?? 0)
  const wide = unitsAt({ units: step, scale }, finest)
  return {
    ...(least && { first: firstFactor(unitsAt(least.at, finest), least.open, wide) }),
    ...(most && { last: -firstFactor(-unitsAt(most.at, finest), most.open, wide) }),
  }
}

function firstFactor(from: bigint, open: boolean, step: bigint): bigint {
  return open ? floorDivide(from, step) + 1n : ceilDivide(from, step)
}

/** `direction` 1: the greater of two lower ends; -1: the lesser of two upper ends. */
function tighter(end: End | undefined, bound: number | undefined, open: boolean, direction: bigint): End | undefined {
  const at = bound === undefined ? undefined : decimalOf(bound)
  if (!at) return end
  if (!end) return { at, open }
  const difference = compare(at, end.at) * direction
  return difference > 0n || (difference === 0n && open) ? { at, open } : end
}

function compare(left: Decimal, right: Decimal): bigint {
  const scale = Math.max(left.scale, right.scale)
  return unitsAt(left, scale) - unitsAt(right, scale)
}
