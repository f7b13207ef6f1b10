import { EVENT_ID, getScalarValue } from 'js-yaml'
import { noKey, type Place, type Wanted } from '../wanted.js'
import type { EventTree } from './event-tree.js'

/** Finds the places of the wanted nodes. What stands behind an alias is found where the alias leads to. */
export function locateYaml(tree: EventTree, root: Wanted): void {
  const { events } = tree
  // The first event opens the document.
  const stack: { readonly index: number; readonly wanted: Wanted }[] = [{ index: 1, wanted: root }]
  root.place = { ...(tree.range(1) ?? { start: 0, end: 0 }), keyStart: noKey, keyEnd: noKey }
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { wanted } = item
    if (wanted.children.size === 0) continue
    const index = dealias(tree, item.index)
    const type = events[index]?.type
    if (type === EVENT_ID.MAPPING) members(index, wanted)
    else if (type === EVENT_ID.SEQUENCE) items(index, wanted)
  }

  function items(sequence: number, wanted: Wanted): void {
    let position = 0
    let behind = tree.range(sequence)?.start ?? 0
    for (let index = sequence + 1; events[index]?.type !== EVENT_ID.POP; index = tree.next(index)) {
      const next = wanted.children.get(String(position++))
      if (!next) continue
      const range = tree.range(index) ?? { start: behind, end: behind }
      found(next, index, range, undefined)
      behind = range.end
    }
  }

  /** The object's own members, then those that it merges, nearest first. */
  function members(mapping: number, wanted: Wanted): void {
    const seen = new Set<number>()
    const pending = [mapping]
    for (let source = pending.pop(); source !== undefined; source = pending.pop()) {
      if (seen.has(source)) continue
      seen.add(source)
      const merged: number[] = []
      for (let key = source + 1; events[key]?.type !== EVENT_ID.POP; ) {
        const value = tree.next(key)
        const name = keyText(key)
        const next = name === undefined ? undefined : wanted.children.get(name)
        if (next && (source === mapping || !next.place)) found(next, value, tree.range(value), tree.range(key))
        else if (name === '<<') for (const more of mergeSources(value)) merged.push(more)
        key = tree.next(value)
      }
      for (const next of merged.reverse()) pending.push(next)
    }
  }

  function mergeSources(value: number): readonly number[] {
    const index = dealias(tree, value)
    if (events[index]?.type === EVENT_ID.MAPPING) return [index]
    if (events[index]?.type !== EVENT_ID.SEQUENCE) return []
    const sources: number[] = []
    for (let item = index + 1; events[item]?.type !== EVENT_ID.POP; item = tree.next(item)) {
      const source = dealias(tree, item)
      if (events[source]?.type === EVENT_ID.MAPPING) sources.push(source)
    }
    return sources
  }

  function found(wanted: Wanted, index: number, value: Range | undefined, key: Range | undefined): void {
    const empty = key ? behindColon(tree.text, key.end) : 0
    const range = value ?? { start: empty, end: empty }
    const place: Place = { ...range, keyStart: key?.start ?? noKey, keyEnd: key?.end ?? noKey }
    wanted.place = place
    stack.push({ index, wanted })
  }

  function keyText(index: number): string | undefined {
    const event = events[dealias(tree, index)]
    return event?.type === EVENT_ID.SCALAR ? getScalarValue(tree.text, event) : undefined
  }
}

/** A value without text stands behind the colon of its key; in `{key}` there is none. */
function behindColon(text: string, from: number): number {
  const colon = /\s*:/y
  colon.lastIndex = from
  return colon.test(text) ? colon.lastIndex : from
}

type Range = { readonly start: number; readonly end: number }

function dealias(tree: EventTree, index: number): number {
  return tree.events[index]?.type === EVENT_ID.ALIAS ? (tree.target(index) ?? index) : index
}
