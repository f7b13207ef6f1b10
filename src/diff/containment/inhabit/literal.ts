import type { JsonValue } from '../../../util/own.js'
import type { Node, NumberFacet, ObjectFacet, TextFacet } from '../node/index.js'
import type { UnknownReason } from '../types.js'

/** One thing that is asked of a value. A clause is a list of them. */
export type Literal = Accepted | Refused | Either | Unevaluated | Atom

export interface Accepted extends Reading {
  readonly kind: 'is'
  readonly node: Node
}

/** How the members that a node declares are to be read, and for whom it declares them. */
export interface Reading {
  /** What it applies to members is in turn what a producer sends. */
  readonly closed: boolean
  /** Scopes, by their number in the clause, in which it counts as declared. */
  readonly scopes: readonly number[]
  /** Whether each alternative is decided: not only what is taken but also what is not taken holds. */
  readonly exact: boolean
  /** Without its own `unevaluatedProperties` and `unevaluatedItems`. */
  readonly bare?: boolean
}

export interface Refused {
  readonly kind: 'not'
  readonly node: Node
}

/** At least one of the nodes accepts the value, without a say in what is declared. */
export interface Either {
  readonly kind: 'either'
  readonly nodes: readonly Node[]
}

/** The node holds but for its `unevaluatedProperties` or `unevaluatedItems`: something that these judge is refused. */
export interface Unevaluated {
  readonly kind: 'unevaluated'
  readonly node: Node
  readonly not: Node
}

/** What is asked directly, and not by a schema. */
export type Atom =
  | { readonly kind: 'text'; readonly facet: TextFacet }
  | { readonly kind: 'number'; readonly facet: NumberFacet }
  | { readonly kind: 'not-pattern'; readonly pattern: string }
  | { readonly kind: 'not-format'; readonly format: string }
  | { readonly kind: 'not-multiple'; readonly of: number }
  | { readonly kind: 'whole'; readonly is: boolean }
  | { readonly kind: 'differs'; readonly values: ReadonlyMap<string, JsonValue> }
  /** Of an array or object. */
  | { readonly kind: 'size'; readonly minimum: number; readonly maximum: number }
  | Present
  | { readonly kind: 'absent'; readonly name: string }
  | SomeMember
  | { readonly kind: 'item'; readonly index: number; readonly not: Node }
  | { readonly kind: 'some-item'; readonly from: number; readonly not: Node; readonly scope?: number }
  | { readonly kind: 'equal-items' }
  /** So many items that the node accepts. */
  | { readonly kind: 'count'; readonly node: Node; readonly minimum: number; readonly maximum: number }
  | Perhaps
  /** Something that is not understood would have to hold, or not to. */
  | { readonly kind: 'opaque'; readonly why: UnknownReason }

export interface Present {
  readonly kind: 'present'
  readonly name: string
  /** That refuses the value. */
  readonly not?: Node
}

/** Branches that may hold as well, and would then declare more than what is taken. */
export interface Perhaps {
  readonly kind: 'perhaps'
  readonly nodes: readonly Node[]
  readonly reading: Reading
  /** The member that has to be there for that. */
  readonly when?: string
}

/** There is a member with all of this. */
export interface SomeMember {
  readonly kind: 'some-member'
  /** That this schema does not declare, by name or by pattern. */
  readonly beside?: ObjectFacet
  /** That nothing in this scope declares. */
  readonly scope?: number
  /** Whose name matches. */
  readonly pattern?: string
  /** Whose name is refused by this node. */
  readonly nameNot?: Node
  /** Whose value is refused by this node. */
  readonly not?: Node
}

/** Literals that together are one way to fulfil a demand. */
export type Alternative = readonly Literal[]

export function is(node: Node, reading: Reading): Accepted {
  const { closed, scopes, exact } = reading
  return { kind: 'is', node, closed, scopes, exact }
}

/** Asked of the value, without a say in what is declared. */
export function holds(node: Node): Accepted {
  return { kind: 'is', node, closed: false, scopes: [], exact: false }
}

export function not(node: Node): Refused {
  return { kind: 'not', node }
}
