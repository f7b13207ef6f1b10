/** A JSON object: only its own properties are ever looked at. */
export type JsonRecord = Readonly<Record<string, unknown>>

/**
 * The value as a JSON object; undefined when it is none: arrays, dates, maps and whatever would want to serialise
 * itself. An instance of a class is seen through a copy of its own properties, so that nothing inherited is taken for
 * data. Names that plain objects inherit (`constructor`) need {@link own} in either case.
 */
export function record(value: unknown): JsonRecord | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null) return value as JsonRecord
  return ownCopy(value)
}

/** An own property; undefined when it is inherited or not there. */
export function own(value: JsonRecord, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

/** Number of properties that are there; undefined is no value of JSON. */
export function countOf(value: JsonRecord): number {
  let count = 0
  for (const key of Object.keys(value)) if (value[key] !== undefined) count++
  return count
}

function ownCopy(value: object): JsonRecord | undefined {
  // The tag tells dates, maps, promises, typed arrays and their like, of any realm.
  if (Object.prototype.toString.call(value) !== '[object Object]') return undefined
  if (typeof (value as { readonly toJSON?: unknown }).toJSON === 'function') return undefined
  return Object.assign(Object.create(null) as Record<string, unknown>, value)
}
