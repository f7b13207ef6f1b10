import { child, tokensOf } from '../../util/json-pointer.js'
import { isArray, isObject, type JsonObject, type JsonValue, own } from '../../util/own.js'
import type { Origin } from '../model/index.js'
import type { Resolved, SourceDocument, Sources } from '../source/document.js'

/** Schemas that can be found by a name of their own: `$id`, `$anchor` and `$dynamicAnchor`. */
export interface Identifiers {
  /** Whether parts of the document have an `$id`, so that the meaning of a reference depends on where it stands. */
  hasBases(document: string): boolean
  /** The target of a reference that names an `$id` or an anchor; undefined leaves it to the files. */
  find(ref: string, from: Origin): Resolved | undefined
  /** The schema with this `$dynamicAnchor`, if there is exactly one. */
  dynamicTarget(name: string): Resolved | undefined
  /** The nearest schema around `from` that has a `$recursiveAnchor`, which is what a `$recursiveRef` there means. */
  recursiveTarget(from: Origin): Resolved | undefined
}

interface Index {
  /** Pointers of the schemas that have an `$id`, with the URI they resolve to. */
  readonly bases: ReadonlyMap<string, string>
  /** By absolute URI without fragment. */
  readonly resources: ReadonlyMap<string, Resolved>
  /** By absolute URI with the anchor as its fragment. */
  readonly anchors: ReadonlyMap<string, Resolved>
  /** By `$dynamicAnchor`. */
  readonly dynamic: ReadonlyMap<string, readonly Resolved[]>
  /** By pointer. */
  readonly recursive: ReadonlyMap<string, Resolved>
}

const nothing: Index = {
  bases: new Map(),
  resources: new Map(),
  anchors: new Map(),
  dynamic: new Map(),
  recursive: new Map(),
}

export function createIdentifiers(sources: Sources): Identifiers {
  const indexes = new Map<string, Index>()

  return {
    hasBases: (document) => indexOf(document).bases.size > 0,
    find,
    dynamicTarget(name) {
      const found = all().flatMap((index) => index.dynamic.get(name) ?? [])
      return found.length === 1 ? found[0] : undefined
    },
    recursiveTarget: ({ document, pointer }) => climb(pointer, (above) => indexOf(document).recursive.get(above)),
  }

  function find(ref: string, from: Origin): Resolved | undefined {
    const own = indexOf(from.document)
    if (own === nothing && (ref.startsWith('#/') || ref === '#')) return undefined
    const absolute = absoluteOf(ref, baseOf(own, from))
    if (absolute === undefined) return undefined
    const cut = absolute.indexOf('#')
    const resource = cut < 0 ? absolute : absolute.slice(0, cut)
    const fragment = cut < 0 ? '' : decode(absolute.slice(cut + 1))
    for (const index of all()) {
      const anchored =
        fragment !== '' && !fragment.startsWith('/') ? index.anchors.get(`${resource}#${fragment}`) : undefined
      if (anchored) return anchored
      const found = index.resources.get(resource)
      if (found && (fragment === '' || fragment.startsWith('/'))) return walk(found, fragment)
    }
    return undefined
  }

  function all(): readonly Index[] {
    return sources.documents().map((document) => indexOf(document.id))
  }

  function indexOf(id: string): Index {
    let index = indexes.get(id)
    if (!index) {
      const document = sources.documents().find((candidate) => candidate.id === id)
      index = document ? build(document) : nothing
      indexes.set(id, index)
    }
    return index
  }
}

/** A document without any of the keywords, which nearly all are, is not walked at all. */
function build(document: SourceDocument): Index {
  if (!document.mayIdentify) return nothing
  const bases = new Map<string, string>()
  const resources = new Map<string, Resolved>()
  const anchors = new Map<string, Resolved>()
  const dynamic = new Map<string, Resolved[]>()
  const recursive = new Map<string, Resolved>()
  const pending: { readonly value: JsonValue; readonly pointer: string; readonly base: string }[] = [
    { value: document.value, pointer: '', base: uriOf(document.id) },
  ]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, pointer } = next
    let { base } = next
    if (isArray(value)) {
      value.forEach((item, index) => pending.push({ value: item, pointer: `${pointer}/${index}`, base }))
      continue
    }
    if (!isObject(value)) continue
    const found: Resolved = { value, at: { document: document.id, pointer } }
    const id = text(value, '$id')
    const absolute = id === undefined ? undefined : absoluteOf(id, base)?.replace(/#$/, '')
    if (absolute !== undefined && !absolute.includes('#')) {
      base = absolute
      if (pointer !== '') bases.set(pointer, base)
      if (!resources.has(base)) resources.set(base, found)
    }
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const name = text(value, keyword)
      if (name === undefined) continue
      anchors.set(`${base}#${name}`, found)
      if (keyword === '$dynamicAnchor') dynamic.set(name, [...(dynamic.get(name) ?? []), found].slice(0, 2))
    }
    // Up to draft 7 an anchor is an `$id` that is only a fragment.
    if (id?.startsWith('#') && id.length > 1) anchors.set(`${base}${id}`, found)
    if (own(value, '$recursiveAnchor') === true) recursive.set(pointer, found)
    for (const key of Object.keys(value)) {
      if (!isData(key)) pending.push({ value: value[key] as JsonValue, pointer: child(pointer, key), base })
    }
  }
  return { bases, resources, anchors, dynamic, recursive }
}

/** Keywords whose values are data of the contract's users, not contract. */
function isData(key: string): boolean {
  return (
    key === 'example' ||
    key === 'examples' ||
    key === 'default' ||
    key === 'enum' ||
    key === 'const' ||
    key.startsWith('x-')
  )
}

function baseOf(index: Index, from: Origin): string {
  return climb(from.pointer, (pointer) => index.bases.get(pointer)) ?? uriOf(from.document)
}

/** Asks at the pointer and at every one above it, the nearest first. */
function climb<T>(pointer: string, ask: (pointer: string) => T | undefined): T | undefined {
  for (let above = pointer; above !== ''; above = above.slice(0, above.lastIndexOf('/'))) {
    const found = ask(above)
    if (found !== undefined) return found
  }
  return ask('')
}

/** An address for a document that has none, only so that relative identifiers can be compared. */
function uriOf(document: string): string {
  return /^https?:/.test(document) ? document : `contract://document/${document}`
}

function absoluteOf(ref: string, base: string): string | undefined {
  try {
    return new URL(ref, base).href
  } catch {
    return undefined
  }
}

function walk(from: Resolved, pointer: string): Resolved | undefined {
  let { value } = from
  for (const token of tokensOf(pointer)) {
    const next = isArray(value) ? value[Number(token)] : isObject(value) ? own(value, token) : undefined
    if (next === undefined) return undefined
    value = next
  }
  return { value, at: { document: from.at.document, pointer: from.at.pointer + pointer } }
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function text(value: JsonObject, key: string): string | undefined {
  const found = own(value, key)
  return typeof found === 'string' ? found : undefined
}
