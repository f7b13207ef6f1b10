import type { Truth } from '../evaluate/index.js'
import type { Node, ObjectFacet } from '../node/index.js'
import type { TextSolver } from '../text/index.js'
import type { UnknownReason } from '../types.js'
import type { Clause, Taken } from './clause.js'
import type { Context } from './context.js'
import type { Question } from './question.js'

/** What the taken nodes of a clause say of the members of an object. */
export interface Members {
  /** Names that one of them mentions, sorted as they are declared. */
  readonly names: ReadonlySet<string>
  readonly patterns: ReadonlySet<string>
  readonly required: ReadonlySet<string>
  readonly minimum: number
  readonly maximum: number
  /** What the names must fulfil. */
  readonly nameNodes: readonly Node[]
  /** Whether members without a name of their own can be there at all. */
  readonly isOpen: boolean
  /** What the value of a member must fulfil; undefined when it cannot be there; a reason when that cannot be told. */
  of(name: string): Question | UnknownReason | undefined
  isDeclaredIn(scope: number, name: string): Truth
}

interface Layer extends Taken {
  readonly facet: ObjectFacet
}

export function membersOf(clause: Clause, { text, accepts }: Context): Members {
  const layers = clause.taken.flatMap((taken): Layer[] =>
    taken.node.object ? [{ ...taken, facet: taken.node.object }] : [],
  )
  const sizes = clause.atoms.flatMap((atom) => (atom.kind === 'size' ? atom : []))
  const nameNodes = layers.flatMap(({ facet }) => facet.names ?? [])
  const names = new Set<string>()
  const patterns = new Set<string>()
  const required = new Set<string>()
  for (const { facet } of layers) {
    for (const name of facet.properties.keys()) names.add(name)
    for (const name of facet.required) {
      required.add(name)
      names.add(name)
    }
    for (const pattern of facet.patterns.keys()) patterns.add(pattern)
  }
  const closedScopes = clause.scopes.map(({ closing }, scope) => closing === 'declared' && isClosed(scope))

  return {
    names,
    patterns,
    required,
    minimum: Math.max(0, ...layers.map(({ facet }) => facet.minProperties), ...sizes.map((size) => size.minimum)),
    maximum: Math.min(...layers.map(({ facet }) => facet.maxProperties), ...sizes.map((size) => size.maximum)),
    nameNodes,
    isOpen: !closedScopes.includes(true),
    of,
    isDeclaredIn,
  }

  function of(name: string): Question | UnknownReason | undefined {
    const closed: Node[] = []
    const open: Node[] = []
    for (const node of nameNodes) {
      const fits = accepts(node, name)
      if (!fits) return fits === false ? undefined : 'pattern'
    }
    for (const { facet, reading } of layers) {
      const nodes = judging(facet, name, text)
      if (!nodes) return 'pattern'
      ;(reading.closed ? closed : open).push(...nodes)
    }
    for (const [scope, { closing, closed: isProducer }] of clause.scopes.entries()) {
      if (closing === undefined || (closing === 'declared' && !closedScopes[scope])) continue
      const declared = isDeclaredIn(scope, name)
      if (declared) continue
      if (declared === undefined) return 'pattern'
      if (closing === 'declared') return undefined
      ;(isProducer ? closed : open).push(closing)
    }
    return { closed, open, not: [] }
  }

  function isClosed(scope: number): boolean {
    const inScope = layers.filter(({ reading, closes }) => reading.scopes.includes(scope) && closes !== scope)
    if (!inScope.some(({ facet }) => facet.declares)) return false
    return !inScope.some(({ facet }) => facet.writesOut)
  }

  function isDeclaredIn(scope: number, name: string): Truth {
    let truth: Truth = false
    const byRequiring = clause.scopes[scope]?.closing === 'declared'
    for (const { facet, reading, closes } of layers) {
      if (closes !== scope && !reading.scopes.includes(scope)) continue
      if (byRequiring && facet.required.includes(name)) return true
      if (closes !== scope && !reading.bare && facet.unevaluated) return true
      const nodes = judging(facet, name, text)
      if (!nodes) truth = undefined
      else if (nodes.length > 0) return true
    }
    return truth
  }
}

type Judging = Pick<ObjectFacet, 'properties' | 'patterns' | 'additional'>

/** The nodes that one schema applies to a member; undefined when a pattern cannot be run. */
export function judging(facet: Judging, name: string, text: TextSolver): readonly Node[] | undefined {
  const declared = facet.properties.get(name)
  if (facet.patterns.size === 0) return declared ? [declared] : facet.additional ? [facet.additional] : []
  const nodes = declared ? [declared] : []
  for (const [pattern, node] of facet.patterns) {
    const matches = text.matches(pattern, name)
    if (matches === undefined) return undefined
    if (matches) nodes.push(node)
  }
  return nodes.length === 0 && facet.additional ? [facet.additional] : nodes
}
