import { UnwritableError } from '../../error/index.js'
import type { MaskRule, View } from '../types.js'
import { anything } from './anything.js'
import { itemsOf } from './structure.js'
import { quotedUsualMask, usualMask } from './usual-mask.js'

/**
 * What may be shown of a value, as a value: declared properties in the order of the contract, masks in the place of what is
 * hidden. {@link json} makes one text of all of it, faster than texts of its parts can be joined.
 */
export type Pick = (value: unknown, view: View) => unknown

export function textValue(value: unknown, _view?: View): string {
  if (typeof value !== 'string') throw new UnwritableError('a string')
  return value
}

/** NaN and the infinities are none of JSON. */
export function numericValue(value: unknown, _view?: View): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new UnwritableError('a number')
  return value
}

export function boolValue(value: unknown, _view?: View): boolean {
  if (typeof value !== 'boolean') throw new UnwritableError('true or false')
  return value
}

/** Null, a string, a number or a boolean. */
export function scalarValue(value: unknown, _view?: View): unknown {
  return value === null || typeof value === 'string' || typeof value === 'boolean' ? value : numericValue(value)
}

export function picked(value: unknown, view: View, pick: Pick): readonly unknown[] {
  const items = itemsOf(value)
  // A list that grows takes room for seventeen with its first item. Those inside of rows are short: they are made as long as
  // they are, which is a quarter of what picking a row costs.
  switch (items.length) {
    case 0:
      return []
    case 1:
      return [pick(items[0], view)]
    case 2:
      return [pick(items[0], view), pick(items[1], view)]
    case 3:
      return [pick(items[0], view), pick(items[1], view), pick(items[2], view)]
  }
  const all: unknown[] = []
  for (let index = 0; index < items.length; index++) all.push(pick(items[index], view))
  return all
}

/** A member with its value masked; undefined when the mask leaves it out. */
export function hiddenValue(value: unknown, rule: MaskRule, view: View): unknown {
  const text = view.mask(value, rule)
  if (text === undefined) return undefined
  if (text === quotedUsualMask) return usualMask
  // Nearly all masks are texts that need no escapes.
  return text.startsWith('"') && !text.includes('\\') ? text.slice(1, -1) : (JSON.parse(text) as unknown)
}

/** A masked value where something must stand: null when the mask leaves it out. */
export function maskedValue(value: unknown, rule: MaskRule, view: View): unknown {
  return hiddenValue(value, rule, view) ?? null
}

/** JSON of what was picked. `toJSON` that somebody has given to all objects has no say in what goes out. */
export function json(value: unknown): string {
  return 'toJSON' in Object.prototype || 'toJSON' in Array.prototype ? anything(value) : JSON.stringify(value)
}
