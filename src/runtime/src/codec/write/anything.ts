import { UnwritableError } from '../../error/index.js'
import { record } from '../record.js'
import type { View } from '../types.js'
import { quote, scalar } from './scalar.js'

const maxDepth = 256

/**
 * JSON text of a value that the contract says nothing about. Own properties only; undefined and functions are left out;
 * `toJSON` is never called; what is no JSON (dates, big integers, NaN, instances that would serialise themselves,
 * cycles) is refused.
 */
export function anything(value: unknown, _view?: View): string {
  return textOf(value, 0)
}

function textOf(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null) return scalar(value)
  if (depth > maxDepth) throw new UnwritableError('at most 256 levels')
  let out = ''
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) out += `,${isAbsent(item) ? 'null' : textOf(item, depth + 1)}`
    return `[${out.slice(1)}]`
  }
  const from = record(value)
  if (!from) throw new UnwritableError('a value of JSON')
  for (const key of Object.keys(from)) {
    const field = from[key]
    if (!isAbsent(field)) out += `,${quote(key)}:${textOf(field, depth + 1)}`
  }
  return `{${out.slice(1)}}`
}

function isAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'function' || typeof value === 'symbol'
}
