import { outOfBudget } from '../automaton/machine.js'
import type { StateSets } from './state-sets.js'

/** Sets of states, one for each length from 0 on, as runs of equal ones: texts may be millions of characters long. */
export type Runs = readonly Run[]

export interface Run {
  readonly set: number
  readonly count: number
}

/** Automata that go through many sets are followed that far. */
const maxRuns = 2 ** 18

/** The sets reached after each number of characters up to `length`. */
export function reachedUpTo(length: number, start: number, sets: StateSets): Runs | typeof outOfBudget {
  const runs: Run[] = []
  let set = sets.number([start])
  for (let at = 0; ; ) {
    const next = sets.advance(set)
    if (next === outOfBudget || runs.length > maxRuns) return outOfBudget
    const count = next === set ? length - at + 1 : 1
    runs.push({ set, count })
    at += count
    if (at > length) return runs
    set = next
  }
}

/** Of each set those states from which the last set is left for `targets` after as many characters as there are. */
export function leadingTo(targets: number, runs: Runs, sets: StateSets): Runs {
  const found: Run[] = [{ set: targets, count: 1 }]
  let target = targets
  for (const [index, { set, count }] of [...runs].reverse().entries()) {
    for (let left = index === 0 ? count - 1 : count; left > 0; ) {
      const before = sets.before(set, target)
      const same = before === target ? left : 1
      found.push({ set: before, count: same })
      left -= same
      target = before
    }
  }
  return found.reverse()
}
