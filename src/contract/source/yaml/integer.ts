/** Whether an integer, written in decimal, octal (`0o`) or hexadecimal (`0x`), is rounded by a double. */
export function losesIntegerDigits(value: number, written: string): boolean {
  if (value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER) return false
  if (!/^[-+]?[0-9]+$/.test(written) && !/^0[ox]/.test(written)) return false
  return BigInt(written.replace(/^[-+]/, '')) !== BigInt(Math.abs(value))
}
