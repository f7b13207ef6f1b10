import { posix } from 'node:path'
import type { SourceDocument } from '../../contract/source/document.js'
import type { JsonValue } from '../../util/own.js'

/** Where the other documents stand in the one that is made of all of them. */
const place = 'x-documents'

/**
 * One JSON document of all that a contract was read from, overlays applied: what shows a contract as a whole reads no other
 * file. References between documents lead inside of it; nothing is inlined, so that a circle stays one.
 */
export function uniteDocuments(documents: readonly SourceDocument[]): string {
  const own = documents.filter(({ id }) => !id.startsWith('overlay:'))
  const [root, ...others] = own
  if (!root || others.length === 0) return JSON.stringify(root?.value)
  const tops = new Map(own.map(({ id }, index) => [id, index === 0 ? '#' : `#/${place}/${index - 1}`]))
  const moved = (document: SourceDocument) =>
    withReferences(document.value, (ref) => movedReference(ref, document.id, tops))
  return JSON.stringify({ ...(moved(root) as object), [place]: others.map(moved) })
}

/** Undefined for what leads to none of the documents. */
function movedReference(ref: string, from: string, tops: ReadonlyMap<string, string>): string | undefined {
  const [path = '', fragment = ''] = ref.split('#', 2)
  const target = path === '' ? from : posix.normalize(posix.join(posix.dirname(from), decoded(path)))
  const top = tops.get(target)
  // An anchor is looked for in its own document alone.
  return top === undefined || (fragment !== '' && !fragment.startsWith('/')) ? undefined : top + fragment
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** A copy with other references, without growing the stack. */
function withReferences(value: JsonValue, change: (ref: string) => string | undefined): JsonValue {
  const result: { value?: JsonValue } = {}
  const pending: [from: JsonValue, put: (made: JsonValue) => void][] = [[value, (made) => (result.value = made)]]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [from, put] = next
    if (typeof from !== 'object' || from === null) {
      put(from)
    } else if (Array.isArray(from)) {
      const list: JsonValue[] = []
      put(list)
      for (const [index, item] of from.entries()) pending.push([item, (made) => (list[index] = made)])
    } else {
      const made: Record<string, JsonValue> = {}
      put(made)
      for (const [name, member] of Object.entries(from)) {
        const moved = name === '$ref' && typeof member === 'string' ? change(member) : undefined
        // Defined, not set: a member may be called `__proto__`.
        const define = (one: JsonValue) =>
          Object.defineProperty(made, name, { value: one, enumerable: true, configurable: true, writable: true })
        define(moved ?? null)
        if (moved === undefined) pending.push([member, define])
      }
    }
  }
  return result.value ?? null
}
