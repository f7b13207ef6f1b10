import { symbolOf } from './alphabet.js'
import { type Machine, outOfBudget } from './machine.js'

/** Whether the automaton accepts the text; undefined when that costs too much to say. */
export function run(machine: Machine, text: string): boolean | undefined {
  let state = machine.start
  for (const character of text) {
    const verdict = machine.verdict(state)
    if (verdict) return verdict === 'always'
    state = machine.step(state, symbolOf(machine.alphabet, character.codePointAt(0) ?? 0))
    if (state === outOfBudget) return undefined
  }
  return machine.accepts(state)
}
