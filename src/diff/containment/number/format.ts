const smallest = -(2 ** 31)
const largest = 2 ** 31 - 1

/** Bounds of the formats that are asserted, in addition to being whole. */
export const numberFormats: ReadonlyMap<string, { readonly minimum?: number; readonly maximum?: number }> = new Map([
  ['int32', { minimum: smallest, maximum: largest }],
  /**
   * Without bounds: validators in JavaScript, which cannot tell the neighbours of 2 ** 63 apart, take any whole number.
   * Nothing may be proved from bounds that are not checked.
   */
  ['int64', {}],
])

/** Whether the number has the format; undefined for a format that numbers are not checked for. */
export function numberHasFormat(format: string, value: number): boolean | undefined {
  const bounds = numberFormats.get(format)
  if (!bounds) return undefined
  const { minimum = -Infinity, maximum = Infinity } = bounds
  return Number.isInteger(value) && value >= minimum && value <= maximum
}
