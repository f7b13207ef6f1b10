import { escapeToken } from '../../../util/json-pointer.js'
import type { JsonObject, JsonValue } from '../../../util/own.js'
import type { Schema } from '../../model/index.js'

/** One schema at one place, being rendered. */
export interface Node<Place> {
  readonly schema: Schema
  readonly place: Place
  readonly draft: Record<string, unknown>
}

/**
 * The schemas of a rendering. Each is rendered once for its place, from a work list; what is used more than once moves
 * to `$defs` at the end, so that the rendering is no larger than what it is made of.
 */
export interface Graph<Place = unknown> {
  enter(schema: Schema, key: string, place: Place): Node<Place>
  /** Notes that `from` asks `to`, as often as `times`, and gives what stands for `to` in the rendering. */
  link(from: Node<Place>, to: Node<Place>, times: number): JsonObject
  /** The reference to `to`, which gets a name of its own. */
  define(from: Node<Place>, to: Node<Place>): string
  /** Renders what has been entered, and what that enters, until there are `mostNodes`. */
  drain(): void
  /** Undefined when a schema asks itself about the same place again. */
  measure(): { readonly nodes: number; readonly depth: number; readonly steps: number } | undefined
  /** Call it last. */
  finish(): JsonObject
}

interface Entry<Place> extends Node<Place> {
  readonly links: { readonly to: Entry<Place>; readonly times: number }[]
  uses: number
  name: string | undefined
}

export function createGraph<Place>(mostNodes: number, fill: (node: Node<Place>) => void): Graph<Place> {
  const entries = new Map<Schema, Map<string, Entry<Place>>>()
  const all: Entry<Place>[] = []
  const names = new Set<string>()
  const counts = new Map<string, number>()
  let filled = 0

  return {
    enter(schema, key, place) {
      let known = entries.get(schema)
      if (!known) entries.set(schema, (known = new Map<string, Entry<Place>>()))
      let entry = known.get(key)
      if (!entry) {
        entry = { schema, place, draft: {}, links: [], uses: 0, name: undefined }
        known.set(key, entry)
        all.push(entry)
      }
      return entry
    },
    link: (from, to, times) => use(from, to, times).draft as JsonObject,
    define(from, to) {
      const target = use(from, to, 1)
      target.name ??= nameOf(target.schema)
      return referenceTo(target.name)
    },
    drain() {
      for (; filled < all.length && filled < mostNodes; filled++) fill(all[filled] as Entry<Place>)
    },
    measure,
    finish,
  }

  function use(from: Node<Place>, to: Node<Place>, times: number): Entry<Place> {
    const target = to as Entry<Place>
    target.uses++
    ;(from as Entry<Place>).links.push({ to: target, times })
    return target
  }

  function measure() {
    const open = new Map(all.map((entry) => [entry, entry.links.length]))
    const users = new Map<Entry<Place>, Entry<Place>[]>()
    for (const entry of all) {
      for (const { to } of entry.links) {
        const known = users.get(to)
        if (known) known.push(entry)
        else users.set(to, [entry])
      }
    }
    const found = new Map<Entry<Place>, { readonly depth: number; readonly steps: number }>()
    const ready = all.filter((entry) => entry.links.length === 0)
    for (let entry = ready.pop(); entry; entry = ready.pop()) {
      let [depth, steps] = [1, 1]
      for (const { to, times } of entry.links) {
        const below = found.get(to)
        depth = Math.max(depth, (below?.depth ?? 0) + 1)
        steps += (below?.steps ?? 0) * times
      }
      found.set(entry, { depth, steps })
      for (const user of users.get(entry) ?? []) {
        const left = (open.get(user) ?? 0) - 1
        open.set(user, left)
        if (left === 0) ready.push(user)
      }
    }
    const root = found.get(all[0] as Entry<Place>)
    return root && { nodes: all.length, ...root }
  }

  function finish(): JsonObject {
    const root = all[0] as Entry<Place>
    const shared = all.filter((entry) => entry.name !== undefined || entry.uses > (entry === root ? 0 : 1))
    const defs: Record<string, JsonValue> = {}
    for (const entry of shared) {
      entry.name ??= nameOf(entry.schema)
      defs[entry.name] = { ...(entry.draft as JsonObject) }
    }
    for (const entry of shared) {
      for (const keyword of Object.keys(entry.draft)) Reflect.deleteProperty(entry.draft, keyword)
      entry.draft['$ref'] = referenceTo(entry.name as string)
    }
    return { ...(root.draft as JsonObject), ...(shared.length > 0 && { $defs: defs }) }
  }

  function nameOf({ name = 'schema' }: Schema): string {
    const safe = name.replace(/[^A-Za-z0-9._-]/g, '_').replace(/^__proto__$/, '_proto_')
    let count = counts.get(safe) ?? 1
    let unique = count === 1 ? safe : `${safe}-${count}`
    while (names.has(unique)) unique = `${safe}-${++count}`
    names.add(unique)
    counts.set(safe, count)
    return unique
  }
}

function referenceTo(name: string): string {
  return `#/$defs/${escapeToken(name)}`
}
