import { type CharacterSet, lastCodePoint } from '../pattern/character-set.js'

/**
 * All code points, divided into symbols: characters that nothing in a pattern tells apart. An interval begins at each of
 * `starts`, the first of which is 0.
 */
export interface Alphabet {
  readonly starts: readonly number[]
  /** Of each interval. */
  readonly symbols: readonly number[]
  /** One character of each symbol. */
  readonly representatives: readonly number[]
}

export function createAlphabet(sets: readonly CharacterSet[]): Alphabet {
  const edges = new Set([0])
  for (const set of sets) for (const [index, edge] of set.entries()) edges.add(edge + (index % 2))
  const starts = [...edges].filter((start) => start <= lastCodePoint).sort((left, right) => left - right)
  let symbols = starts.map(() => 0)
  for (const set of sets) symbols = refine(symbols, membership(set, starts), 2)
  const representatives: number[] = []
  for (const [index, symbol] of symbols.entries()) representatives[symbol] ??= starts[index] ?? 0
  return { starts, symbols, representatives }
}

/** For each interval 1 when it lies in the set, otherwise 0. */
function membership(set: CharacterSet, starts: readonly number[]): readonly number[] {
  let at = 0
  return starts.map((start) => {
    while (at < set.length && (set[at + 1] ?? 0) < start) at += 2
    return at < set.length && (set[at] ?? 0) <= start ? 1 : 0
  })
}

/** Symbols that also differ where the other numbers, which are below `width`, differ; numbered as they come. */
export function refine(symbols: readonly number[], others: readonly number[], width: number): number[] {
  const numbers = new Map<number, number>()
  return symbols.map((symbol, index) => {
    const key = symbol * width + (others[index] ?? 0)
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
}

export function symbolOf({ starts, symbols }: Alphabet, character: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= character) low = middle
    else high = middle - 1
  }
  return symbols[low] ?? 0
}
