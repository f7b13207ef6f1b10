import type { CharacterSet } from './character-set.js'

/** A pattern as a tree. Groups are gone; what they captured matters to references only. */
export type PatternNode =
  | { readonly kind: 'character'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | Repeat
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' }
  /** `\b`, negated `\B`. */
  | { readonly kind: 'boundary'; readonly negated: boolean }
  | Look
  /** The text that a group has captured: no regular language. */
  | { readonly kind: 'reference'; readonly group: number | string }

export interface Repeat {
  readonly kind: 'repeat'
  readonly body: PatternNode
  readonly least: number
  readonly most: number
}

/** `(?=`, `(?!`, `(?<=`, `(?<!`. */
export interface Look {
  readonly kind: 'look'
  readonly direction: 'ahead' | 'behind'
  readonly negated: boolean
  readonly body: PatternNode
}

export interface ParsedPattern {
  readonly node: PatternNode
  /** Characters are code points, as the flag `u` has it; otherwise UTF-16 code units. */
  readonly unicode: boolean
  /** What each group captures, by number and by name. */
  readonly groups: ReadonlyMap<number | string, PatternNode>
}

export const emptyNode: PatternNode = { kind: 'sequence', items: [] }

export function sequence(items: readonly PatternNode[]): PatternNode {
  const flat = items.flatMap((item) => (item.kind === 'sequence' ? item.items : [item]))
  const [only] = flat
  return flat.length === 1 && only ? only : { kind: 'sequence', items: flat }
}

/** The node and all below it. */
export function* nodesOf(root: PatternNode): Generator<PatternNode> {
  const stack = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node
    if (node.kind === 'sequence') stack.push(...node.items)
    else if (node.kind === 'choice') stack.push(...node.options)
    else if (node.kind === 'repeat' || node.kind === 'look') stack.push(node.body)
  }
}
