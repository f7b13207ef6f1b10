import { type CharacterSet, lastCodePoint } from '../pattern/character-set.js'
import { wordCharacters } from '../pattern/known-sets.js'
import { nodesOf, type PatternNode } from '../pattern/syntax.js'

/** What is done at a place: take a character, go on at any of some places, go on where something holds, or succeed. */
export type Instruction =
  | { readonly kind: 'take'; readonly set: CharacterSet; readonly next: number }
  | { readonly kind: 'split'; readonly targets: number[] }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end'; readonly next: number }
  /** `word` is a place that takes one character of a word and succeeds. */
  | { readonly kind: 'boundary'; readonly negated: boolean; readonly word: number; readonly next: number }
  | { readonly kind: 'ahead'; readonly negated: boolean; readonly entry: number; readonly next: number }
  | { readonly kind: 'behind'; readonly negated: boolean; readonly body: PatternNode; readonly next: number }
  | { readonly kind: 'done' }

export interface Program {
  readonly places: readonly Instruction[]
  readonly entry: number
}

/** Counts like `{1,100000}` make programs longer than that. */
const maxPlaces = 20_000

/** A program that looks for the pattern anywhere in a text; undefined when it were too long or holds a reference. */
export function compileProgram(node: PatternNode): Program | undefined {
  const places: Instruction[] = []
  // Functions below change them, which the compiler does not see.
  let isTooLong = false as boolean
  let hasReference = false as boolean
  let word: number | undefined
  const done = emit({ kind: 'done' })
  const main = compile(node, done)
  const entry = isAnchored(node) ? main : search(main)
  return isTooLong || hasReference ? undefined : { places, entry }

  function emit(instruction: Instruction): number {
    if (places.length < maxPlaces) return places.push(instruction) - 1
    isTooLong = true
    return 0
  }

  function search(from: number): number {
    const targets = [from]
    const loop = emit({ kind: 'split', targets })
    targets.push(emit({ kind: 'take', set: [0, lastCodePoint], next: loop }))
    return loop
  }

  /** The place where the node begins when `next` is what follows. */
  function compile(node: PatternNode, next: number): number {
    switch (node.kind) {
      case 'character':
        return emit({ kind: 'take', set: node.set, next })
      case 'sequence':
        return node.items.reduceRight((following, item) => compile(item, following), next)
      case 'choice':
        return emit({ kind: 'split', targets: node.options.map((option) => compile(option, next)) })
      case 'repeat':
        return repeat(node.body, node.least, node.most, next)
      case 'edge':
        return emit({ kind: 'edge', edge: node.edge, next })
      case 'boundary':
        word ??= emit({ kind: 'take', set: wordCharacters, next: done })
        return emit({ kind: 'boundary', negated: node.negated, word, next })
      case 'look':
        return node.direction === 'behind'
          ? emit({ kind: 'behind', negated: node.negated, body: node.body, next })
          : emit({ kind: 'ahead', negated: node.negated, entry: compile(node.body, done), next })
      case 'reference':
        hasReference = true
        return next
    }
  }

  function repeat(body: PatternNode, least: number, most: number, next: number): number {
    let from = next
    if (most === Infinity) {
      const targets: number[] = []
      from = emit({ kind: 'split', targets })
      targets.push(compile(body, from), next)
      // `x+`: the loop is entered at the body.
      if (least > 0) from = targets[0] ?? from
    }
    for (let count = least; count < most && most !== Infinity && !isTooLong; count++) {
      from = emit({ kind: 'split', targets: [compile(body, from), next] })
    }
    for (let count = most === Infinity ? 1 : 0; count < least && !isTooLong; count++) from = compile(body, from)
    return from
  }
}

/** Whether the pattern can begin nowhere but at the start of a text. */
function isAnchored(node: PatternNode): boolean {
  switch (node.kind) {
    case 'edge':
      return node.edge === 'start'
    case 'choice':
      return node.options.every(isAnchored)
    case 'repeat':
      return node.least > 0 && isAnchored(node.body)
    case 'sequence': {
      const first = node.items.find((item) => isAnchored(item) || !isZeroWidth(item))
      return first !== undefined && isAnchored(first)
    }
    default:
      return false
  }
}

function isZeroWidth(node: PatternNode): boolean {
  return node.kind === 'look' || node.kind === 'boundary' || node.kind === 'edge'
}

/** The sets of characters that the node tells apart. */
export function setsOf(root: PatternNode): readonly CharacterSet[] {
  const sets = new Map<string, CharacterSet>()
  for (const node of nodesOf(root)) {
    const set = node.kind === 'character' ? node.set : node.kind === 'boundary' ? wordCharacters : undefined
    if (set) sets.set(set.join(), set)
  }
  return [...sets.values()]
}
