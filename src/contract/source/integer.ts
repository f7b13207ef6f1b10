/**
 * Whether an integer, written in decimal, octal (`0o`) or hexadecimal (`0x`), becomes another one as a double. One that is
 * written as JavaScript itself would write the double is what it seems to be.
 */
export function losesIntegerDigits(value: number, written: string): boolean {
  if (value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER) return false
  if (!/^[-+]?[0-9]+$/.test(written) && !/^0[ox]/.test(written)) return false
  const exact = BigInt(written.replace(/^[-+]/, ''))
  const rounded = Math.abs(value)
  return exact !== BigInt(rounded) && exact.toString() !== String(rounded)
}
