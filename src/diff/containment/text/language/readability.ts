import { type CharacterSet, characters, complement, intersect, rangesOf, unite } from '../pattern/character-set.js'
import { lineEnds, propertySet, spaces, surrogates } from '../pattern/known-sets.js'

/** Characters in the order in which a person would rather read them; what one set holds, later ones may hold again. */
const tiers: readonly (() => CharacterSet)[] = [
  () => characters('a-z'),
  () => characters('0-9'),
  () => characters('A-Z'),
  () => characters('_.-'),
  () => characters('!-~'),
  () => characters(' '),
  () => characters('\u00df-\u00f6\u00f8-\u00ff\u03b1-\u03c9\u0430-\u044f\u00c0-\u00d6\u00d8-\u00de'),
  () => characters('\u00a1-\u00ac\u00ae-\u017f\u0391-\u03a9\u0410-\u042f\u4e00-\u9fa5\uac00-\ud7a3\u{1f600}-\u{1f64f}'),
  () => intersect(spaces, complement(unite(controls, lineEnds))),
  () => propertySet('L'),
  () => unite(...['N', 'P', 'S'].map(propertySet)),
  () => unite(...['Zs', 'M'].map(propertySet)),
]

/** Behind those, in this order: nothing else that a person can see, and nothing that harms a terminal before it must. */
const remainder: readonly (() => CharacterSet)[] = [
  () => complement(unite(controls, lineEnds, directions, surrogates)),
  () => characters('\t-\r\u2028\u2029'),
  () => controls,
  () => directions,
  () => surrogates,
]

const controls = characters('\0-\u001f\u007f-\u009f')

/** They change the order in which a terminal shows what is around them. */
const directions = characters('\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069')

const known = new Map<() => CharacterSet, CharacterSet>()

function get(tier: () => CharacterSet): CharacterSet {
  const set = known.get(tier) ?? tier()
  known.set(tier, set)
  return set
}

export interface Readable {
  readonly character: number
  /** Less is more readable. */
  readonly rank: number
}

/** The characters of a set, the most readable first; each once. */
export function* byReadability(set: CharacterSet): Generator<Readable, undefined> {
  let rest = set
  for (const [rank, tier] of [...tiers, ...remainder].entries()) {
    // Unicode's properties cost time to find out.
    const mayBeSeen = rank >= tiers.length || intersect(rest, get(seen)).length > 0
    const here = mayBeSeen ? intersect(rest, get(tier)) : []
    for (const [first, last] of rangesOf(here)) {
      for (let character = first; character <= last; character++) yield { character, rank }
    }
    if (here.length > 0) rest = intersect(rest, complement(here))
    if (rest.length === 0) break
  }
  return undefined
}

function seen(): CharacterSet {
  return complement(unite(controls, lineEnds, directions, surrogates))
}

/** Whether a character of that rank is one that a person can see. */
export function isVisible(rank: number): boolean {
  return rank < tiers.length
}
