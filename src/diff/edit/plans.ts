/**
 * What can happen to a field of a node, decided once for every field of the contract model. The tables in `fields.ts`
 * must name every field of every type (the compiler sees to it), so a new field of the model is a decision here and then
 * a rule that claims its edits, or a reason why nobody needs to.
 */
export const plans = {
  /** A boolean. */
  flag: ['set', 'unset'],
  /** A number that may be absent. */
  number: ['added', 'removed', 'increased', 'decreased'],
  /** Compared as a whole, and never absent. */
  given: ['changed'],
  /** Anything that is compared as a whole. */
  value: ['added', 'removed', 'changed'],
  /** A list whose order says nothing: each member by itself. */
  set: ['added', 'removed'],
  /** A map: each entry by itself. */
  map: ['added', 'removed', 'changed'],
  /** Something of the vocabulary, with the place it was declared at. */
  annotated: ['added', 'removed', 'changed'],
  /** One schema in a place of its own: there or not; what is in it has edits of its own. */
  schema: ['added', 'removed'],
  /** Schemas by name or position: each there or not. */
  schemas: ['added', 'removed'],
  /** Says where the node is or which one it is; two nodes with another identity are never paired. */
  identity: [],
  /** Nodes of a kind of their own, with edits of their own. */
  nodes: [],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type PlanName = keyof typeof plans

/** A field whose edits nobody needs to know, and why. */
export interface Waived {
  readonly waived: string
}

export type Plan = PlanName | Waived

export function waived<const Reason extends string>(reason: Reason): { readonly waived: Reason } {
  return { waived: reason }
}

type KeyOfUnion<T> = T extends unknown ? keyof T & string : never

/** A decision for every field of a type. */
export type FieldTable<T> = Readonly<Record<KeyOfUnion<T>, Plan>>
