import { isObject, type JsonValue, own } from '../../util/own.js'
import type { Origin } from '../model/index.js'
import { asObject, below, type Node, type Reading } from './reading.js'

/** A node with what a Reference Object of 3.1 and later says beside the reference. */
export interface Target extends Node {
  readonly summary?: string
  readonly description?: string
}

/**
 * The object that stands at `at`, or that its `$ref` leads to. Undefined when there is none, which has been reported:
 * the caller goes on without it.
 */
export function target(reading: Reading, field: string, value: JsonValue, at: Origin): Target | undefined {
  let summary: string | undefined
  let description: string | undefined
  let current = { value, at }
  let seen: Set<JsonValue> | undefined
  for (;;) {
    const node = asObject(reading, field, current.value, current.at)
    if (!node) return undefined
    const ref = own(node.value, '$ref')
    if (ref === undefined) {
      if (summary === undefined && description === undefined) return node
      return { ...node, ...(summary !== undefined && { summary }), ...(description !== undefined && { description }) }
    }
    const resolved =
      typeof ref === 'string' && !seen?.has(node.value) ? reading.sources.resolve(ref, node.at, 'step') : undefined
    if (typeof ref !== 'string') asObject(reading, '$ref', ref, below(node.at, '$ref'))
    if (!resolved) return undefined
    seen ??= new Set()
    seen.add(node.value)
    const overrides = checkSiblings(reading, node)
    summary ??= overrides.summary
    description ??= overrides.description
    current = resolved
  }
}

/** From 3.1 on a summary and a description beside the reference replace those of its target. */
function checkSiblings({ version, tally }: Reading, { value, at }: Node): { summary?: string; description?: string } {
  const overrides = version === '2.0' || version === '3.0' ? {} : value
  for (const field of Object.keys(value)) {
    if (field === '$ref' || field === 'summary' || field === 'description' || field.startsWith('x-')) continue
    tally.count('TK1107', { field }, { at: below(at, field), part: 'key' })
  }
  const texts: { summary?: string; description?: string } = {}
  for (const field of ['summary', 'description'] as const) {
    const text = isObject(overrides) ? own(overrides, field) : undefined
    if (typeof text === 'string') texts[field] = text
  }
  return texts
}
