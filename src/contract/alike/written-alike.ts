import { isArray, isObject, type JsonObject, type JsonValue } from '../../util/own.js'

/** Where the references of something lead, as they are written. */
export type Refs = Set<string>

/**
 * Whether two values are written alike, order included, and mean what they say in whatever document they stand, but for
 * their references, which are added to `refs`. What a discriminator, a callback, an identifier, an anchor or a definition
 * means depends on what stands elsewhere.
 */
export function isWrittenAlike(one: JsonValue, other: JsonValue, refs: Refs): boolean {
  if (isArray(one)) {
    if (!isArray(other) || one.length !== other.length) return false
    for (let index = 0; index < one.length; index++) {
      if (!isWrittenAlike(one[index] as JsonValue, other[index] as JsonValue, refs)) return false
    }
    return true
  }
  if (!isObject(one) || !isObject(other)) return Object.is(one, other)
  const keys = Object.keys(one)
  const others = Object.keys(other)
  if (keys.length !== others.length) return false
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string
    if (key !== others[index] || dependent.has(key)) return false
    const value = one[key] as JsonValue
    if (!isWrittenAlike(value, other[key] as JsonValue, refs)) return false
    if (key === '$ref' && typeof value === 'string') refs.add(value)
  }
  return true
}

const identifying: ReadonlySet<string> = new Set([
  ...['$id', '$self', '$anchor', '$dynamicAnchor', '$recursiveAnchor', '$dynamicRef', '$recursiveRef'],
])
/** Fields whose meaning depends on what stands elsewhere. */
export const dependent: ReadonlySet<string> = new Set([
  ...identifying,
  // What is defined inside of something has a name in the whole contract.
  ...['$defs', 'definitions'],
  ...['discriminator', 'callbacks', 'operationRef'],
])

/** Whether something in a document may lead out of it, or to other places than its references name. */
export function leadsElsewhere(document: JsonObject): boolean {
  const pending: JsonValue[] = [document]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue
    if (isArray(value)) {
      for (const item of value) pending.push(item)
      continue
    }
    for (const key in value) {
      const member = value[key] as JsonValue
      if (typeof member === 'string') {
        if (isOutward(key, member)) return true
      } else if (typeof member === 'object') {
        if (isMapping(key, member)) return true
        pending.push(member)
      }
    }
  }
  return false
}

function isOutward(key: string, text: string): boolean {
  if (key === '$ref' || key === 'operationRef') return !text.startsWith('#')
  return key.startsWith('$') && identifying.has(key)
}

/** The mapping of a discriminator names schemas or files. */
function isMapping(key: string, member: JsonValue): boolean {
  if (key !== 'mapping' || !isObject(member)) return false
  return Object.values(member).some((named) => typeof named === 'string' && !named.startsWith('#'))
}
