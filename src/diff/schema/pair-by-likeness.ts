import type { Schema } from '../../contract/model/index.js'
import { type Paired, pairBy } from '../pair/pair-by.js'
import { likeness, type Traits } from './traits.js'

export interface LikenessOptions {
  readonly traitsOf: Readonly<Record<'before' | 'after', (schema: Schema) => Traits>>
  /** Whether the two may be a pair, as far as that is told quickly: asked of all. Default: always. */
  readonly mayFit?: (before: Schema, after: Schema) => boolean
  /** Whether they may be one; asked of the most alike first. Default: always. */
  readonly fits?: (before: Schema, after: Schema) => boolean
}

/** Quadratic, so only for few; more than these are paired in the order in which they are written. */
const mostCompared = 40

/** Pairs those that have most in common; those that are equally alike, in the order in which they are written. */
export function pairByLikeness<T>(
  before: readonly T[],
  after: readonly T[],
  schemaOf: (item: T) => Schema,
  { traitsOf, mayFit = () => true, fits = () => true }: LikenessOptions,
): Paired<T> {
  const done = new Set<T>()
  const kept: { before: T; after: T }[] = []
  for (const [was, is] of candidates()) {
    if (done.has(was) || done.has(is) || !fits(schemaOf(was), schemaOf(is))) continue
    done.add(was).add(is)
    kept.push({ before: was, after: is })
  }
  const isLeft = (item: T): boolean => !done.has(item)
  return { kept, removed: before.filter(isLeft), added: after.filter(isLeft) }

  function candidates(): readonly (readonly [T, T])[] {
    if (Math.max(before.length, after.length) > mostCompared) {
      const typesOf = (item: T): string => schemaOf(item).types?.join() ?? ''
      const pairs = pairBy(before, after, typesOf).kept.map((pair) => [pair.before, pair.after] as const)
      return pairs.filter(([was, is]) => mayFit(schemaOf(was), schemaOf(is)))
    }
    const all = before.flatMap((was) => {
      return after.filter((is) => mayFit(schemaOf(was), schemaOf(is))).map((is) => [was, is] as const)
    })
    if (all.length < 2) return all
    const scored = all.map((pair) => ({ pair, score: scoreOf(pair) }))
    return scored.sort((one, other) => other.score - one.score).map(({ pair }) => pair)
  }

  function scoreOf([was, is]: readonly [T, T]): number {
    return likeness(traitsOf.before(schemaOf(was)), traitsOf.after(schemaOf(is)))
  }
}
