import { canonicalText } from '../../../util/canonical-text.js'
import type { JsonValue } from '../../../util/own.js'
import type { Node } from '../node/index.js'
import type { Clause } from './clause.js'
import { type Context, empty, firstFound, found, type Outcome, unknown } from './context.js'
import { type ItemCount, itemsOf } from './items.js'

/** What is asked of single items beside what is asked of all. */
interface Asked {
  readonly is: readonly Node[]
  readonly not: readonly Node[]
  /** Which of the counts it is one of. */
  readonly counts: readonly ItemCount[]
}

type Plan = ReadonlyMap<number, Asked>

/** Places to choose of which two are to be filled alike. */
type Pair = readonly [number, number]

/** One item that is to be found a place for. */
interface Demand {
  /** The places that will do, in order. */
  readonly places: readonly number[]
  readonly not?: Node
  readonly count?: ItemCount
}

const nothing: Asked = { is: [], not: [], counts: [] }

/** So long witnesses are built, so many items are given a place of their own, and so many times one is changed. */
const most = { items: 15_000, unique: 300, demands: 12, plans: 2_000, changes: 3 } as const

/** An array that fulfils the clause, as short as can be. */
export function solveArray(clause: Clause, context: Context): Outcome {
  const items = itemsOf(clause)
  const { minimum, maximum, isUnique, counts } = items
  const unwelcome = clause.atoms.flatMap((atom) => (atom.kind === 'differs' ? [atom.values] : []))
  const hasPair = clause.atoms.some(({ kind }) => kind === 'equal-items')
  if (minimum > maximum || (hasPair && isUnique)) return empty
  if (counts.some((count) => count.minimum > count.maximum)) return empty
  const demands = demandsOf()
  if (!demands) return unknown('contains')
  let plans = 0
  const plan = new Map<number, Asked>()
  for (const atom of clause.atoms) {
    if (atom.kind === 'item') plan.set(atom.index, refusing(plan.get(atom.index), atom.not))
  }
  return meet(demands, plan)

  function demandsOf(): readonly Demand[] | undefined {
    const wanted = counts.reduce((sum, count) => sum + count.minimum, 0)
    const loose = clause.atoms.flatMap((atom) => (atom.kind === 'some-item' ? atom : []))
    if (wanted + loose.length > most.demands) return undefined
    const length = items.horizon + wanted + loose.length
    const places = Array.from({ length: Math.min(length, maximum) }, (_, index) => index)
    return [
      ...loose.map(({ from, scope, not }) => ({
        places: places.filter(
          (index) => index >= from && (scope === undefined || items.isDeclaredIn(scope, index) !== true),
        ),
        not,
      })),
      ...counts.flatMap((count) => Array.from({ length: count.minimum }, () => ({ places, count }))),
    ]
  }

  function meet([demand, ...others]: readonly Demand[], given: Plan): Outcome {
    if (!demand) return pairUp(given)
    if (++plans > most.plans) return unknown('contains')
    return firstFound(demand.places, (index) => {
      // Beyond the horizon one place is as good as another.
      if (index > items.horizon && !given.has(index - 1)) return empty
      const asked = given.get(index)
      const { count } = demand
      // One item counts once, and which is first of those that count makes no difference.
      if (count && [...given].some(([place, { counts }]) => place >= index && counts.includes(count))) return empty
      const next = demand.not ? refusing(asked, demand.not) : count ? counting(asked, count) : (asked ?? nothing)
      if (item(index, next).kind === 'empty') return empty
      return meet(others, new Map(given).set(index, next))
    })
  }

  function pairUp(given: Plan): Outcome {
    if (!hasPair) return fill(given, undefined, 0, most.changes)
    // Behind what has a place of its own there is room for two more.
    const last = Math.min(Math.max(items.horizon, ...[...given.keys()].map((index) => index + 1)) + 2, maximum)
    const pairs: Pair[] = []
    for (let second = 1; second < last; second++)
      for (let first = 0; first < second; first++) pairs.push([first, second])
    return firstFound(pairs, (pair) => fill(given, pair, 0, most.changes))
  }

  function fill(given: Plan, pair: Pair | undefined, more: number, changes: number): Outcome {
    const length = Math.max(minimum, ...[...given.keys()].map((index) => index + 1), pair ? pair[1] + 1 : 0) + more
    if (length > maximum) return empty
    if (length > (isUnique ? most.unique : most.items)) return unknown('budget')
    const value: JsonValue[] = []
    const left = new Map(counts.map((count) => [count, count.maximum] as const))
    for (const { counts: counted } of given.values())
      for (const count of counted) left.set(count, (left.get(count) ?? 0) - 1)
    for (let index = 0; index < length; index++) {
      const twin = pair && index === pair[1] ? pair[0] : undefined
      if (twin !== undefined && value[twin] !== undefined) {
        value.push(value[twin])
        continue
      }
      const outcome = next(index, given, pair?.[0] === index ? pair[1] : undefined, value, left)
      if (outcome.kind === 'empty') return empty
      if (outcome.kind === 'found') value.push(outcome.value)
      else return unknown(outcome.why)
    }
    const key = unwelcome.length > 0 ? canonicalText(value) : ''
    if (!unwelcome.some((values) => values.has(key))) return found(value)
    return changes === 0 ? unknown('budget') : change(value, given, pair, more, changes - 1)
  }

  /** The item at the place; with a twin, one that may stand at both places. */
  function next(
    index: number,
    given: Plan,
    twin: number | undefined,
    before: readonly JsonValue[],
    left: Map<ItemCount, number>,
  ): Outcome {
    const asked = given.get(index) ?? nothing
    const others = isUnique && before.length > 0 ? [context.interner.oneOfValues(before)] : []
    const sparing = counts.filter((count) => count.maximum < Infinity && !asked.counts.includes(count))
    const refused = [...others, ...sparing.map(({ node }) => node)]
    const other = twin === undefined ? nothing : (given.get(twin) ?? nothing)
    // What counts at one of two places that are alike counts at both.
    const more = (count: ItemCount): number => (twin === undefined || other.counts.includes(count) ? 0 : 1)
    for (const count of asked.counts) {
      const free = (left.get(count) ?? 0) - more(count)
      if (free < 0) return empty
      left.set(count, free)
    }
    const alone = at(index, { ...asked, not: [...asked.not, ...refused] }, twin, given)
    if (alone.kind !== 'empty') return alone
    // One more that counts, where some may.
    for (const spared of sparing) {
      const free = (left.get(spared) ?? 0) - more(spared)
      if (free <= 0) continue
      left.set(spared, free - 1)
      const outcome = at(
        index,
        { ...asked, not: [...asked.not, ...refused.filter((node) => node !== spared.node)] },
        twin,
        given,
      )
      if (outcome.kind !== 'empty') return outcome
    }
    if (others.length === 0 && sparing.length < 2) return empty
    // Other values before it, or other places, might have left one for it.
    const plain = at(index, asked, twin, given)
    return plain.kind === 'empty' || isExhausted(index) ? empty : unknown(sparing.length > 0 ? 'contains' : 'budget')
  }

  /** Whether all items are alike, so that there are not enough different ones whichever come first. */
  function isExhausted(index: number): boolean {
    if (plan.size > 0 || counts.length > 0 || clause.atoms.some(({ kind }) => kind === 'some-item')) return false
    const first = JSON.stringify(ids(0))
    for (let place = 1; place <= index; place++) if (JSON.stringify(ids(place)) !== first) return false
    return true
  }

  function ids(index: number): readonly number[][] {
    const { closed, open } = items.of(index)
    return [closed.map(({ id }) => id), open.map(({ id }) => id)]
  }

  function at(index: number, asked: Asked, twin: number | undefined, given: Plan): Outcome {
    if (twin === undefined) return item(index, asked)
    const other = given.get(twin) ?? nothing
    const [here, there] = [items.of(index), items.of(twin)]
    return context.inhabit({
      closed: [...here.closed, ...there.closed],
      open: [...here.open, ...there.open, ...asked.is, ...other.is],
      not: [...asked.not, ...other.not],
    })
  }

  function item(index: number, { is, not }: Asked): Outcome {
    const { closed, open } = items.of(index)
    return context.inhabit({ closed, open: [...open, ...is], not })
  }

  /** The value may be anything but this: another item somewhere, or one more. */
  function change(
    value: readonly JsonValue[],
    given: Plan,
    pair: Pair | undefined,
    more: number,
    changes: number,
  ): Outcome {
    const others = value.map((old, index) =>
      new Map(given).set(index, refusing(given.get(index), context.interner.oneOfValues([old]))),
    )
    return firstFound([...others, undefined], (one) =>
      one ? fill(one, pair, Math.max(0, more - 1), changes) : fill(given, pair, more + 1, changes),
    )
  }
}

function refusing(asked: Asked = nothing, node: Node): Asked {
  return { ...asked, not: [...asked.not, node] }
}

function counting(asked: Asked = nothing, count: ItemCount): Asked {
  return { ...asked, is: [...asked.is, count.node], counts: [...asked.counts, count] }
}
