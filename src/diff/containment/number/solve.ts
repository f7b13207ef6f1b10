import type { Several, Solved } from '../solved.js'
import { candidates } from './candidates.js'
import { type Decimal, decimalOf, leastCommonMultiple, unitsAt } from './decimal.js'
import { numberFormats, numberHasFormat } from './format.js'
import { intervalOf } from './interval.js'
import { isMultipleOf, isUndisputedMultiple } from './is-multiple-of.js'
import type { NumberQuestion } from './question.js'

/** A simplest number with all that is asked for: near zero, few decimals. */
export function solveNumber(question: NumberQuestion): Solved<number> {
  const { values, complete, unknown } = severalNumbers(question, 1)
  const [value] = values
  if (value !== undefined) return { kind: 'found', value }
  return complete ? { kind: 'empty' } : { kind: 'unknown', why: unknown ?? 'budget' }
}

/**
 * Up to `count` different numbers. All arithmetic is on decimals as written (see `Decimal`); numbers on which validators
 * with floating-point division think otherwise come last.
 */
export function severalNumbers(question: NumberQuestion, count: number): Several<number> {
  const undisputed = new Set<number>()
  const disputed = new Set<number>()
  let complete = true
  for (const alternative of alternatives(question)) {
    const searched = search(alternative, question, count)
    for (const value of searched.undisputed) undisputed.add(value)
    for (const value of searched.disputed) disputed.add(value)
    complete &&= searched.complete
  }
  const found = [...[...undisputed].sort(bySimplicity), ...disputed]
  const values = found.slice(0, count)
  complete &&= found.length <= count
  return { values, complete, ...(!complete && values.length < count && { unknown: 'budget' as const }) }
}

/** Without negated formats: a number that is no int32 has a fraction, or lies below or above. */
function alternatives(question: NumberQuestion): readonly NumberQuestion[] {
  const [format, ...notFormats] = question.notFormats
  if (format === undefined) return [question]
  const bounds = numberFormats.get(format)
  // Every number has a format that is not checked.
  if (!bounds) return []
  const rest = { ...question, notFormats }
  const { minimum, maximum } = bounds
  const questions: NumberQuestion[] = [{ ...rest, notInteger: true }]
  if (minimum !== undefined) {
    questions.push({ ...rest, exclusiveMaximum: Math.min(question.exclusiveMaximum ?? Infinity, minimum) })
  }
  if (maximum !== undefined) {
    questions.push({ ...rest, exclusiveMinimum: Math.max(question.exclusiveMinimum ?? -Infinity, maximum) })
  }
  return questions.flatMap(alternatives)
}

interface Searched {
  readonly undisputed: readonly number[]
  readonly disputed: readonly number[]
  readonly complete: boolean
}

const nothing: Searched = { undisputed: [], disputed: [], complete: true }

function search(question: NumberQuestion, original: NumberQuestion, count: number): Searched {
  const formats = question.formats.flatMap((format) => numberFormats.get(format) ?? [])
  const interval = intervalOf([question, ...formats])
  const integer = question.integer || formats.length > 0
  if (!interval || (integer && question.notInteger)) return nothing
  const grid = gridOf([...question.multiples, ...(integer ? [1] : [])])
  if (grid === 'none') return nothing
  const avoided = [...question.notMultiples, ...(question.notInteger ? [1] : [])]
  if (grid && avoided.some((divisor) => coversGrid(divisor, grid))) return nothing

  const undisputed: number[] = []
  const disputed: number[] = []
  const numbers = candidates(interval, grid, question.excluded.size + count)
  for (let next = numbers.next(); ; next = numbers.next()) {
    if (next.done) return { undisputed, disputed, complete: next.value }
    if (question.excluded.has(next.value) || !fits(question, next.value)) continue
    if (!isUndisputed(original, next.value)) disputed.push(next.value)
    else if (!undisputed.includes(next.value) && undisputed.push(next.value) > count) break
  }
  return { undisputed, disputed, complete: false }
}

/** The number that all of them divide and that divides every other such; undefined without any. */
function gridOf(divisors: readonly number[]): Decimal | 'none' | undefined {
  const decimals = divisors.map(decimalOf)
  if (decimals.some((one) => !one || one.units === 0n)) return 'none'
  let grid: Decimal | undefined
  for (const one of decimals) {
    if (!one) continue
    const scale = Math.max(one.scale, grid?.scale ?? 0)
    const units = positive(unitsAt(one, scale))
    grid = { units: grid ? leastCommonMultiple(unitsAt(grid, scale), units) : units, scale }
  }
  return grid
}

/** Whether every number of the grid is a multiple. */
function coversGrid(divisor: number, grid: Decimal): boolean {
  const by = decimalOf(divisor)
  if (!by || by.units === 0n) return false
  const scale = Math.max(by.scale, grid.scale)
  return unitsAt(grid, scale) % unitsAt(by, scale) === 0n
}

/** What the interval and the grid do not see to. */
function fits(question: NumberQuestion, value: number): boolean {
  return (
    question.multiples.every((divisor) => isMultipleOf(value, divisor)) &&
    !question.notMultiples.some((divisor) => isMultipleOf(value, divisor)) &&
    (!question.integer || Number.isInteger(value)) &&
    (!question.notInteger || !Number.isInteger(value)) &&
    question.formats.every((format) => numberHasFormat(format, value) !== false)
  )
}

function isUndisputed(question: NumberQuestion, value: number): boolean {
  return (
    [...question.multiples, ...question.notMultiples].every((divisor) => isUndisputedMultiple(value, divisor)) &&
    (!question.formats.includes('int64') || (value >= -(2 ** 63) && value < 2 ** 63))
  )
}

/** Short texts first, then those near zero, of two equally near ones the positive. */
function bySimplicity(left: number, right: number): number {
  const [near, far] = [Math.abs(left), Math.abs(right)]
  return String(near).length - String(far).length || near - far || right - left
}

function positive(units: bigint): bigint {
  return units < 0n ? -units : units
}
