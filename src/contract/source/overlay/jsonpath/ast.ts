/** A JSONPath query (RFC 9535) as plain data. */
export interface Query {
  /** From the root (`$`) or, inside a filter, from the node that is looked at (`@`). */
  readonly from: 'root' | 'current'
  readonly segments: readonly Segment[]
}

/** `child` looks at the members and items of each node, `descendant` at those of all below it, too. */
export interface Segment {
  readonly kind: 'child' | 'descendant'
  readonly selectors: readonly Selector[]
}

export type Selector =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'slice'; readonly start?: number; readonly end?: number; readonly step: number }
  | { readonly kind: 'filter'; readonly condition: Condition }

/** What is true or false of a node. */
export type Condition =
  | { readonly kind: 'or' | 'and'; readonly terms: readonly Condition[] }
  | { readonly kind: 'not'; readonly term: Condition }
  | { readonly kind: 'exists'; readonly query: Query }
  | { readonly kind: 'compare'; readonly operator: Operator; readonly left: Comparable; readonly right: Comparable }
  | { readonly kind: 'matches'; readonly whole: boolean; readonly text: Comparable; readonly pattern: Comparable }

export const operators = ['==', '!=', '<=', '>=', '<', '>'] as const
export type Operator = (typeof operators)[number]

/** What stands for one value, or for none. */
export type Comparable =
  | { readonly kind: 'literal'; readonly value: null | boolean | number | string }
  /** Selects at most one node. */
  | { readonly kind: 'singular'; readonly query: Query }
  | { readonly kind: 'length'; readonly of: Comparable }
  | { readonly kind: 'count' | 'value'; readonly query: Query }

/** Whether a query can select at most one node, whatever it is asked of. */
export function isSingular({ segments }: Query): boolean {
  return segments.every(({ kind, selectors: [first, ...more] }) => {
    return kind === 'child' && more.length === 0 && (first?.kind === 'name' || first?.kind === 'index')
  })
}
