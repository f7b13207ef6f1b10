import { UnwritableError } from '../../error/index.js'
import type { View } from '../types.js'

/** Writers of what is shown to everybody: they take a view to be used like all others, and ask it nothing. */

/** JSON text of a string. */
export function text(value: unknown, _view?: View): string {
  if (typeof value !== 'string') throw new UnwritableError('a string')
  return quote(value)
}

/** JSON text of a number; NaN and the infinities are none of JSON. */
export function numeric(value: unknown, _view?: View): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new UnwritableError('a number')
  return String(value)
}

export function bool(value: unknown, _view?: View): string {
  if (typeof value !== 'boolean') throw new UnwritableError('true or false')
  return value ? 'true' : 'false'
}

/** JSON text of null, a string, a number or a boolean. */
export function scalar(value: unknown, _view?: View): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return quote(value)
  return typeof value === 'boolean' ? bool(value) : numeric(value)
}

/** Longer texts are searched by a pattern, which costs more to start. */
const shortText = 48

/** What JSON must escape, and halves of surrogate pairs, which it should (ECMA-262, well-formed `JSON.stringify`). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/

export function quote(value: string): string {
  const { length } = value
  if (length > shortText) return escaped.test(value) ? JSON.stringify(value) : `"${value}"`
  for (let index = 0; index < length; index++) {
    const code = value.charCodeAt(index)
    if (code < 32 || code === 34 || code === 92 || (code >= 0xd800 && code <= 0xdfff)) return JSON.stringify(value)
  }
  return `"${value}"`
}
