import { record } from './record.js'

/** Deeper values are never equal: they could not be compared without risking the stack. */
const maxDepth = 256

/** Equality of JSON values (JSON Schema, core, 4.2.2): 1 is 1.0, the order of properties does not count. */
export function equals(left: unknown, right: unknown, depth = 0): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || depth > maxDepth) return false
  if (Array.isArray(left)) {
    if (!Array.isArray(right) || left.length !== right.length) return false
    return left.every((item, index) => equals(item, right[index], depth + 1))
  }
  const from = record(left)
  const to = record(right)
  if (!from || !to) return false
  const keys = Object.keys(from).filter((key) => from[key] !== undefined)
  if (keys.length !== Object.keys(to).filter((key) => to[key] !== undefined).length) return false
  return keys.every((key) => Object.hasOwn(to, key) && equals(from[key], to[key], depth + 1))
}

/** Whether no two items are equal; takes time in proportion to the items, not to their pairs. */
export function isUnique(items: readonly unknown[]): boolean {
  const seen = new Set<unknown>()
  for (const item of items) {
    const key =
      typeof item === 'object' && item !== null ? identity(item, 0) : typeof item === 'string' ? `s${item}` : item
    if (key === undefined || seen.has(key)) return false
    seen.add(key)
  }
  return true
}

/** The same text for equal values; undefined for what nests too deep to be told apart. */
function identity(value: unknown, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? JSON.stringify(value) : String(value)
  if (depth > maxDepth) return undefined
  const parts: string[] = []
  if (Array.isArray(value)) {
    for (const item of value) {
      const part = identity(item, depth + 1)
      if (part === undefined) return undefined
      parts.push(part)
    }
    return `[${parts.join()}]`
  }
  const from = value as Readonly<Record<string, unknown>>
  for (const key of Object.keys(from).sort()) {
    if (from[key] === undefined) continue
    const part = identity(from[key], depth + 1)
    if (part === undefined) return undefined
    parts.push(`${JSON.stringify(key)}:${part}`)
  }
  return `{${parts.join()}}`
}
