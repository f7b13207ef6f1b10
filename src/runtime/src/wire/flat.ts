import type { Target } from './issue.js'
import type { Escape } from './percent.js'
import { isRecord, own } from './record.js'
import { isLeftOut, jsonOf, textOf } from './scalar.js'
import type { WireShape } from './types.js'

/** A value as the styles see it: one text, several, or pairs. What is nested deeper stands there as JSON. */
export type Flat =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [name: string, text: string])[] }

/** Undefined where nothing is to be sent: absent values, empty arrays and objects (RFC 6570, section 2.3). */
export function flatten(value: unknown, shape: WireShape | undefined, target: Target): Flat | undefined {
  if (isLeftOut(value, shape)) return undefined
  if (shape?.kind === 'json') return { kind: 'text', text: jsonOf(value, target) }
  if (Array.isArray(value)) {
    const item = itemShape(shape)
    const items = value.filter((each: unknown) => !isLeftOut(each, item)).map((each: unknown) => textOf(each, target))
    return items.length > 0 ? { kind: 'list', items } : undefined
  }
  if (!isRecord(value) || value instanceof Date) return { kind: 'text', text: textOf(value, target) }
  const pairs = Object.keys(value)
    .filter((name) => !isLeftOut(value[name], propertyShape(shape, name)))
    .map((name) => [textOf(name, target), textOf(value[name], target)] as const)
  return pairs.length > 0 ? { kind: 'pairs', pairs } : undefined
}

/** Shape of an array's items. */
export function itemShape(shape: WireShape | undefined): WireShape | undefined {
  if (shape?.kind !== 'array') return undefined
  return shape.of ?? { kind: 'scalar', types: shape.items }
}

export function propertyShape(shape: WireShape | undefined, name: string): WireShape | undefined {
  return shape?.kind === 'object' ? (own(shape.properties, name) ?? shape.rest) : undefined
}

/** `a,b` for lists; `R=1,G=2` or `R,1,G,2` for pairs. */
export function join(flat: Flat, delimiter: string, pairMark: string, escape: Escape): string {
  if (flat.kind === 'text') return escape(flat.text)
  if (flat.kind === 'list') return flat.items.map(escape).join(delimiter)
  return flat.pairs.map(([name, text]) => `${escape(name)}${pairMark}${escape(text)}`).join(delimiter)
}
