import type { JsonValue } from '../../../util/own.js'
import { bitsOf, type Kind, type Node } from '../node/index.js'
import { choicesOf, type Dependent, dependentsOf, perhapsOf } from './choices.js'
import { waysToHave } from './declared.js'
import { disjoint, rulesOut } from './disjoint.js'
import { type Accepted, type Alternative, type Atom, holds, type Literal, type Reading } from './literal.js'
import type { Question } from './question.js'
import { violations } from './violations.js'

/** A conjunction of what is asked of a value of one kind, as far as it has been worked out. */
export interface Clause {
  readonly kind: Kind
  /** The bits of the kind that are still possible. */
  readonly bits: number
  readonly taken: readonly Taken[]
  readonly refused: ReadonlySet<Node>
  readonly atoms: readonly Atom[]
  readonly scopes: readonly Scope[]
  /** Ways to fulfil what the taken nodes say; one of each must hold. */
  readonly choices: readonly (readonly Alternative[])[]
  /** Ways to violate the refused nodes; one of each must hold. */
  readonly demands: readonly (readonly Alternative[])[]
  /** What comes with members that may be there. */
  readonly dependents: readonly Dependent[]
  /** When the value must be one of these, nothing else need be worked out. */
  readonly values?: ReadonlyMap<string, JsonValue>
}

export interface Taken {
  readonly node: Node
  readonly reading: Reading
  /** The scope that its own `unevaluatedProperties` or `unevaluatedItems` closes. */
  readonly closes?: number
}

/** What is declared together: for a closed location, or for an `unevaluatedProperties`. */
export interface Scope {
  /** What the undeclared must fulfil; `declared`: there must be no undeclared; absent: the scope is only looked at. */
  readonly closing?: Node | 'declared'
  readonly closed: boolean
}

export function firstClause({ closed, open, not }: Question, kind: Kind): Clause | undefined {
  const scopes: Scope[] = closed.length > 0 ? [{ closing: 'declared', closed: true }] : []
  return extend(
    {
      kind,
      bits: bitsOf[kind],
      taken: [],
      refused: new Set(),
      atoms: [],
      scopes,
      choices: [],
      demands: [],
      dependents: [],
    },
    [
      ...closed.map((node): Literal => ({ kind: 'is', node, closed: true, scopes: [0], exact: false })),
      ...open.map((node): Literal => ({ kind: 'is', node, closed: false, scopes: [], exact: false })),
      ...not.map((node): Literal => ({ kind: 'not', node })),
    ],
  )
}

/** The clause with more literals; undefined when it is plain that no value fulfils it. */
export function extend(clause: Clause, literals: readonly Literal[]): Clause | undefined {
  const draft = draftOf(clause)
  draft.todo.push(...[...literals].reverse())
  for (let literal = draft.todo.pop(); literal; literal = draft.todo.pop()) {
    if (literal.kind === 'is') accept(draft, literal)
    else if (literal.kind === 'not') refuse(draft, literal.node)
    else if (literal.kind === 'either') draft.choices.push(literal.nodes.map((node) => [holds(node)]))
    else if (literal.kind === 'unevaluated') leaveUnevaluated(draft, literal.node, literal.not)
    else addAtom(draft, literal)
    if (draft.bits === 0) return undefined
    if (draft.values) return { ...clause, values: draft.values }
  }
  return draft
}

/**
 * The ways to deal with one of the dependents, as clauses without it. A member that nobody asks for is best left away,
 * unless it might be the one that is looked for.
 */
export function withoutDependent(clause: Clause): readonly (Clause | undefined)[] {
  const { dependents, taken, atoms } = clause
  const isAsked = ({ name }: Dependent) =>
    taken.some(({ node }) => node.object?.required.includes(name)) ||
    atoms.some((atom) => atom.kind === 'present' && atom.name === name)
  // What is there comes first: it may bring others.
  const dependent = dependents.find(isAsked) ?? dependents[0]
  if (!dependent) return [clause]
  const { name, literals } = dependent
  const rest: Clause = { ...clause, dependents: dependents.filter((other) => other !== dependent) }
  if (isAsked(dependent)) return [extend(rest, literals)]
  const absent = extend(rest, [{ kind: 'absent', name }])
  return isLoose(clause) ? [absent, extend(rest, [{ kind: 'present', name }, ...literals])] : [absent]
}

/** Whether there have to be members of which it is open how they are called. */
function isLoose({ taken, atoms }: Clause): boolean {
  if (taken.some(({ node }) => (node.object?.minProperties ?? 0) > 0)) return true
  return atoms.some(
    (atom) => atom.kind === 'some-member' || atom.kind === 'differs' || (atom.kind === 'size' && atom.minimum > 0),
  )
}

interface Draft extends Clause {
  bits: number
  readonly taken: Taken[]
  readonly seen: Set<string>
  readonly refused: Set<Node>
  readonly atoms: Atom[]
  readonly scopes: Scope[]
  readonly choices: (readonly Alternative[])[]
  readonly demands: (readonly Alternative[])[]
  readonly dependents: Dependent[]
  readonly todo: Literal[]
  values?: ReadonlyMap<string, JsonValue>
}

function draftOf(clause: Clause): Draft {
  const { taken, refused, atoms, scopes, choices, demands, dependents } = clause
  return {
    ...clause,
    taken: [...taken],
    seen: new Set(taken.map(({ node, reading }) => readingKey(node, reading))),
    refused: new Set(refused),
    atoms: [...atoms],
    scopes: [...scopes],
    choices: [...choices],
    demands: [...demands],
    dependents: [...dependents],
    todo: [],
  }
}

function readingKey({ id }: Node, { closed, scopes, exact }: Reading): string {
  return `${id} ${closed} ${exact} ${scopes.join()}`
}

function accept(draft: Draft, { node, closed, scopes, exact, bare }: Accepted): void {
  // What comes back to itself without getting any further has been asserted already.
  const outer: Reading = { closed, scopes, exact, ...(bare && { bare }) }
  const key = readingKey(node, outer)
  if (draft.seen.has(key)) return
  draft.seen.add(key)
  // Bare, it is less than the node that is refused.
  draft.bits = draft.refused.has(node) && !bare ? 0 : draft.bits & node.kinds
  if (draft.bits === 0) return
  if (node.values) draft.values = node.values
  if (node.opaque) draft.atoms.push({ kind: 'opaque', why: node.opaque })
  const unevaluated = bare ? undefined : draft.kind === 'object' ? node.object?.unevaluated : node.array?.unevaluated
  let reading: Reading = { closed, scopes, exact }
  if (unevaluated) {
    const closes = draft.scopes.length
    draft.scopes.push({ closing: unevaluated, closed })
    reading = { closed, scopes: [...scopes, closes], exact }
    draft.taken.push({ node, reading: outer, closes })
  } else draft.taken.push({ node, reading: outer })
  if (draft.kind === 'object') {
    draft.dependents.push(...dependentsOf(node, reading))
    draft.atoms.push(...perhapsOf(node, reading))
  }
  for (const choice of choicesOf(node, draft.kind, reading)) {
    const [only, ...more] = choice
    if (!only) draft.bits = 0
    else if (more.length === 0) draft.todo.push(...only)
    else draft.choices.push(choice)
  }
}

function refuse(draft: Draft, node: Node): void {
  if ((node.kinds & draft.bits) === 0 || draft.refused.has(node)) return
  draft.refused.add(node)
  if (draft.taken.some((taken) => taken.node === node)) draft.bits = 0
  // Whole numbers only, or broken ones only, that the node does not accept at all.
  else if (draft.taken.some((taken) => disjoint(taken.node, node))) return
  const isPossible = (way: Alternative) => !draft.taken.some((taken) => way.some((one) => rulesOut(taken.node, one)))
  // Most of what two versions say is the same, and cannot hold and be violated.
  const ways = draft.bits === 0 ? [] : violations(node, draft.kind).filter(isPossible)
  const [only, ...more] = ways
  if (!only) draft.bits = 0
  else if (more.length === 0) draft.todo.push(...only)
  else draft.demands.push(ways)
}

function addAtom(draft: Draft, atom: Atom): void {
  draft.atoms.push(atom)
  if (atom.kind !== 'present' && atom.kind !== 'some-member') return
  const taken = new Set(draft.taken.map(({ node }) => node))
  for (const other of draft.atoms) {
    const ways = other.kind === 'perhaps' ? waysToHave(atom, other, taken) : []
    if (ways.length > 1) draft.choices.push(ways)
  }
}

function leaveUnevaluated(draft: Draft, node: Node, refused: Node): void {
  const scope = draft.scopes.length
  draft.scopes.push({ closed: false })
  draft.todo.push({ kind: 'is', node, closed: false, scopes: [scope], exact: true, bare: true })
  if (draft.kind === 'object') addAtom(draft, { kind: 'some-member', scope, not: refused })
  else draft.atoms.push({ kind: 'some-item', from: 0, scope, not: refused })
}
