/**
 * A number of a contract as people wrote it: `units` times ten to the power of minus `scale`. `0.1` is a tenth here and
 * not the binary fraction next to it, so that 0.3 is a multiple of 0.1.
 */
export interface Decimal {
  readonly units: bigint
  /** Never negative. */
  readonly scale: number
}

/** The shortest decimal text that stands for the number, read exactly; undefined for what JSON has no text for. */
export function decimalOf(value: number): Decimal | undefined {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  if (whole === '') return undefined
  const units = BigInt(sign + whole + fraction)
  const scale = fraction.length - Number(power)
  return scale >= 0 ? { units, scale } : { units: units * powerOfTen(-scale), scale: 0 }
}

/** The number that is exactly this much; undefined when the nearest one reads as something else. */
export function numberOf({ units, scale }: Decimal): number | undefined {
  const value = Number(`${units}e-${scale}`)
  const read = decimalOf(value)
  if (!read) return undefined
  const common = Math.max(read.scale, scale)
  return unitsAt(read, common) === unitsAt({ units, scale }, common) ? value + 0 : undefined
}

/** The units at a finer scale. */
export function unitsAt({ units, scale }: Decimal, finer: number): bigint {
  return units * powerOfTen(finer - scale)
}

function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent)
}

export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend % divisor !== 0n && dividend < 0n !== divisor < 0n ? quotient - 1n : quotient
}

export function ceilDivide(dividend: bigint, divisor: bigint): bigint {
  return -floorDivide(-dividend, divisor)
}

export function leastCommonMultiple(left: bigint, right: bigint): bigint {
  let [divisor, rest] = [left, right]
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest]
  return (left / divisor) * right
}
