import { some, type Truth } from '../evaluate/index.js'
import type { ArrayFacet, Node } from '../node/index.js'
import type { Clause, Taken } from './clause.js'
import type { Question } from './question.js'

/** What the taken nodes of a clause say of the items of an array. */
export interface Items {
  readonly minimum: number
  readonly maximum: number
  readonly isUnique: boolean
  readonly counts: readonly ItemCount[]
  /** From this place on nothing tells the items apart. */
  readonly horizon: number
  of(index: number): Question
  /** Whether something in the scope judges the item; that cannot be told of `contains` and of what may hold as well. */
  isDeclaredIn(scope: number, index: number): Truth
}

/** How many items a node accepts. */
export interface ItemCount {
  readonly node: Node
  readonly minimum: number
  readonly maximum: number
}

interface Layer extends Taken {
  readonly facet: ArrayFacet
}

export function itemsOf(clause: Clause): Items {
  const layers = clause.taken.flatMap((taken): Layer[] =>
    taken.node.array ? [{ ...taken, facet: taken.node.array }] : [],
  )
  const sizes = clause.atoms.flatMap((atom) => (atom.kind === 'size' ? atom : []))
  const places = clause.atoms.flatMap((atom) =>
    atom.kind === 'item' ? atom.index + 1 : atom.kind === 'some-item' ? atom.from : [],
  )
  return {
    minimum: Math.max(0, ...layers.map(({ facet }) => facet.minItems), ...sizes.map((size) => size.minimum)),
    maximum: Math.min(...layers.map(({ facet }) => facet.maxItems), ...sizes.map((size) => size.maximum)),
    isUnique: layers.some(({ facet }) => facet.unique),
    counts: merged([
      ...layers.flatMap(({ facet }) => facet.contains ?? []),
      ...clause.atoms.flatMap((atom) => (atom.kind === 'count' ? atom : [])),
    ]),
    horizon: Math.max(0, ...layers.map(({ facet }) => facet.prefix.length), ...places),
    of,
    isDeclaredIn,
  }

  function of(index: number): Question {
    const closed: Node[] = []
    const open: Node[] = []
    for (const { facet, reading } of layers) {
      const node = facet.prefix[index] ?? facet.items
      if (node) (reading.closed ? closed : open).push(node)
    }
    for (const [scope, { closing, closed: isProducer }] of clause.scopes.entries()) {
      if (closing === undefined || closing === 'declared' || isDeclaredIn(scope, index) !== false) continue
      ;(isProducer ? closed : open).push(closing)
    }
    return { closed, open, not: [] }
  }

  function isDeclaredIn(scope: number, index: number): Truth {
    const isGhost = clause.atoms.some((atom) => atom.kind === 'perhaps' && atom.reading.scopes.includes(scope))
    return some([...layers, undefined], (layer) => {
      if (!layer) return isGhost ? undefined : false
      const { facet, reading, closes } = layer
      if (closes !== scope && !reading.scopes.includes(scope)) return false
      if (facet.prefix[index] ?? facet.items) return true
      if (closes !== scope && !reading.bare && facet.unevaluated) return true
      return facet.contains ? undefined : false
    })
  }
}

/** What is asked of the same node counts together. */
function merged(counts: readonly ItemCount[]): readonly ItemCount[] {
  const byNode = new Map<Node, ItemCount>()
  for (const { node, minimum, maximum } of counts) {
    const known = byNode.get(node) ?? { node, minimum: 0, maximum: Infinity }
    const both = { node, minimum: Math.max(minimum, known.minimum), maximum: Math.min(maximum, known.maximum) }
    byNode.set(node, both)
  }
  return [...byNode.values()]
}
