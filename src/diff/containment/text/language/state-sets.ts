import { outOfBudget } from '../automaton/machine.js'
import { type Meter, spend } from '../automaton/meter.js'
import { dead, type Product } from './product.js'

/** Sets of states by number; equal sets have equal numbers. */
export interface StateSets {
  readonly empty: number
  number(states: Iterable<number>): number
  at(set: number): readonly number[]
  has(set: number, state: number): boolean
  /** Where one more character leads from the set. */
  advance(set: number): number
  /** Those of the set from which one more character leads into `target`. */
  before(set: number, target: number): number
  accepting(set: number): number
  without(set: number, others: ReadonlySet<number>): number
}

/** `advance` answers `outOfBudget` when it costs too much. */
export function createStateSets(product: Product, meter: Meter): StateSets {
  const sets: ReadonlySet<number>[] = []
  const numbers = new Map<string, number>()
  const nexts = new Map<number, number>()
  const befores = new Map<number, number>()
  const empty = number([])
  return { empty, number, at: (set) => [...(sets[set] ?? [])], has, advance, before, accepting, without }

  function number(states: Iterable<number>): number {
    const sorted = [...new Set(states)].sort((left, right) => left - right)
    const key = sorted.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, sets.length)
    return sets.push(new Set(sorted)) - 1
  }

  function has(set: number, state: number): boolean {
    return sets[set]?.has(state) === true
  }

  function advance(set: number): number {
    const known = nexts.get(set)
    if (known !== undefined) return known
    const reached = new Set<number>()
    for (const state of sets[set] ?? []) {
      if (!spend(meter, product.symbols.length)) return outOfBudget
      for (let symbol = 0; symbol < product.symbols.length; symbol++) {
        const next = product.step(state, symbol)
        if (next === outOfBudget) return outOfBudget
        if (next !== dead) reached.add(next)
      }
    }
    const found = number(reached)
    nexts.set(set, found)
    return found
  }

  function before(set: number, target: number): number {
    const key = set * 2 ** 26 + target
    const known = befores.get(key)
    if (known !== undefined) return known
    const states = sets[set] ?? new Set()
    meter.left -= states.size
    const found = number(
      [...states].filter((state) => {
        for (let symbol = 0; symbol < product.symbols.length; symbol++) {
          if (has(target, product.step(state, symbol))) return true
        }
        return false
      }),
    )
    befores.set(key, found)
    return found
  }

  function accepting(set: number): number {
    return number([...(sets[set] ?? [])].filter((state) => product.accepts(state)))
  }

  function without(set: number, others: ReadonlySet<number>): number {
    return number([...(sets[set] ?? [])].filter((state) => !others.has(state)))
  }
}
