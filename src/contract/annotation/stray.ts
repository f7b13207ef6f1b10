import { didYouMean } from '../../util/did-you-mean.js'
import type { JsonObject } from '../../util/own.js'
import type { Origin } from '../model/index.js'
import type { Problems } from '../problem.js'
import { classificationAliases, isRedaction } from './classification-aliases.js'
import { extensionAt } from './extension.js'
import { type Place, placeNames, placesOf } from './extensions.js'

/** Other spellings that are read besides those of classes. */
const aliases: ReadonlySet<string> = new Set([
  ...classificationAliases.keys(),
  'x-tenant-scoped',
  'x-retention',
  'x-retention-days',
  'x-residency',
  'x-data-region',
  'x-region',
  'x-regions',
  'x-stability-level',
  'x-sunset',
])

/** Reports extensions of ours in a place where nobody reads them, and names that are nearly ours. */
export function reportStray(node: JsonObject, at: Origin, place: Place, problems: Problems): void {
  for (const key of Object.keys(node)) {
    if (!key.startsWith('x-')) continue
    const places = placesOf.get(key)
    if (places === undefined) {
      const near = nearExtension(key)
      if (near !== undefined) problems.report('TK1305', { key, near }, { at: extensionAt(at, key), part: 'key' })
    } else if (!places.includes(place)) {
      const names = places.map((name) => placeNames[name]).join(', ')
      const where = { at: extensionAt(at, key), part: 'key' } as const
      problems.report('TK1306', { extension: key, place: placeNames[place], places: names }, where)
    }
  }
}

const known = new Map<string, string | undefined>()

/** The extension that a key was probably meant to be: a slip further back than the first letters. */
function nearExtension(key: string): string | undefined {
  if (aliases.has(key) || isRedaction(key) || key.length > 40) return undefined
  if (known.has(key)) return known.get(key)
  const near = didYouMean(
    key,
    [...placesOf.keys()].filter((name) => name.startsWith(key.slice(0, 5))),
  )
  // Bounded: keys come from contracts, and one process may read many.
  if (known.size < 10_000) known.set(key, near)
  return near
}
