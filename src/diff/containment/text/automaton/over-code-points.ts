import { type Alphabet, symbolOf } from './alphabet.js'
import { type Machine, outOfBudget } from './machine.js'

/**
 * The same automaton over code points: one that reads UTF-16 code units takes two steps for a character outside the basic plane.
 * Undefined when it tells the second halves of such characters apart.
 */
export function overCodePoints(machine: Machine): Machine | undefined {
  const units = machine.alphabet
  const low = symbolOf(units, 0xdc00)
  const isUniform = units.starts.every((start) => start <= 0xdc00 || start >= 0xe000)
  if (!isUniform) return undefined
  const starts: number[] = []
  const symbols: number[] = []
  /** Steps of the automaton for each symbol. */
  const steps: number[][] = units.representatives.map((_, symbol) => [symbol])
  const representatives = [...units.representatives]
  for (const [index, start] of units.starts.entries()) {
    if (start > 0xffff) continue
    starts.push(start)
    symbols.push(units.symbols[index] ?? 0)
  }
  const pairs = new Map<number, number>()
  for (let high = 0xd800; high <= 0xdbff; high++) {
    if (high > 0xd800 && !units.starts.includes(high)) continue
    const first = symbolOf(units, high)
    const start = 0x10000 + ((high - 0xd800) << 10)
    let symbol = pairs.get(first)
    if (symbol === undefined) {
      symbol = representatives.push(start) - 1
      steps.push([first, low])
      pairs.set(first, symbol)
    }
    starts.push(start)
    symbols.push(symbol)
  }
  const alphabet: Alphabet = { starts, symbols, representatives }
  return { ...machine, alphabet, step }

  function step(state: number, symbol: number): number {
    let at = state
    for (const one of steps[symbol] ?? []) {
      at = machine.step(at, one)
      if (at === outOfBudget) return outOfBudget
    }
    return at
  }
}
