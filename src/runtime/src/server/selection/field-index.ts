import { nameOfToken } from '../../codec/index.js'
import { bareName, normal, stepsOf } from './names.js'
import type { HeldClass, ServerSelection } from './types.js'

/** Finds what a name that a caller sends may stand for. */
export interface FieldIndex {
  /** Classes that the name leads to; undefined when no field is called like that. */
  find(name: string): readonly HeldClass[] | undefined
}

interface Entry {
  readonly depth: number
  readonly holds: readonly HeldClass[]
}

/**
 * Names need not start at the item: `email` finds `customer/email` where the item itself has no `email`. A path that leads
 * further than the declared fields counts as the field that it enters, and as the one that it ends with.
 */
export function createFieldIndex(selection: ServerSelection): FieldIndex {
  const byPath = new Map<string, Entry>()
  const byLetters = new Map<string, Entry>()
  for (const [field, holds] of heldBy(selection)) {
    const path = field.split('/').map((step) => normal(nameOfToken(step)))
    for (let start = 0; start < path.length; start += 1) {
      add(byPath, path.slice(start).join('.'), { depth: path.length, holds })
      add(byLetters, path.slice(start).join(''), { depth: path.length, holds })
    }
  }
  const exactly = (path: readonly string[]): readonly HeldClass[] | undefined =>
    path.length === 0 ? undefined : (byPath.get(path.join('.')) ?? byLetters.get(path.join('')))?.holds

  const resolve = (path: readonly string[]): readonly HeldClass[] | undefined => {
    const whole = exactly(path)
    if (whole) return whole
    const suffix = first(path.map((_, index) => exactly(path.slice(index))))
    const prefix = first(path.map((_, index) => exactly(path.slice(0, path.length - index))))
    return suffix || prefix ? [...(suffix ?? []), ...(prefix ?? [])] : undefined
  }
  return {
    find: (name) => resolve(stepsOf(name)) ?? resolve(stepsOf(bareName(name))),
  }
}

function heldBy({ fields, hidden }: ServerSelection): ReadonlyMap<string, readonly HeldClass[]> {
  const holds = new Map<string, HeldClass[]>(fields.map((field) => [field, []]))
  for (const each of hidden) {
    for (const field of each.of ?? []) holds.get(field)?.push({ hidden: each, isInside: false })
    for (const field of each.inside ?? []) holds.get(field)?.push({ hidden: each, isInside: true })
  }
  return holds
}

/** The nearest to the item wins; of several equally near, all. */
function add(index: Map<string, Entry>, key: string, entry: Entry): void {
  const known = index.get(key)
  if (!known || entry.depth < known.depth) index.set(key, entry)
  else if (entry.depth === known.depth) index.set(key, { ...known, holds: [...known.holds, ...entry.holds] })
}

function first<T>(found: readonly (T | undefined)[]): T | undefined {
  return found.find((each) => each !== undefined)
}
