import fc from 'fast-check'
import { type Edit, edited } from '../../../support/edit-schema.js'
import { plausibleDocument, randomDocument, schema } from '../../../support/random-json-schema.js'
import type { Pair } from './examine.js'

export const randomEdit: fc.Arbitrary<Edit> = fc.record({
  where: fc.nat(10_000),
  what: fc.nat(10_000),
  how: fc.nat(10_000),
  other: schema(['A', 'B', 'C']),
})

/** Mostly a schema and what one or two edits make of it, in either order; now and then two that know nothing of each other. */
export const randomPair: fc.Arbitrary<Pair> = fc.oneof(
  { weight: 6, arbitrary: editedPair(plausibleDocument) },
  { weight: 2, arbitrary: editedPair(randomDocument) },
  { weight: 1, arbitrary: fc.record({ before: plausibleDocument, after: plausibleDocument }) },
)

function editedPair(documents: typeof randomDocument): fc.Arbitrary<Pair> {
  return fc
    .record({ document: documents, edits: fc.array(randomEdit, { minLength: 1, maxLength: 2 }), turned: fc.boolean() })
    .map(({ document, edits, turned }): Pair => {
      let after: Readonly<Record<string, unknown>> = document
      for (const one of edits) after = edited(after, one) ?? after
      return turned ? { before: after, after: document } : { before: document, after }
    })
}

/** Pairs by seed: from one seed always the same. */
export function pairsOf(seed: number, count: number): readonly Pair[] {
  return fc.sample(fc.noBias(randomPair), { seed, numRuns: count })
}

/** As small a pair as can be found that still does. */
export function minimise(start: Pair, does: (pair: Pair) => boolean): Pair {
  let pair = start
  for (let smaller = next(pair); smaller; smaller = next(pair)) pair = smaller
  return pair

  function next(current: Pair): Pair | undefined {
    for (const smaller of smallerThan(current)) {
      try {
        if (does(smaller)) return smaller
      } catch {
        // Cut in a way that makes no schema of it.
      }
    }
    return undefined
  }
}

function* smallerThan({ before, after }: Pair): Iterable<Pair> {
  const cuts = new Map<string, (document: unknown) => unknown>()
  for (const document of [before, after]) for (const [path, cut] of cutsOf(document, [])) cuts.set(path, cut)
  for (const cut of cuts.values()) yield { before: cut(before), after: cut(after) } as Pair
  for (const [, cut] of cutsOf(before, [])) yield { before: cut(before), after } as Pair
  for (const [, cut] of cutsOf(after, [])) yield { before, after: cut(after) } as Pair
}

const maps: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs'])

/** Ways to leave something out, by where. */
function* cutsOf(
  value: unknown,
  path: readonly (string | number)[],
): Iterable<[string, (document: unknown) => unknown]> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, below] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    yield [`cut ${at.join('/')}`, (document) => without(document, at)]
    if (typeof below === 'object' && below !== null && !maps.has(key))
      yield [`true ${at.join('/')}`, (document) => replaced(document, at, true)]
    yield* cutsOf(below, at)
  }
}

function without(document: unknown, path: readonly (string | number)[]): unknown {
  const copy = structuredClone(document)
  const last = path.at(-1) as string | number
  const holder = holderOf(copy, path)
  if (Array.isArray(holder) && holder.length > 1) holder.splice(Number(last), 1)
  else if (holder && !Array.isArray(holder)) Reflect.deleteProperty(holder, last)
  return copy
}

function replaced(document: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(document)
  const holder = holderOf(copy, path)
  const last = path.at(-1) as string | number
  if (holder && Object.hasOwn(holder, last)) Reflect.set(holder, last, value)
  return copy
}

function holderOf(document: unknown, path: readonly (string | number)[]): object | undefined {
  let holder: unknown = document
  for (const key of path.slice(0, -1)) {
    if (typeof holder !== 'object' || holder === null) return undefined
    holder = Reflect.get(holder, key)
  }
  return typeof holder === 'object' && holder !== null ? holder : undefined
}
