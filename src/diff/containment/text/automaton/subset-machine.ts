import { type CharacterSet, includes } from '../pattern/character-set.js'
import type { Alphabet } from './alphabet.js'
import { type Machine, outOfBudget } from './machine.js'
import { type Meter, spend } from './meter.js'
import type { Program } from './program.js'

/** Where a text may be in the program: at all of these places, which take a character each. */
interface Places {
  readonly taking: readonly number[]
  /** A text that ends here is accepted. */
  readonly atEnd: boolean
  /** The pattern has been found: what follows does not matter. */
  readonly done: boolean
}

/** For programs without look-around: a state is a set of places, all ways through the program at the same time. */
export function createSubsetMachine({ places, entry }: Program, alphabet: Alphabet, meter: Meter): Machine | undefined {
  const states: Places[] = []
  const numbers = new Map<string, number>()
  const followers = new Map<number, Places>()
  const takes = new Map<CharacterSet, Uint8Array>()
  const start = intern(reach(entry, true))
  if (meter.left < 0) return undefined
  return {
    alphabet,
    start,
    step,
    accepts: (state) => states[state]?.atEnd === true,
    verdict: (state) => (states[state]?.done ? 'always' : isDead(states[state]) ? 'never' : undefined),
  }

  function step(state: number, symbol: number): number {
    const from = states[state]
    if (!from || from.done || isDead(from)) return state
    if (!spend(meter, from.taking.length + 1)) return outOfBudget
    const taking = new Set<number>()
    let [atEnd, done] = [false, false]
    for (const place of from.taking) {
      if (symbolsTaken(place)[symbol] !== 1) continue
      const next = follow(place)
      atEnd ||= next.atEnd
      done ||= next.done
      // What has been followed without paying for it may be incomplete.
      if (!spend(meter, next.taking.length)) return outOfBudget
      for (const one of next.taking) taking.add(one)
    }
    return intern({ taking: [...taking].sort((left, right) => left - right), atEnd, done })
  }

  function intern(reached: Places): number {
    const state = reached.done ? { taking: [], atEnd: true, done: true } : reached
    const key = `${state.taking.join()}${state.done ? '!' : state.atEnd ? '$' : ''}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, states.length)
    return states.push(state) - 1
  }

  function follow(place: number): Places {
    const known = followers.get(place)
    if (known) return known
    const instruction = places[place]
    const found = reach(instruction?.kind === 'take' ? instruction.next : place, false)
    if (meter.left >= 0) followers.set(place, found)
    return found
  }

  /** Follows all that takes no character; at the end of the text, behind `$` as well. */
  function reach(from: number, isStart: boolean): Places {
    const here = pass(from, isStart, false)
    const atEnd = pass(from, isStart, true)
    return {
      taking: [...here].filter((place) => places[place]?.kind === 'take').sort((left, right) => left - right),
      atEnd: [...atEnd].some((place) => places[place]?.kind === 'done'),
      done: [...here].some((place) => places[place]?.kind === 'done'),
    }
  }

  function pass(from: number, isStart: boolean, isEnd: boolean): ReadonlySet<number> {
    const seen = new Set<number>()
    const stack = [from]
    for (let place = stack.pop(); place !== undefined && spend(meter, 1); place = stack.pop()) {
      if (seen.has(place)) continue
      seen.add(place)
      const instruction = places[place]
      if (instruction?.kind === 'split') stack.push(...instruction.targets)
      else if (instruction?.kind === 'edge' && (instruction.edge === 'start' ? isStart : isEnd))
        stack.push(instruction.next)
    }
    return seen
  }

  function symbolsTaken(place: number): Uint8Array {
    const instruction = places[place]
    const set = instruction?.kind === 'take' ? instruction.set : []
    const known = takes.get(set)
    if (known) return known
    const taken = Uint8Array.from(alphabet.representatives, (character) => (includes(set, character) ? 1 : 0))
    takes.set(set, taken)
    return taken
  }
}

function isDead(state: Places | undefined): boolean {
  return state !== undefined && state.taking.length === 0 && !state.atEnd
}
