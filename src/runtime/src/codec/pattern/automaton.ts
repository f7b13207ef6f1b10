import type { Node } from './parse.js'

/** One state of a nondeterministic automaton: what must hold to go on, and to which states. */
export type State =
  | { readonly kind: 'one'; readonly matches: (codePoint: number) => boolean; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'at'; readonly place: 'start' | 'end' | 'word' | 'no word'; readonly next: number }
  | { readonly kind: 'ahead'; readonly start: number; readonly negated: boolean; readonly next: number }
  | { readonly kind: 'accept' }

export interface Automaton {
  readonly states: readonly State[]
  readonly start: number
}

/** Larger automata are not built: `{1,1000}` has as many states as it counts. */
const maxStates = 5_000

/** Undefined when it would be too large. */
export function createAutomaton(tree: Node): Automaton | undefined {
  const states: State[] = [{ kind: 'accept' }]
  const matchers = new Map<string, (codePoint: number) => boolean>()
  const start = build(tree, 0)
  return states.length > maxStates ? undefined : { states, start }

  function add(state: State): number {
    return states.push(state) - 1
  }

  /** States for a node, from its end to its beginning; the number of the first. */
  function build(node: Node, next: number): number {
    if (states.length > maxStates) return next
    switch (node.kind) {
      case 'one':
        return add({ kind: 'one', matches: matcherOf(node.source), next })
      case 'at':
        return add({ kind: 'at', place: node.place, next })
      case 'sequence':
        return node.parts.reduceRight((after, part) => build(part, after), next)
      case 'choice':
        return add({ kind: 'fork', next: node.options.map((option) => build(option, next)) })
      case 'ahead':
        return add({ kind: 'ahead', start: build(node.of, 0), negated: node.negated, next })
      case 'repeat':
        return buildRepeat(node, next)
    }
  }

  function buildRepeat({ of, min, max }: Extract<Node, { kind: 'repeat' }>, next: number): number {
    let first = next
    if (max === Number.POSITIVE_INFINITY) {
      const loop = add({ kind: 'fork', next: [next] })
      const body = build(of, loop)
      states[loop] = { kind: 'fork', next: [body, next] }
      first = loop
    } else {
      for (let count = min; count < max && states.length <= maxStates; count++) {
        first = add({ kind: 'fork', next: [build(of, first), next] })
      }
    }
    for (let count = 0; count < min && states.length <= maxStates; count++) first = build(of, first)
    return first
  }

  function matcherOf(source: string): (codePoint: number) => boolean {
    let matcher = matchers.get(source)
    if (!matcher) {
      matcher = createMatcher(source)
      matchers.set(source, matcher)
    }
    return matcher
  }
}

/** The engine itself judges one code point at a time, so that every class means what it means there. */
function createMatcher(source: string): (codePoint: number) => boolean {
  const single = new RegExp(`^(?:${source})$`, 'u')
  const known = new Int8Array(128).fill(-1)
  return (codePoint) => {
    if (codePoint >= 128) return single.test(String.fromCodePoint(codePoint))
    let verdict = known[codePoint]
    if (verdict === -1) {
      verdict = single.test(String.fromCodePoint(codePoint)) ? 1 : 0
      known[codePoint] = verdict
    }
    return verdict === 1
  }
}
