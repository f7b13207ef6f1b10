import { type CharacterSet, includes, lastCodePoint } from '../pattern/character-set.js'

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
  const numbers = new Map<string, number>()
  const representatives: number[] = []
  const symbols = starts.map((start) => {
    const key = sets.map((set) => (includes(set, start) ? '1' : '0')).join('')
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, representatives.length)
    return representatives.push(start) - 1
  })
  return { starts, symbols, representatives }
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
