/** A number of JSON: neither NaN nor infinite, which `1e999` becomes when it is parsed. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** A number without a fraction, however it is written: 1.0 is an integer (JSON Schema, validation, 6.1.1). */
export function isInteger(value: unknown): value is number {
  return Number.isInteger(value)
}
