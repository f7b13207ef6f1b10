import { type Alphabet, refine } from '../automaton/alphabet.js'
import { outOfBudget } from '../automaton/machine.js'
import { type Meter, spend } from '../automaton/meter.js'
import { type CharacterSet, lastCodePoint } from '../pattern/character-set.js'
import type { Literal } from './language.js'
import { byReadability, isVisible, type Readable } from './readability.js'

/** Several automata that read the same text, some of them negated, as one. */
export interface Product {
  readonly start: number
  /** Most readable first. */
  readonly symbols: readonly ProductSymbol[]
  /** The state behind one more character; `dead` when no text goes on from there, `outOfBudget` when that costs too much to say. */
  step(state: number, symbol: number): number
  accepts(state: number): boolean
}

export interface ProductSymbol {
  /** Has a character that a person can see. */
  readonly isVisible: boolean
  /** The most readable first. */
  character(index: number): string | undefined
}

export const dead = -2

/** `symbols`: the joined alphabets of the automata. */
export function createProduct(
  literals: readonly Literal[],
  symbols: readonly JoinedSymbol[],
  states: number,
  meter: Meter,
): Product {
  const width = symbols.length
  const tuples: (readonly number[])[] = []
  const numbers = new Map<string, number>()
  const known: number[] = []
  const accepting: boolean[] = []
  const start = intern(literals.map(({ machine }) => machine.start))
  return { start, symbols, step, accepts: (state) => accepting[state] === true }

  function step(state: number, symbol: number): number {
    const at = state * width + symbol
    const target = known[at]
    if (target !== undefined) return target
    const found = advance(tuples[state] ?? [], symbols[symbol]?.parts ?? [])
    if (found !== outOfBudget) known[at] = found
    return found
  }

  function advance(tuple: readonly number[], parts: readonly number[]): number {
    if (!spend(meter, 1)) return outOfBudget
    const next: number[] = []
    for (let index = 0; index < literals.length; index++) {
      const { machine, negated } = literals[index] as Literal
      const state = machine.step(tuple[index] ?? 0, parts[index] ?? 0)
      if (state === outOfBudget) return outOfBudget
      const verdict = machine.verdict(state)
      if (verdict === (negated ? 'always' : 'never')) return dead
      next.push(state)
    }
    return intern(next)
  }

  function intern(tuple: readonly number[]): number {
    const key = tuple.join()
    const found = numbers.get(key)
    if (found !== undefined) return found
    if (tuples.length >= states) return outOfBudget
    numbers.set(key, tuples.length)
    accepting.push(literals.every(({ machine, negated }, index) => machine.accepts(tuple[index] ?? 0) !== negated))
    return tuples.push(tuple) - 1
  }
}

export interface JoinedSymbol extends ProductSymbol {
  /** The symbol in each of the alphabets. */
  readonly parts: readonly number[]
}

/** The coarsest division that refines all of them, the most readable symbol first. */
export function joinAlphabets(alphabets: readonly Alphabet[]): readonly JoinedSymbol[] {
  const starts = [...new Set([0, ...alphabets.flatMap((alphabet) => alphabet.starts)])].sort((a, b) => a - b)
  const columns = alphabets.map((alphabet) => symbolsAt(alphabet, starts))
  let symbols = starts.map(() => 0)
  for (const [index, column] of columns.entries()) {
    symbols = refine(symbols, column, alphabets[index]?.representatives.length ?? 1)
  }
  const joined: { parts: readonly number[]; set: number[] }[] = []
  for (const [index, start] of starts.entries()) {
    const last = (starts[index + 1] ?? lastCodePoint + 1) - 1
    const symbol = (joined[symbols[index] ?? 0] ??= { parts: columns.map((column) => column[index] ?? 0), set: [] })
    // Neighbours become one range.
    if (symbol.set.at(-1) === start - 1) symbol.set[symbol.set.length - 1] = last
    else symbol.set.push(start, last)
  }
  return joined
    .map(({ parts, set }) => ({ parts, ...charactersOf(set) }))
    .sort((left, right) => left.rank - right.rank || left.first - right.first)
}

/** The symbol of the alphabet at each of the places. */
function symbolsAt({ starts, symbols }: Alphabet, places: readonly number[]): readonly number[] {
  let at = 0
  return places.map((place) => {
    while ((starts[at + 1] ?? Infinity) <= place) at++
    return symbols[at] ?? 0
  })
}

function charactersOf(set: CharacterSet): ProductSymbol & { readonly rank: number; readonly first: number } {
  const source = byReadability(set)
  const found: Readable[] = []
  const { character: first, rank } = read(0) ?? { character: 0, rank: 0 }
  return { isVisible: isVisible(rank), rank, first, character }

  function character(index: number): string | undefined {
    const at = read(index)
    return at && String.fromCodePoint(at.character)
  }

  function read(index: number): Readable | undefined {
    while (found.length <= index) {
      const next = source.next()
      if (next.done) return undefined
      found.push(next.value)
    }
    return found[index]
  }
}
