import { comparedIn, isQualifier, namesIn, namesInExpression, normal } from './names.js'
import type { Selector } from './selectors.js'

/** Members that say which field is meant: `{field: 'email', op: 'eq', value: 'x'}`. */
const naming: ReadonlySet<string> = new Set(
  'field fields name names attribute property path key column columns by on sort order orderby'.split(' '),
)

/** Members that say how, in sorts given as objects. */
const manner: ReadonlySet<string> = new Set([...naming, 'direction', 'dir', 'nulls', 'mode', 'type'])

/** Whether a word in an order says how to order, and not by what. */
export function isManner(name: string): boolean {
  return isQualifier(name) || manner.has(normal(name))
}

/** Names that a value chooses by. */
export function chosenBy(selector: Exclude<Selector, { kind: 'value' }>, value: unknown): readonly string[] {
  const given = typeof value === 'string' ? (parsed(value) ?? value) : value
  switch (selector.kind) {
    case 'order':
    case 'projection':
      return [...texts(given).flatMap(namesIn), ...keysOf(given)]
    case 'filter':
      return membersOf(given)
    case 'search':
      return [...texts(value).flatMap(comparedIn), ...(isObject(given) ? membersOf(given) : [])]
  }
}

/** JSON in a text. */
function parsed(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text) as object
  } catch {
    return undefined
  }
}

/** All texts in a value, however deep; the limits of the decoder bound it. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return isObject(value) ? Object.values(value).flatMap(texts) : []
}

function keysOf(value: unknown): readonly string[] {
  if (!isObject(value)) return []
  const inner = Object.values(value).flatMap(keysOf)
  return Array.isArray(value) ? inner : [...Object.keys(value), ...inner]
}

/** Paths of what a filter compares, texts of the members that name fields, and expressions. */
export function membersOf(value: unknown, before: readonly string[] = []): readonly string[] {
  const here = before.length === 0 ? [] : [before.join('.')]
  if (!isObject(value)) return before.length === 0 && typeof value === 'string' ? namesInExpression(value) : here
  const members = Object.entries(value)
  if (members.length === 0) return here
  if (Array.isArray(value)) return members.flatMap(([, item]) => membersOf(item, before))
  return members.flatMap(([key, item]) => [
    ...(naming.has(normal(key)) ? texts(item).flatMap(namesIn) : []),
    ...membersOf(item, [...before, key]),
  ])
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
