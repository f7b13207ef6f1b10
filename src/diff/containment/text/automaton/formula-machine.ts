import { includes } from '../pattern/character-set.js'
import { wordCharacters } from '../pattern/known-sets.js'
import type { PatternNode } from '../pattern/syntax.js'
import type { Alphabet } from './alphabet.js'
import { always, createDiagrams, never } from './diagrams.js'
import { type Machine, outOfBudget } from './machine.js'
import { type Meter, spend } from './meter.js'
import type { Program } from './program.js'

/** Each level of a diagram is a call. */
const maxPlaces = 2000

/** What is known of the text so far. */
interface Context {
  readonly isStart: boolean
  readonly isBehindWord: boolean
  /** The state of the automaton of each look-behind. */
  readonly behind: readonly number[]
}

/**
 * For programs with look-around. A state is a condition on the rest of the text, a Boolean function over the places that may
 * take its next character: `or` for ways through the program, `and` and `not` for look-ahead. Look-behind and `\b` are told by
 * automata that have run along. `behindMachine` makes one that accepts the texts that end with the node.
 */
export function createFormulaMachine(
  { places, entry }: Program,
  alphabet: Alphabet,
  meter: Meter,
  behindMachine: (node: PatternNode) => Machine | undefined,
): Machine | undefined {
  if (places.length > maxPlaces) return undefined
  const behinds = new Map<number, { readonly machine: Machine; readonly index: number }>()
  const machines: Machine[] = []
  for (const [place, instruction] of places.entries()) {
    if (instruction.kind !== 'behind') continue
    const machine = behindMachine(instruction.body)
    if (!machine) return undefined
    behinds.set(place, { machine, index: machines.push(machine) - 1 })
  }
  const diagrams = createDiagrams()
  /** The variable that stands for the end of the text. */
  const end = places.length
  const isWord = alphabet.representatives.map((character) => includes(wordCharacters, character))
  const taken = places.map((instruction) =>
    alphabet.representatives.map((character) => instruction.kind === 'take' && includes(instruction.set, character)),
  )
  const contexts = createNumbering<Context>((context) => JSON.stringify(context))
  const states = createNumbering<{ readonly condition: number; readonly context: number }>(
    ({ condition, context }) => `${condition},${context}`,
  )
  const conditions = new Map<string, number>()
  const first = contexts.number({ isStart: true, isBehindWord: false, behind: machines.map(({ start }) => start) })
  const start = states.number({ condition: conditionAt(entry, first), context: first })
  if (meter.left < 0) return undefined
  return { alphabet, start, step, accepts, verdict }

  function step(state: number, symbol: number): number {
    const { condition, context } = states.at(state)
    if (condition === never || condition === always) return state
    const behind: number[] = []
    for (const [index, machine] of machines.entries()) {
      const next = machine.step(contexts.at(context).behind[index] ?? 0, symbol)
      if (next === outOfBudget) return outOfBudget
      behind.push(next)
    }
    const next = contexts.number({ isStart: false, isBehindWord: isWord[symbol] === true, behind })
    const found = diagrams.substitute(condition, (place) => {
      const instruction = places[place]
      meter.left -= 4
      return instruction?.kind === 'take' && taken[place]?.[symbol] ? conditionAt(instruction.next, next) : never
    })
    if (diagrams.isFull() || !spend(meter, 10)) return outOfBudget
    // Nothing that has been read matters to what is settled.
    return states.number({ condition: found, context: found === never || found === always ? first : next })
  }

  function accepts(state: number): boolean {
    return diagrams.evaluate(states.at(state).condition, (place) => place === end)
  }

  function verdict(state: number): 'always' | 'never' | undefined {
    const { condition } = states.at(state)
    return condition === always ? 'always' : condition === never ? 'never' : undefined
  }

  /** What must hold of the rest of the text for the program to succeed from here. */
  function conditionAt(from: number, context: number): number {
    const key = `${from},${context}`
    const known = conditions.get(key)
    if (known !== undefined) return known
    const found = solve(from, context)
    if (meter.left >= 0) conditions.set(key, found)
    return found
  }

  /**
   * The least solution: conditions under which each place is reached grow until nothing changes. A program leads downwards
   * except where it loops, so the highest place comes first: all that leads there has been seen.
   */
  function solve(from: number, context: number): number {
    const reached = new Map<number, number>([[from, always]])
    const open = new Set([from])
    let found = never
    while (open.size > 0 && spend(meter, open.size)) {
      const place = Math.max(...open)
      open.delete(place)
      const condition = reached.get(place) ?? never
      const instruction = places[place]
      if (instruction?.kind === 'take') found = diagrams.or(found, diagrams.and(condition, diagrams.variable(place)))
      else if (instruction?.kind === 'done') found = diagrams.or(found, condition)
      else if (instruction?.kind === 'split') for (const target of instruction.targets) extend(target, condition)
      else if (instruction) extend(instruction.next, diagrams.and(condition, passing(place, context)))
    }
    return found

    function extend(place: number, condition: number): void {
      const before = reached.get(place) ?? never
      const after = diagrams.or(before, condition)
      if (after === before || diagrams.isFull()) return
      reached.set(place, after)
      open.add(place)
    }
  }

  /** What must hold of the rest of the text to go on behind an assertion. */
  function passing(place: number, context: number): number {
    const instruction = places[place]
    const { isStart, isBehindWord, behind } = contexts.at(context)
    switch (instruction?.kind) {
      case 'edge':
        return instruction.edge === 'end' ? diagrams.variable(end) : isStart ? always : never
      case 'boundary': {
        const isBeforeWord = diagrams.variable(instruction.word)
        return isBehindWord === instruction.negated ? isBeforeWord : diagrams.not(isBeforeWord)
      }
      case 'ahead': {
        const condition = conditionAt(instruction.entry, context)
        return instruction.negated ? diagrams.not(condition) : condition
      }
      case 'behind': {
        const look = behinds.get(place)
        return look?.machine.accepts(behind[look.index] ?? 0) !== instruction.negated ? always : never
      }
      default:
        return always
    }
  }
}

/** Numbers things by what `key` says of them. */
function createNumbering<T>(key: (thing: T) => string): { number(thing: T): number; at(number: number): T } {
  const things: T[] = []
  const numbers = new Map<string, number>()
  return {
    number(thing) {
      const name = key(thing)
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, things.length)
      return things.push(thing) - 1
    },
    at: (number) => things[number] as T,
  }
}
