/** A limit for a message; there need not be one. */
export function limit(value: unknown): string {
  return value === undefined ? 'none' : JSON.stringify(value)
}
