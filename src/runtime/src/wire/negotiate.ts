import { parseMediaType } from './media-type.js'

interface Preference {
  readonly range: string
  readonly quality: number
  readonly rank: number
}

/**
 * The first of the offered media types that the `Accept` header likes best (RFC 9110, section 12.5.1); undefined when it
 * takes none. Without a header, or with one that cannot be read, the first offer.
 */
export function negotiate(accept: string | undefined, offered: readonly string[]): string | undefined {
  // What most callers send: nothing, anything, or the very type that comes first.
  const [first] = offered
  if (accept === undefined || accept === first || (accept === '*/*' && first?.includes('/'))) return first
  const preferences = preferencesOf(accept)
  if (preferences.length === 0) return offered[0]
  let best: string | undefined
  let bestQuality = 0
  for (const offer of offered) {
    const quality = qualityOf(offer, preferences)
    if (quality > bestQuality) [best, bestQuality] = [offer, quality]
  }
  return best
}

function preferencesOf(accept: string): Preference[] {
  // Commas may stand in quotes. Longer headers than any client has a use for are not worth the time.
  const pieces = accept.length > 2000 ? [] : (accept.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? [])
  return pieces.flatMap((piece) => {
    const parsed = parseMediaType(piece)
    if (!parsed) return []
    const weight = parsed.parameters.get('q') ?? '1'
    const quality = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0
    const rank = parsed.essence === '*/*' ? 1 : parsed.subtype === '*' ? 2 : 3
    return [{ range: parsed.essence, quality, rank }]
  })
}

/** Of the most particular range that covers the offer; 0 when none does. An offered range is met by what it covers. */
function qualityOf(offer: string, preferences: readonly Preference[]): number {
  const offered = parseMediaType(offer)
  if (!offered) return 0
  let quality = 0
  let rank = 0
  for (const preference of preferences) {
    if (preference.rank > rank && covers(preference.range, offered.essence)) {
      quality = preference.quality
      rank = preference.rank
    }
  }
  return quality
}

function covers(range: string, essence: string): boolean {
  if (range === '*/*' || range === essence || essence === '*/*') return true
  const [rangeType, rangeSubtype] = range.split('/')
  const [type, subtype] = essence.split('/')
  return rangeType === type && (rangeSubtype === '*' || subtype === '*')
}
