import { escapeToken } from '../../../util/json-pointer.js'
import { isArray, isObject, type JsonValue, own } from '../../../util/own.js'

/** The parts of a document that have a name of their own, with their pointers. */
export interface NamedPlaces {
  /** By `$anchor`, `$dynamicAnchor`, or an `$id` of the form `#name`. */
  readonly anchors: ReadonlyMap<string, string>
  /** By absolute URI, without fragment: an embedded `$id`, and the document's own `$self`. */
  readonly uris: ReadonlyMap<string, string>
}

interface Step {
  readonly value: JsonValue
  readonly token: string
  readonly parent: Step | undefined
}

/** Looks through a whole document for names; the first one of each counts. */
export function findNamedPlaces(root: JsonValue): NamedPlaces {
  const anchors = new Map<string, string>()
  const uris = new Map<string, string>()
  const name = (names: Map<string, string>, key: JsonValue | undefined, step: Step) => {
    if (typeof key === 'string' && !names.has(key)) names.set(key, pointerOf(step))
  }
  const self = isObject(root) ? own(root, '$self') : undefined
  if (typeof self === 'string') uris.set(withoutFragment(self), '')
  const seen = new Set<JsonValue>()
  const stack: Step[] = [{ value: root, token: '', parent: undefined }]
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { value } = step
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    if (isObject(value)) {
      name(anchors, own(value, '$anchor'), step)
      name(anchors, own(value, '$dynamicAnchor'), step)
      const id = own(value, '$id')
      if (typeof id === 'string' && id.startsWith('#')) name(anchors, id.slice(1), step)
      else if (typeof id === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(id)) name(uris, withoutFragment(id), step)
    }
    // In reverse, so that what stands first is looked at first.
    const keys = isArray(value) ? value.map((_, index) => String(index)) : Object.keys(value)
    for (const token of keys.reverse()) {
      const child = (value as Readonly<Record<string, JsonValue>>)[token]
      if (typeof child === 'object' && child !== null) stack.push({ value: child, token, parent: step })
    }
  }
  return { anchors, uris }
}

function pointerOf(step: Step): string {
  const tokens: string[] = []
  for (let at = step; at.parent; at = at.parent) tokens.push(`/${escapeToken(at.token)}`)
  return tokens.reverse().join('')
}

function withoutFragment(uri: string): string {
  const hash = uri.indexOf('#')
  return hash < 0 ? uri : uri.slice(0, hash)
}
