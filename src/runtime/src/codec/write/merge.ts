import { record } from '../record.js'
import type { View } from '../types.js'
import { anything } from './anything.js'
import { quote } from './scalar.js'
import type { Write } from './structure.js'

/**
 * Joins what several schemas that all describe a value would write of it: properties that any of them declares are
 * written, and a value that any of them masks or removes is masked or removed. For alternatives that overlap; what can be
 * told apart when the code is generated never comes here.
 */
export function merge(value: unknown, view: View, writers: readonly Write[]): string {
  const [only, ...others] = writers
  if (only && others.length === 0) return only(value, view)
  const marks = marking.has(view)
  const marked = marks ? view : markRemoved(view)
  const [first = 'null', ...rest] = writers.map((write) => write(value, marked))
  if (rest.every((text) => text === first) && (marks || !first.includes(removedText))) return first
  const parsed = [first, ...rest].map((text) => JSON.parse(text) as unknown)
  return joined(value, parsed, marks) ?? 'null'
}

/** Stands for a value that a mask has removed, as long as others may still want to write it. */
const removed = '\u0000removed'
const removedText = JSON.stringify(removed)
const marking = new WeakSet<View>()

function markRemoved(view: View): View {
  const marked: View = {
    tenant: view.tenant,
    shows: (rule) => view.shows(rule),
    mask: (value, rule) => view.mask(value, rule) ?? removedText,
    guard: (value, at) => view.guard(value, at),
  }
  marking.add(marked)
  return marked
}

/** Undefined when one of them has removed the value, unless the mark is to be kept for another merge around this one. */
function joined(value: unknown, parsed: readonly unknown[], marks: boolean): string | undefined {
  if (parsed.includes(removed)) return marks ? removedText : undefined
  if (Array.isArray(value)) {
    const items = value as readonly unknown[]
    const masked = parsed.find((one) => !Array.isArray(one) || one.length !== items.length)
    if (masked !== undefined) return anything(masked)
    const lists = parsed as readonly (readonly unknown[])[]
    const columns = items.map(
      (item, index) =>
        joined(
          item,
          lists.map((one) => one[index]),
          marks,
        ) ?? 'null',
    )
    return `[${columns.join()}]`
  }
  const from = record(value)
  if (!from) return joinedScalar(value, parsed)
  const masked = parsed.find((one) => record(one) === undefined)
  if (masked !== undefined) return anything(masked)
  const records = parsed as readonly Readonly<Record<string, unknown>>[]
  const members: string[] = []
  for (const key of new Set(records.flatMap((one) => Object.keys(one)))) {
    const fields = records.flatMap((one) => (Object.hasOwn(one, key) ? [one[key]] : []))
    const text = joined(Object.hasOwn(from, key) ? from[key] : undefined, fields, marks)
    if (text !== undefined) members.push(`${quote(key)}:${text}`)
  }
  return `{${members.join()}}`
}

/** One of them may show the value as it is; what differs from that was masked. */
function joinedScalar(value: unknown, parsed: readonly unknown[]): string {
  const masked = parsed.find((one) => one !== value)
  return anything(masked === undefined ? value : masked)
}
