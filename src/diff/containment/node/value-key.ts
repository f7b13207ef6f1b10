import { compareText } from '../../../util/compare.js'
import { isArray, type JsonValue } from '../../../util/own.js'

/** Equal JSON values have the same key, whatever the order of their members; different ones never have. */
export function valueKey(value: JsonValue): string {
  return keyAt(value, 0)
}

/** Deeper than this no two values are equal: a wrong "different" only costs an answer, the stack would cost more. */
const deepest = 500
let strangers = 0

function keyAt(value: JsonValue, depth: number): string {
  if (typeof value !== 'object' || value === null) {
    // JSON has no negative zero that would differ from zero.
    return value === 0 ? '0' : JSON.stringify(value)
  }
  if (depth > deepest) return `deep ${strangers++}`
  if (isArray(value)) return `[${value.map((item) => keyAt(item, depth + 1)).join()}]`
  const members = Object.keys(value)
    .sort(compareText)
    .map((name) => `${JSON.stringify(name)}:${keyAt(value[name] as JsonValue, depth + 1)}`)
  return `{${members.join()}}`
}
