import { type JsonValue, own } from '../../util/own.js'
import type { Origin } from '../model/index.js'
import { asObject, below, type Node, type Reading, wrongKind } from './reading.js'

/**
 * The object that stands at `at`, or that its `$ref` leads to. Undefined when there is none, which has been reported:
 * the caller goes on without it.
 */
export function target(reading: Reading, field: string, value: JsonValue, at: Origin): Node | undefined {
  const node = asObject(reading, field, value, at)
  if (!node) return undefined
  const ref = own(node.value, '$ref')
  if (ref === undefined) return node
  if (typeof ref !== 'string') return wrongKind(reading, '$ref', ref, 'a text', below(at, '$ref'))
  for (const sibling of Object.keys(node.value)) {
    if (sibling !== '$ref') reading.tally.count('TK1107', { field: sibling }, { at: below(at, sibling), part: 'key' })
  }
  const resolved = reading.sources.resolve(ref, at)
  return resolved && asObject(reading, field, resolved.value, resolved.at)
}

/** The `$ref` of a value that is nothing but a reference. */
export function refOf(value: JsonValue): string | undefined {
  const ref =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? own(value as Node['value'], '$ref')
      : undefined
  return typeof ref === 'string' ? ref : undefined
}

export function isSame(before: Origin, after: Origin): boolean {
  return before.document === after.document && before.pointer === after.pointer
}
