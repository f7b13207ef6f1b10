import { didYouMean } from '../../../util/did-you-mean.js'
import { escapeToken, tokensOf } from '../../../util/json-pointer.js'
import { isArray, isObject, type JsonValue, own } from '../../../util/own.js'
import type { Origin } from '../../model/index.js'
import type { Resolved } from '../document.js'
import type { OpenDocument } from '../open-document.js'
import { findNamedPlaces, type NamedPlaces } from './named-places.js'
import type { Target } from './parse-reference.js'
import { decoded, parseReference, splitReference } from './parse-reference.js'
import { failure, type ReferenceFailure } from './reference-failure.js'

/** What a reference leads to: a place; nothing, told where the reference that fails stands; or what must be fetched first. */
export type Outcome =
  | (Resolved & { readonly kind: 'place' })
  | (ReferenceFailure & { readonly ref: string; readonly from: Origin })
  | { readonly kind: 'pending' }

/** Finds documents that have been read, and reads those that have not. */
export interface Library {
  readonly allowRemote: boolean
  readonly referenceDepth: number
  byId(id: string): OpenDocument | undefined
  all(): Iterable<OpenDocument>
  /** Pending: a remote document that must be fetched first. */
  open(
    target: Exclude<Target, { kind: 'same' }>,
    ref: string,
    from: OpenDocument,
  ): OpenDocument | ReferenceFailure | 'pending'
}

export interface Resolver {
  /** `chain` follows references to references to their end; `step` follows one. */
  resolve(ref: string, from: Origin, mode: 'chain' | 'step'): Outcome
}

/** A reference on the way, with where it stands. */
interface Hop {
  readonly ref: string
  readonly from: Origin
  readonly open: OpenDocument
}

/** As many references of a circle are shown. */
const maxRelated = 20

/** A place that is being walked to. */
interface Walk {
  readonly open: OpenDocument
  readonly tokens: readonly string[]
}

export function createResolver(library: Library): Resolver {
  const named = new WeakMap<OpenDocument, NamedPlaces>()
  const steps = new WeakMap<OpenDocument, Map<string, Outcome>>()
  const ends = new WeakMap<OpenDocument, Map<string, Outcome>>()

  return {
    resolve(ref, from, mode) {
      const open = library.byId(from.document)
      if (!open) return { ...failure('TK1040', { ref, reason: 'its own document is not known' }), ref, from }
      return mode === 'step' ? step(ref, from, open) : chain(ref, from, open)
    },
  }

  /** Follows references until one leads to something that is no reference. */
  function chain(ref: string, from: Origin, open: OpenDocument): Outcome {
    const passed: Hop[] = []
    const visited = new Set<JsonValue>()
    let hop: Hop = { ref, from, open }
    for (;;) {
      const known = ends.get(hop.open)?.get(hop.ref)
      const outcome = known ?? step(hop.ref, hop.from, hop.open)
      const next = !known && outcome.kind === 'place' ? hopFrom(outcome) : undefined
      if (!next || outcome.kind !== 'place') {
        // A reference that fails itself fails for whoever wrote it, and that is told by its step.
        if (known || outcome.kind === 'place') passed.push(hop)
        return finish(passed, outcome)
      }
      passed.push(hop)
      if (visited.has(outcome.value)) return finish(passed, cycle(passed, outcome.at))
      visited.add(outcome.value)
      if (passed.length >= library.referenceDepth) return finish(passed, tooLong(ref, from))
      hop = next
    }
  }

  function hopFrom({ value, at }: Resolved): Hop | undefined {
    const ref = isObject(value) ? own(value, '$ref') : undefined
    const open = library.byId(at.document)
    return typeof ref === 'string' && open ? { ref, from: at, open } : undefined
  }

  /** Remembers the end for every reference on the way, so that long chains stay cheap. */
  function finish(passed: readonly Hop[], outcome: Outcome): Outcome {
    if (outcome.kind === 'pending') return outcome
    for (const { ref, open } of passed) remember(ends, open, ref, outcome)
    return outcome
  }

  /** The circle is closed at a place that one of the references stands at; it is told there, once. */
  function cycle(passed: readonly Hop[], closed: Origin): Outcome {
    const isClosing = ({ from }: Hop) => from.pointer === closed.pointer && from.document === closed.document
    const start = Math.max(0, passed.findIndex(isClosing))
    const [first = passed[0] as Hop, ...others] = passed.slice(start)
    const related = others
      .filter((hop) => !isClosing(hop))
      .slice(0, maxRelated)
      .map((hop) => ({ message: 'then by this reference', at: hop.from }))
    return { ...failure('TK1042', { ref: first.ref }, { related }), ref: first.ref, from: first.from }
  }

  function tooLong(ref: string, from: Origin): Outcome {
    return { ...failure('TK1043', { ref, limit: library.referenceDepth }), ref, from }
  }

  function step(ref: string, from: Origin, open: OpenDocument): Outcome {
    const known = steps.get(open)?.get(ref)
    if (known) return known.kind === 'failure' ? { ...known, from } : known
    const outcome = walk(ref, from, open)
    if (outcome.kind !== 'pending') remember(steps, open, ref, outcome)
    return outcome
  }

  /** Goes to the place that a reference names. Where the way leads through another reference, that one is followed. */
  function walk(ref: string, from: Origin, open: OpenDocument): Outcome {
    let at = begin(ref, open)
    for (let count = 0; count <= library.referenceDepth; count++) {
      if (at === 'pending') return { kind: 'pending' }
      if ('kind' in at) return { ...at, ref, from }
      const reached = descend(at)
      if (!('missing' in reached)) {
        return {
          kind: 'place',
          value: reached.value,
          at: { document: at.open.document.id, pointer: pointerOf(at.tokens) },
        }
      }
      const through = isObject(reached.parent) ? own(reached.parent, '$ref') : undefined
      if (typeof through !== 'string') return { ...missing(ref, at, reached), ref, from }
      const rest = at.tokens.slice(reached.missing)
      const next = begin(through, at.open)
      at = next === 'pending' || 'kind' in next ? next : { open: next.open, tokens: [...next.tokens, ...rest] }
    }
    return tooLong(ref, from)
  }

  function begin(ref: string, open: OpenDocument): Walk | ReferenceFailure | 'pending' {
    const { uri, fragment } = splitReference(ref)
    const target = targetOf(uri, open)
    if (target === 'pending' || 'kind' in target) return target
    const name = decoded(fragment)
    if (name === undefined) return failure('TK1040', { ref, reason: 'a `%` in it starts no valid escape' })
    if (name === '') return target
    if (name.startsWith('/')) return { open: target.open, tokens: [...target.tokens, ...tokensOf(name)] }
    const pointer = namesOf(target.open).anchors.get(name)
    if (pointer !== undefined) return { open: target.open, tokens: tokensOf(pointer) }
    const nearest = didYouMean(name, namesOf(target.open).anchors.keys()) ?? `/${name}`
    return failure(
      'TK1041',
      { ref, document: nameOf(target.open), missing: `$anchor: ${name}` },
      { help: `Did you mean \`${uri}#${nearest}\`?` },
    )
  }

  function targetOf(uri: string, open: OpenDocument): Walk | ReferenceFailure | 'pending' {
    if (/^[a-z][a-z0-9+.-]*:/i.test(uri)) {
      for (const candidate of library.all()) {
        const pointer = namesOf(candidate).uris.get(uri)
        if (pointer !== undefined) return { open: candidate, tokens: tokensOf(pointer) }
      }
    }
    const target = parseReference(uri, open.base, library.allowRemote)
    if (target.kind === 'failure') return target
    if (target.kind === 'same') return { open, tokens: [] }
    const found = library.open(target, uri, open)
    return found === 'pending' || 'kind' in found ? found : { open: found, tokens: [] }
  }

  function namesOf(open: OpenDocument): NamedPlaces {
    let names = named.get(open)
    if (!names) {
      names = findNamedPlaces(open.document.value)
      named.set(open, names)
    }
    return names
  }
}

function remember(
  cache: WeakMap<OpenDocument, Map<string, Outcome>>,
  open: OpenDocument,
  ref: string,
  outcome: Outcome,
): void {
  const known = cache.get(open)
  if (known) known.set(ref, outcome)
  else cache.set(open, new Map([[ref, outcome]]))
}

/** The value at the end of the tokens, or how many of them could be followed and where that ended. */
function descend({
  open,
  tokens,
}: Walk): { readonly value: JsonValue } | { readonly missing: number; readonly parent: JsonValue } {
  let value = open.document.value
  for (let index = 0; index < tokens.length; index++) {
    const next = childOf(value, tokens[index] ?? '')
    if (next === undefined) return { missing: index, parent: value }
    value = next
  }
  return { value }
}

/** A member by its own name or an item by its index, written without leading zeros (RFC 6901, section 4). */
export function childOf(value: JsonValue, token: string): JsonValue | undefined {
  if (isArray(value)) return /^(?:0|[1-9][0-9]*)$/.test(token) ? value[Number(token)] : undefined
  return isObject(value) ? own(value, token) : undefined
}

function missing(
  ref: string,
  { open, tokens }: Walk,
  end: { readonly missing: number; readonly parent: JsonValue },
): ReferenceFailure {
  const token = tokens[end.missing] ?? ''
  const place = pointerOf(tokens.slice(0, end.missing))
  const names = isObject(end.parent) ? Object.keys(end.parent) : []
  const nearest = names.length <= 5_000 ? didYouMean(token, names) : undefined
  const help = nearest === undefined ? undefined : `Did you mean \`#${place}/${escapeToken(nearest)}\`?`
  return failure('TK1041', { ref, document: nameOf(open), missing: `${place}/${escapeToken(token)}` }, { help })
}

function nameOf({ document }: OpenDocument): string {
  return `\`${document.file}\``
}

function pointerOf(tokens: readonly string[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join('')
}
