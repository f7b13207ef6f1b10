import type { Alphabet } from './alphabet.js'

/** A deterministic automaton whose states are made when they are reached first. */
export interface Machine {
  readonly alphabet: Alphabet
  readonly start: number
  /** The state behind one more character; `outOfBudget` when it costs too much to say. */
  step(state: number, symbol: number): number
  /** Whether a text that ends here is accepted. */
  accepts(state: number): boolean
  /** What holds whatever comes next. */
  verdict(state: number): 'always' | 'never' | undefined
}

export const outOfBudget = -1

/** Keeps what `step` has found out. */
export function remember(machine: Machine): Machine {
  const width = machine.alphabet.representatives.length
  const known: number[] = []
  return {
    ...machine,
    step(state, symbol) {
      const at = state * width + symbol
      const target = known[at]
      if (target !== undefined) return target
      const found = machine.step(state, symbol)
      if (found !== outOfBudget) known[at] = found
      return found
    },
  }
}
