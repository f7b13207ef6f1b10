import type { Node } from '../node/index.js'
import type { Clause } from './clause.js'
import type { Context } from './context.js'
import { wantedBy } from './declared.js'
import { disjoint } from './disjoint.js'
import type { Alternative, Literal } from './literal.js'
import { judging, membersOf } from './members.js'
import type { Question } from './question.js'
import { violations } from './violations.js'

/** Whether a way to go on from a clause is plainly impossible. False says nothing. */
export type Probe = (way: Alternative) => boolean

/** Compositions in compositions: what is further in is left to the search. */
const deepest = 3

/**
 * Tells cheaply of most ways to go on from a clause about objects that they lead nowhere, by looking at one member at a
 * time. Unions of objects could not be told apart in time without it.
 */
export function objectProbe(clause: Clause, context: Context): Probe {
  const members = membersOf(clause, context)
  const perhaps = clause.atoms.flatMap((atom) => (atom.kind === 'perhaps' ? atom : []))
  const refused = new Map<Node, boolean>()
  const accepted = new Map<Node, boolean>()
  let depth = 0
  return leadsNowhere

  function leadsNowhere(way: Alternative): boolean {
    return way.some(isImpossible)
  }

  function isImpossible(literal: Literal): boolean {
    if (literal.kind === 'absent') return members.required.has(literal.name)
    if (literal.kind === 'present') return !mayBe(literal.name, [], literal.not ? [literal.not] : [])
    if (literal.kind === 'not')
      return deeper(refused, literal.node, () => violations(literal.node, 'object').every(leadsNowhere))
    if (literal.kind === 'is') return deeper(accepted, literal.node, () => isRefused(literal.node))
    return literal.kind === 'either' && literal.nodes.every((node) => deeper(accepted, node, () => isRefused(node)))
  }

  function deeper(known: Map<Node, boolean>, node: Node, decide: () => boolean): boolean {
    const before = known.get(node)
    if (before !== undefined) return before
    if (depth >= deepest) return false
    depth++
    const verdict = decide()
    depth--
    known.set(node, verdict)
    return verdict
  }

  /** Whether nothing that fulfils the clause is accepted by the node, by the members that it requires. */
  function isRefused(start: Node): boolean {
    if (clause.taken.some(({ node }) => disjoint(node, start))) return true
    const together = new Set([start])
    for (const { object, allOf } of together) {
      if (object?.required.some((name) => !mayBe(name, judging(object, name, context.text) ?? [], []))) return true
      for (const part of allOf) together.add(part)
    }
    return false
  }

  function mayBe(name: string, open: readonly Node[], not: readonly Node[]): boolean {
    const question = members.of(name)
    if (typeof question === 'string') return true
    const others = perhaps.flatMap((one) => wantedBy(one, name, context.interner.everything))
    if (others.length === 0) {
      if (!question || (open.length === 0 && not.length === 0)) return question !== undefined
      return isPossible({ ...question, open: [...question.open, ...open], not })
    }
    // What they declare is not for `unevaluatedProperties` to judge.
    if (clause.scopes.some(({ closing }) => closing !== undefined && closing !== 'declared')) return true
    // With others in the same place more is declared in the member, so that nothing can be said of what is closed.
    const known = question ? [...question.closed, ...question.open] : [context.interner.anyOf(others)]
    return isPossible({ closed: [], open: [...known, ...open], not })
  }

  function isPossible(question: Question): boolean {
    return context.inhabit(question).kind !== 'empty'
  }
}
