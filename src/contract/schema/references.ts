import { type JsonValue } from '../../util/own.js'
import type { Origin } from '../model/index.js'
import type { Resolved, SourceDocument, Sources } from '../source/document.js'
import { type Dialect, dialectOfDocument } from './dialect.js'
import { createIdentifiers } from './identifiers.js'

/** Finds the schemas that references lead to: by pointer, by file, by `$id` and by anchor. */
export interface References {
  /** Undefined when `ref` leads nowhere; that has been reported. */
  follow(ref: string, from: Origin): Resolved | undefined
  /** The one schema that a `$dynamicRef` or `$recursiveRef` can mean; undefined when that depends on the way to it. */
  followDynamic(ref: string, from: Origin): Resolved | undefined
  /** What the document itself says it is; undefined for a document of schemas only. */
  dialectOf(document: string): Dialect | undefined
}

export function createReferences(sources: Sources): References {
  const identifiers = createIdentifiers(sources)
  const followed = new Map<string, Map<string, Resolved>>()
  const dialects = new Map<string, Dialect | undefined>()

  return { follow, followDynamic, dialectOf }

  function follow(ref: string, from: Origin): Resolved | undefined {
    // The same text means the same from anywhere in a document, unless parts of it have an `$id` of their own.
    const shared = identifiers.hasBases(from.document) ? undefined : inDocument(from.document)
    const known = shared?.get(ref)
    if (known) return known
    const found = identifiers.find(ref, from) ?? sources.resolve(ref, from, 'step')
    if (found) shared?.set(ref, found)
    return found
  }

  function followDynamic(ref: string, from: Origin): Resolved | undefined {
    const name = ref.slice(ref.indexOf('#') + 1)
    // `$recursiveRef` is always `#`; a `$dynamicRef` to a pointer is a plain reference.
    if (name === '') return identifiers.recursiveTarget(from) ?? follow(ref, from)
    if (name.startsWith('/')) return follow(ref, from)
    return identifiers.dynamicTarget(name)
  }

  function inDocument(document: string): Map<string, Resolved> {
    const known = followed.get(document)
    if (known) return known
    const refs = new Map<string, Resolved>()
    followed.set(document, refs)
    return refs
  }

  function dialectOf(document: string): Dialect | undefined {
    if (!dialects.has(document)) dialects.set(document, dialectOfDocument(valueOf(sources.documents(), document)))
    return dialects.get(document)
  }
}

function valueOf(documents: readonly SourceDocument[], id: string): JsonValue {
  return documents.find((document) => document.id === id)?.value ?? null
}
