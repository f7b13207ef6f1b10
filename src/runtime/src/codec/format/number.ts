/** Ranges of the number formats of the OpenAPI registry. */

export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -2_147_483_648 && value <= 2_147_483_647
}

/** As near as a number of JavaScript comes: beyond 2^53 it has been rounded already. */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 63) && value <= 2 ** 63
}

/** Within the range of a 32-bit float; its precision is not asked for. */
export function isFloat(value: number): boolean {
  return Math.abs(value) <= 3.4028234663852886e38
}
