/**
 * Whether a number is a multiple of another one, as they are written: 0.3 of 0.1, although no floating point number is.
 * JSON Schema speaks of numbers, not of how a machine holds them.
 */
export function isMultiple(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0
  const [dividend, unit] = [decimal(value), decimal(divisor)]
  const exponent = Math.min(dividend.exponent, unit.exponent)
  return scaled(dividend, exponent) % scaled(unit, exponent) === 0n
}

/** `digits` times ten to the power of `exponent`. */
interface Decimal {
  readonly digits: bigint
  readonly exponent: number
}

function decimal(value: number): Decimal {
  const [mantissa = '0', power = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length }
}

function scaled({ digits, exponent }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(exponent - to)
}
