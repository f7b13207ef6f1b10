import type { Schema } from '../../../contract/model/index.js'
import { canonicalText } from '../../../util/canonical-text.js'
import type { JsonValue } from '../../../util/own.js'
import type { Projection, SchemaSide } from '../types.js'
import { assemble, type Content, childrenOf, type NodeOf, nodeKey } from './assemble.js'
import { type CycleMember, createCycles } from './cycle.js'
import { bitsOf, bitsOfValue, everyKind } from './kinds.js'
import { createLeftOut, type LeftOut } from './left-out.js'
import type { Node, TextFacet } from './node.js'
import { type Outline, type OutlineOptions, outline } from './outline.js'

/** Gives equal schemas equal nodes, over all the contracts that are asked about. */
export interface Interner {
  readonly everything: Node
  node(side: SchemaSide, projection: Projection): Node
  /** Accepts these values only. */
  oneOfValues(values: readonly JsonValue[]): Node
  /** Accepts texts of this form only. */
  text(facet: TextFacet): Node
  /** Accepts what one of the nodes accepts. */
  anyOf(nodes: readonly Node[]): Node
}

interface Draft extends CycleMember {
  /** Whether something in it may be left out, so that it is another node in another projection. */
  isMarked: boolean
  readonly index: number
  /** The smallest index that is reached from here (Tarjan). */
  low: number
  /** The part that is entered next. */
  next: number
  holdsItself: boolean
}

interface InternerOptions extends Pick<OutlineOptions, 'isKnownFormat'> {
  /** Schemas that mean the same as others, as is known beforehand: they need not be looked into. Default: none. */
  readonly twins?: ReadonlyMap<Schema, Schema> | undefined
}

export function createInterner({ isKnownFormat, twins }: InternerOptions): Interner {
  const byKey = new Map<string, Node>()
  const known: Readonly<Record<Projection, Map<Schema, Node>>> = {
    'to-server': new Map(),
    'from-server': new Map(),
    none: new Map(),
  }
  /** Of schemas that are the same in every projection: most are. */
  const shared = new Map<Schema, Node>()
  const leftOuts = new WeakMap<SchemaSide['schemas'], Map<Projection, LeftOut>>()
  let count = 0
  const everything = byContent('', { kinds: everyKind, allOf: [], anyOf: [], oneOf: [] })
  const cycles = createCycles({ create, byKey })

  return { everything, node, oneOfValues, text, anyOf }

  function node({ schema, schemas }: SchemaSide, projection: Projection): Node {
    const own = known[projection]
    const options: OutlineOptions = { schemas, isKnownFormat, leftOut: leftOutOf(schemas, projection) }
    const drafts = new Map<Schema, Draft>()
    const path: Draft[] = []
    const open: Draft[] = []
    const look = (wanted: Schema): Node | undefined =>
      shared.get(wanted) ?? (own.size > 0 ? own.get(wanted) : undefined)
    const nodeOf: NodeOf = (wanted) => (wanted === undefined ? everything : (look(wanted) as Node))

    enter(schema)
    for (let draft = path.at(-1); draft; draft = path.at(-1)) {
      const part = draft.outline.parts[draft.next++]
      if (part) {
        const other = look(part.schema) ? undefined : drafts.get(part.schema)
        if (other) {
          draft.low = Math.min(draft.low, other.index)
          draft.holdsItself ||= other === draft
        } else enter(part.schema)
        draft.isMarked ||= own.has(part.schema)
      } else leave(draft)
    }
    return nodeOf(schema)

    function enter(entered: Schema): void {
      if (look(entered) || takeFromTwin(entered)) return
      const found = outline(entered, options)
      const { isMarked } = found
      if (found.parts.length === 0) {
        ;(isMarked ? own : shared).set(entered, byOutline(found, nodeOf))
        return
      }
      const index = drafts.size
      const draft: Draft = { schema: entered, outline: found, isMarked, index, low: index, next: 0, holdsItself: false }
      drafts.set(entered, draft)
      path.push(draft)
      open.push(draft)
    }

    function takeFromTwin(entered: Schema): boolean {
      const twin = twins?.get(entered)
      const known = twin && look(twin)
      if (known) (shared.has(twin) ? shared : own).set(entered, known)
      return known !== undefined
    }

    function leave(draft: Draft): void {
      path.pop()
      const outer = path.at(-1)
      if (outer) {
        outer.low = Math.min(outer.low, draft.low)
        outer.isMarked ||= draft.isMarked
      }
      if (draft.low < draft.index) return
      if (open.at(-1) === draft && !draft.holdsItself) {
        open.pop()
        ;(draft.isMarked ? own : shared).set(draft.schema, byOutline(draft.outline, nodeOf))
        return
      }
      const component = open.splice(open.lastIndexOf(draft))
      const nodes = component.some(({ isMarked }) => isMarked) ? own : shared
      cycles.close(component, nodeOf).forEach((node, member) => nodes.set(member, node))
    }
  }

  function leftOutOf(schemas: SchemaSide['schemas'], projection: Projection): LeftOut {
    const ofSchemas = leftOuts.get(schemas) ?? new Map<Projection, LeftOut>()
    leftOuts.set(schemas, ofSchemas)
    const known = ofSchemas.get(projection) ?? createLeftOut({ projection, schemas })
    ofSchemas.set(projection, known)
    return known
  }

  function byOutline(found: Outline, nodeOf: NodeOf): Node {
    const children = childrenOf(found, nodeOf)
    const key = nodeKey(found, children)
    return byKey.get(key) ?? byContent(key, assemble(found, children, everything))
  }

  function byContent(key: string, content: Content): Node {
    const same = onlyWrapped(content) ?? create(content)
    byKey.set(key, same)
    return same
  }

  function create(content: Content): Node {
    return { id: count++, ...content }
  }

  function oneOfValues(values: readonly JsonValue[]): Node {
    const byValue = new Map(values.map((value) => [canonicalText(value), value] as const))
    const key = `these ${[...byValue.keys()].sort().join()}`
    const kinds = values.reduce<number>((bits, value) => bits | bitsOfValue(value), 0)
    return byKey.get(key) ?? byContent(key, { kinds, values: byValue, allOf: [], anyOf: [], oneOf: [] })
  }

  function text(facet: TextFacet): Node {
    const key = `text ${JSON.stringify(facet)}`
    return byKey.get(key) ?? byContent(key, { kinds: bitsOf.string, text: facet, allOf: [], anyOf: [], oneOf: [] })
  }

  function anyOf(nodes: readonly Node[]): Node {
    const sorted = [...new Set(nodes)].sort((before, after) => before.id - after.id)
    const [only] = sorted
    if (only && sorted.length === 1) return only
    const key = `any of ${sorted.map(({ id }) => id).join(' ')}`
    return byKey.get(key) ?? byContent(key, { kinds: everyKind, allOf: [], anyOf: sorted, oneOf: [] })
  }
}

/** A schema that says nothing but `allOf` of one other, which narrows the kinds at least as far, is that other. */
function onlyWrapped({ kinds, values, allOf: [only, ...more], ...rest }: Content): Node | undefined {
  if (!only || more.length > 0 || values || (only.kinds & kinds) !== only.kinds) return undefined
  const { anyOf, oneOf, ...facets } = rest
  return anyOf.length === 0 && oneOf.length === 0 && Object.keys(facets).length === 0 ? only : undefined
}
