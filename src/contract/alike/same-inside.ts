import { isArray, isObject, type JsonObject, type JsonValue, own } from '../../util/own.js'
import { dependent } from './written-alike.js'

/** Whether a reference leads to the same in both documents. */
export type IsSame = (ref: string) => boolean

/** What is written alike: of the one document, that of the other. */
export type Twice = Map<JsonObject, JsonObject>

/**
 * Finds objects at the same place of two parts that differ, which are written alike with everything that they lead to, and
 * says whether the two are. What those above them say of them must be the same, too: a dialect, an annotation of their
 * properties. Without `found`, none is noted.
 */
export function findSameInside(one: JsonValue, other: JsonValue, isSame: IsSame, found: Twice | undefined): boolean {
  if (isArray(one)) {
    if (!isArray(other)) return false
    let isAlike = one.length === other.length
    for (let index = 0; index < Math.min(one.length, other.length); index++)
      isAlike = findSameInside(one[index] as JsonValue, other[index] as JsonValue, isSame, found) && isAlike
    return isAlike
  }
  if (!isObject(one) || !isObject(other)) return Object.is(one, other)
  if (own(one, '$schema') !== own(other, '$schema')) return false
  const keys = Object.keys(one)
  const others = Object.keys(other)
  const isMarked = keys.some(isAnnotation) || others.some(isAnnotation)
  let isAlike = keys.length === others.length
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string
    const partner = own(other, key)
    if (key !== others[index] || dependent.has(key)) isAlike = false
    if (partner === undefined) continue
    const value = one[key] as JsonValue
    const inside = isMarked && key === 'properties' ? undefined : found
    isAlike = findSameInside(value, partner, isSame, inside) && isAlike
    if (key === '$ref' && typeof value === 'string' && !isSame(value)) isAlike = false
  }
  if (isAlike) found?.set(one, other)
  return isAlike
}

function isAnnotation(key: string): boolean {
  return key.startsWith('x-')
}
