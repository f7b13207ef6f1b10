import type { JsonType } from '../../../contract/model/index.js'
import { isArray, type JsonValue } from '../../../util/own.js'
import { printable } from '../../../util/printable.js'

/** What violations say was expected: words of ours and limits of the contract, never a value of the payload. */

export function expectedTypes(types: readonly JsonType[]): string {
  return types.length === 0 ? 'no value' : types.join(' or ')
}

export function expectedValues(values: readonly JsonValue[]): string {
  const shown = values.slice(0, 10).map(shortValue)
  const more = values.length > shown.length ? [`${values.length - shown.length} more`] : []
  const [only] = shown
  return shown.length === 1 && only !== undefined ? only : `one of ${[...shown, ...more].join(', ')}`
}

/** `at most 3 characters`, `exactly 1 item`. */
export function counted(limit: 'at least' | 'at most', count: number, thing: string): string {
  return `${limit} ${count} ${count === 1 ? thing : plural(thing)}`
}

export function shortText(text: string): string {
  const clean = printable(text).replace(/\s+/g, ' ')
  return clean.length > 80 ? `${clean.slice(0, 77).replace(/[\ud800-\udbff]$/, '')}...` : clean
}

function shortValue(value: JsonValue): string {
  if (typeof value === 'object' && value !== null) return isArray(value) ? 'an array' : 'an object'
  return shortText(JSON.stringify(value))
}

function plural(thing: string): string {
  return thing.endsWith('y') ? `${thing.slice(0, -1)}ies` : `${thing}s`
}
