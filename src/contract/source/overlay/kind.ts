import { isArray, isObject, type JsonValue } from '../../../util/own.js'

/** What the Overlay Specification tells apart: only like merges with like. */
export type Kind = 'an object' | 'an array' | 'a primitive value'

export function kindOf(value: JsonValue): Kind {
  if (isObject(value)) return 'an object'
  return isArray(value) ? 'an array' : 'a primitive value'
}
