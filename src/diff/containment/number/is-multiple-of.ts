import { decimalOf, unitsAt } from './decimal.js'

/** Whether the number is a multiple, by the decimal texts of both: 0.3 is a multiple of 0.1. */
export function isMultipleOf(value: number, divisor: number): boolean {
  const [dividend, by] = [decimalOf(value), decimalOf(divisor)]
  if (!dividend || !by || by.units === 0n) return false
  const scale = Math.max(dividend.scale, by.scale)
  return unitsAt(dividend, scale) % unitsAt(by, scale) === 0n
}

/**
 * Whether validators that divide floating-point numbers come to the same answer: 0.3 / 0.1 is 2.9999999999999996 for
 * them, and a quotient of 1e21 or more, whose text has an exponent, counts as no whole number.
 */
export function isUndisputedMultiple(value: number, divisor: number): boolean {
  const quotient = value / divisor
  return (quotient === Number.parseInt(String(quotient), 10)) === isMultipleOf(value, divisor)
}
