import type { SourceSpan } from '../../diagnostic/index.js'
import { child, tokensOf } from '../../util/json-pointer.js'
import { isObject, type JsonValue } from '../../util/own.js'
import type { Origin } from '../model/index.js'
import type { Problems } from '../problem.js'
import type { Sources } from './document.js'
import type { Library } from './library.js'
import type { OpenDocument } from './open-document.js'
import { childOf, createResolver, type Outcome } from './reference/resolve-reference.js'

/** Where a node of the root document really stands, when an overlay moved or made it. */
export type Locate = (at: Origin, part: 'key' | 'value') => Origin

/** The view of a contract's documents that the readers work with. */
export function createSources(
  root: OpenDocument,
  overlays: readonly OpenDocument[],
  library: Library,
  problems: Problems,
  locate: Locate,
): Sources {
  const resolver = createResolver(library)
  const reported = new Set<string>()
  let told = new Set<object>([root, ...overlays])
  let counted = 0
  const dropPass = problems.checkpoint()

  const sources: Sources = {
    root: root.document,
    documents: () => [...library.all()].map(({ document }) => document),
    resolve(ref, from, mode = 'chain') {
      const outcome = resolver.resolve(ref, from, mode)
      tellOfDocuments()
      if (outcome.kind === 'place') return { value: outcome.value, at: outcome.at }
      if (outcome.kind === 'failure') tellOfReference(outcome)
      return undefined
    },
    pending: () => library.pending(),
    async fetchPending() {
      await library.fetchPending()
      dropPass()
      reported.clear()
      told = new Set([root, ...overlays])
      counted = 0
      tellOfDocuments()
    },
    span: (at, part) => sources.spans([{ at, ...(part && { part }) }])[0] as SourceSpan,
    spans: (places) => findSpans(places.map(({ at, part = 'value' }) => ({ asked: at, part, at: locate(at, part) }))),
  }
  return sources

  /** A document's own problems are reported when it is read first, and again after a pass has been dropped. */
  function tellOfDocuments(): void {
    // Asked after every reference, and nearly all lead to what has been read.
    if (counted === library.count()) return
    counted = library.count()
    for (const problem of library.untold(told)) problems.add(problem)
  }

  function tellOfReference(outcome: Extract<Outcome, { kind: 'failure' }>): void {
    const { ref, from, problem } = outcome
    const key = `${from.document}\u0000${from.pointer}\u0000${ref}`
    if (!problem || reported.has(key)) return
    reported.add(key)
    const { code, params, help, related } = problem
    problems.report(code, params as never, {
      at: placeOf(from),
      help,
      ...(related && { related: related.map(({ message, at }) => ({ message, at: placeOf(at) })) }),
    })
  }

  /** The `$ref` itself; for a reference that stands elsewhere (a mapping, a link) the node that holds it. */
  function placeOf(from: Origin): Origin {
    let value: JsonValue | undefined = library.byId(from.document)?.document.value
    for (const token of tokensOf(from.pointer)) value = value === undefined ? undefined : childOf(value, token)
    const holdsRef = value !== undefined && isObject(value) && Object.hasOwn(value, '$ref')
    return holdsRef ? { document: from.document, pointer: child(from.pointer, '$ref') } : from
  }

  function findSpans(places: readonly Place[]): readonly SourceSpan[] {
    const byDocument = new Map<string, number[]>()
    places.forEach(({ at }, index) => {
      const indexes = byDocument.get(at.document)
      if (indexes) indexes.push(index)
      else byDocument.set(at.document, [index])
    })
    const spans: SourceSpan[] = []
    for (const [id, indexes] of byDocument) {
      const open = library.byId(id) ?? root
      const found = open.findSpans(indexes.map((index) => query(places[index] as Place)))
      indexes.forEach((index, position) => {
        spans[index] = { ...(found[position] as SourceSpan), pointer: (places[index] as Place).asked.pointer }
      })
    }
    return spans
  }
}

interface Place {
  readonly asked: Origin
  readonly at: Origin
  readonly part: 'key' | 'value'
}

function query({ at, part }: Place) {
  return { pointer: at.pointer, part }
}
