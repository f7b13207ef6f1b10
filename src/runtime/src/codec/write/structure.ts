import { UnwritableError } from '../../error/index.js'
import { type JsonRecord, record } from '../record.js'
import type { MaskRule, View } from '../types.js'

export type Write = (value: unknown, view: View) => string

/** The value as a JSON object. */
export function fieldsOf(value: unknown): JsonRecord {
  const fields = record(value)
  if (!fields) throw new UnwritableError('an object')
  return fields
}

export function itemsOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new UnwritableError('an array')
  return value as readonly unknown[]
}

/** JSON text of an array; `rest` writes the items after those of `first`, which have writers of their own. */
export function list(value: unknown, view: View, rest: Write, first: readonly Write[] = []): string {
  const items = itemsOf(value)
  let out = ''
  for (let index = 0; index < items.length; index++) {
    const write = first[index] ?? rest
    out += index === 0 ? write(items[index], view) : `,${write(items[index], view)}`
  }
  return `[${out}]`
}

/** Braces around `"a":1,"b":2`. */
export function braced(members: string): string {
  return `{${members}}`
}

/** What stands between members already written and the next one. */
export function comma(members: string): string {
  return members === '' ? '' : ','
}

/** A member with its value masked; empty when the mask leaves it out. */
export function hidden(prefix: string, value: unknown, rule: MaskRule, view: View): string {
  const masked = view.mask(value, rule)
  return masked === undefined ? '' : prefix + masked
}

/** A masked value where something must stand: null when the mask leaves it out. */
export function masked(value: unknown, rule: MaskRule, view: View): string {
  return view.mask(value, rule) ?? 'null'
}

/** No alternative of a union describes the value: nothing says what may be shown of it. */
export function noAlternative(): never {
  throw new UnwritableError('one of the declared alternatives')
}

/** Writer of codecs that only check: requests are never written. */
export function unwritten(): never {
  throw new UnwritableError('a schema of a response')
}
