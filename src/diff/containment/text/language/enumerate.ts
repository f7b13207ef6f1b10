import { outOfBudget } from '../automaton/machine.js'
import type { Meter } from '../automaton/meter.js'
import { lengthOf } from './language.js'
import type { Product } from './product.js'
import { leadingTo, type Run, type Runs, reachedUpTo } from './runs.js'
import { createStateSets, type StateSets } from './state-sets.js'

export interface Bounds {
  readonly least: number
  readonly most: number
}

/** Longer texts are not written down. */
const maxText = 2 ** 23
/** Of longer texts only the most readable one of each length is told. */
const maxVaried = 4096

/**
 * The texts that the product accepts, shortest first, of each length the most readable first. Returns whether these were all.
 */
export function* enumerate(product: Product, { least, most }: Bounds, meter: Meter): Generator<string, boolean> {
  if (product.start === outOfBudget || least > maxText) return false
  const sets = createStateSets(product, meter)
  const reached = reachedUpTo(least, product.start, sets)
  if (reached === outOfBudget) return false
  const shortest = nearestAccepted(reached, most - least, sets)
  if (shortest === 'none') return true
  if (shortest === outOfBudget) return false
  let isAll = yield* textsOf(shortest, product, sets)

  /** Without an accepted state in between: when one of them comes again, there is none to come. */
  const seen = new Set<number>()
  const layers = [...reached]
  const first = lengthOfRuns(shortest)
  for (let length = least; ; length++) {
    const set = layers.at(-1)?.set ?? sets.empty
    const isAccepting = sets.accepting(set) !== sets.empty
    if (length > first && isAccepting) isAll = (yield* textsOf(layers, product, sets)) && isAll
    if (set === sets.empty || length === most || (length > first && seen.has(set))) return isAll
    if (isAccepting || length <= first) seen.clear()
    else seen.add(set)
    const next = sets.advance(set)
    if (next === outOfBudget || length >= maxText) return false
    layers.push({ set: next, count: 1 })
  }
}

/** Further layers up to the first that accepts, each without what has been reached before. */
function nearestAccepted(reached: Runs, further: number, sets: StateSets): Runs | 'none' | typeof outOfBudget {
  const layers = [...reached]
  let set = reached.at(-1)?.set ?? sets.empty
  const visited = new Set(sets.at(set))
  for (let steps = 0; set !== sets.empty; steps++) {
    if (sets.accepting(set) !== sets.empty) return layers
    if (steps >= further) return 'none'
    const next = sets.advance(set)
    if (next === outOfBudget) return outOfBudget
    set = sets.without(next, visited)
    for (const state of sets.at(set)) visited.add(state)
    layers.push({ set, count: 1 })
  }
  return 'none'
}

/** The texts that go through the layers and are accepted behind the last. Returns whether these were all. */
function* textsOf(layers: Runs, product: Product, sets: StateSets): Generator<string, boolean> {
  const last = layers.at(-1)?.set ?? sets.empty
  const leading = leadingTo(sets.accepting(last), layers, sets)
  const length = lengthOfRuns(layers)
  // Most who ask want one text, and the first is known without going through all.
  const first = plainest(leading, product, sets)
  let isAll = lengthOf(first) === length
  if (isAll) yield first
  if (length > maxVaried) return false
  for (const text of variations(leading, product, sets)) {
    // Two halves of a character that came to stand side by side are one.
    if (lengthOf(text) !== length) isAll = false
    else if (text !== first) yield text
  }
  return isAll
}

function lengthOfRuns(runs: Runs): number {
  return runs.reduce((sum, { count }) => sum + count, -1)
}

interface Way {
  readonly symbol: number
  readonly next: number
}

/** The most readable ways first. */
function waysInto(target: number, state: number, product: Product, sets: StateSets): readonly Way[] {
  const ways: Way[] = []
  for (const symbol of product.symbols.keys()) {
    const next = product.step(state, symbol)
    if (sets.has(target, next)) ways.push({ symbol, next })
  }
  return ways
}

/** Chooses the most readable character at each place. */
function plainest(leading: Runs, product: Product, sets: StateSets): string {
  const known = new Map<number, Way | undefined>()
  let text = ''
  let state = product.start
  for (const { set, count } of behindFirst(leading)) {
    for (let left = count; left > 0; ) {
      const key = state * 2 ** 26 + set
      const way = known.has(key) ? known.get(key) : waysInto(set, state, product, sets)[0]
      known.set(key, way)
      if (!way) return text
      const times = way.next === state ? left : 1
      text += (product.symbols[way.symbol]?.character(0) ?? '').repeat(times)
      state = way.next
      left -= times
    }
  }
  return text
}

/** The sets from the second place on: where each character has to lead. */
function behindFirst([first, ...rest]: Runs): Runs {
  return first && first.count > 1 ? [{ ...first, count: first.count - 1 }, ...rest] : rest
}

/** All texts, those that differ in the last characters next to each other. */
function* variations(leading: Runs, product: Product, sets: StateSets): Generator<string> {
  const targets = behindFirst(leading).flatMap(({ set, count }: Run) => Array<number>(count).fill(set))
  const places: { ways: readonly Way[]; way: number; character: number }[] = []
  let state = product.start
  for (;;) {
    while (places.length < targets.length) {
      const ways = waysInto(targets[places.length] ?? sets.empty, state, product, sets)
      places.push({ ways, way: 0, character: 0 })
      state = ways[0]?.next ?? state
    }
    yield places.map(({ ways, way, character }) => characterOf(ways[way], character) ?? '').join('')
    let place = places.pop()
    while (place && !turn(place)) place = places.pop()
    if (!place) return
    places.push(place)
    state = place.ways[place.way]?.next ?? state
  }

  /** To the next character, or the first of the next way. */
  function turn(place: { ways: readonly Way[]; way: number; character: number }): boolean {
    place.character++
    if (characterOf(place.ways[place.way], place.character) !== undefined) return true
    place.character = 0
    place.way++
    return place.way < place.ways.length
  }

  function characterOf(way: Way | undefined, index: number): string | undefined {
    return way && product.symbols[way.symbol]?.character(index)
  }
}
