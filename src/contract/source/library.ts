import type { Diagnostic } from '../../diagnostic/index.js'
import { type Budget } from './budget.js'
import type { ReadFailure } from './input/store.js'
import { type OpenDocument, type Opened, openDocument } from './open-document.js'
import { failure, type ReferenceFailure } from './reference/reference-failure.js'
import type { Library as ReferenceLibrary } from './reference/resolve-reference.js'
import type { Fetched } from './remote/fetch-document.js'

/** All documents of a contract that have been read so far. */
export interface Library extends ReferenceLibrary {
  /** Adds a document that was opened elsewhere: the root, an overlay. */
  add(open: OpenDocument): void
  /** Problems of documents that are not among those told of yet; they are added to those. */
  untold(told: Set<object>): readonly Diagnostic[]
  /** How many have been read or found broken. */
  count(): number
  pending(): readonly string[]
  fetchPending(): Promise<void>
}

/** Fetches a remote document, under the rules for it. */
export type FetchRemote = (url: string, maxBytes: number) => Promise<Fetched>

export function createLibrary(budget: Budget, fetchRemote: FetchRemote | undefined): Library {
  const byId = new Map<string, OpenDocument>()
  // By path or URL as asked for; several may lead to one document.
  const byTarget = new Map<string, OpenDocument | ReferenceFailure>()
  const broken: { readonly problems: readonly Diagnostic[] }[] = []
  const pending = new Set<string>()

  return {
    allowRemote: fetchRemote !== undefined,
    referenceDepth: budget.limits.referenceDepth,
    byId: (id) => byId.get(id),
    all: () => byId.values(),
    add(open) {
      byId.set(open.document.id, open)
    },
    open(target, ref, from) {
      if (target.kind === 'remote') {
        const known = byTarget.get(target.url) ?? byId.get(target.url)
        if (!known) pending.add(target.url)
        return known ?? 'pending'
      }
      const known = byTarget.get(target.path) ?? byId.get(target.path)
      if (known) return known
      const outcome = readLocal(target.path, ref, from)
      byTarget.set(target.path, outcome)
      return outcome
    },
    untold(told) {
      const fresh = [...byId.values(), ...broken].filter((open) => !told.has(open))
      for (const open of fresh) told.add(open)
      return fresh.flatMap(({ problems }) => problems)
    },
    count: () => byId.size + broken.length,
    pending: () => [...pending].sort(),
    async fetchPending() {
      for (const url of [...pending].sort()) {
        byTarget.set(url, await fetchOne(url))
        pending.delete(url)
      }
    },
  }

  function readLocal(path: string, ref: string, from: OpenDocument): OpenDocument | ReferenceFailure {
    if (from.base.kind !== 'local') return failure('TK1045', { ref })
    const { store } = from.base
    const read = store.read(path, budget.bytesLeft())
    if (read.kind === 'outside') return failure('TK1044', { ref, root: store.root })
    if (read.kind !== 'read') {
      if (read.kind === 'too-large') return keep({ problems: [budget.tooLarge(store.label(path))] })
      return failure('TK1049', { ref, reason: reasonOf(read) })
    }
    const known = byId.get(read.path)
    if (known) return known
    const base = { kind: 'local', store, path: read.path } as const
    return keep(openDocument({ id: read.path, file: store.label(read.path), base, content: read.bytes }, budget))
  }

  async function fetchOne(url: string): Promise<OpenDocument | ReferenceFailure> {
    const fetched = await fetchRemote?.(url, budget.bytesLeft())
    if (fetched?.kind !== 'fetched') return fetched ?? failure('TK1032', { url })
    const base = { kind: 'remote', url: fetched.url } as const
    return keep(openDocument({ id: url, file: url, base, content: fetched.bytes }, budget))
  }

  function keep(opened: Opened): OpenDocument | ReferenceFailure {
    if (!opened.open) {
      broken.push({ problems: opened.problems })
      return { kind: 'failure' }
    }
    byId.set(opened.open.document.id, opened.open)
    return opened.open
  }
}

/** Why a file could not be read, in a few words. */
function reasonOf(read: Exclude<ReadFailure, { kind: 'outside' | 'too-large' }>): string {
  switch (read.kind) {
    case 'missing':
      return 'there is no such file'
    case 'not-a-file':
      return `it is ${read.what}, not a file`
    case 'unreadable':
      return read.reason
  }
}
