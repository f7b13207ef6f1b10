import { compareText } from '../../util/compare.js'
import { sha256 } from '../../util/sha256.js'
import { type NameStyle, toStyle } from './words.js'

/** Something that needs a name. */
export interface NameRequest<Key> {
  readonly key: Key
  /** As in the contract: anything at all. */
  readonly raw: string
  /** Breaks ties between equal names, independent of their order: an id or a pointer. Default: `raw`. */
  readonly identity?: string
}

export interface NameRules {
  readonly style: NameStyle
  /** What to call a thing whose name has no letter, and what to put before a leading digit: `schema`. */
  readonly kind: string
  /** Compared as written, after styling. */
  readonly reserved: ReadonlySet<string>
  /** Put after a reserved name: `Model`. */
  readonly suffix: string
}

const longestName = 100
const longestFile = 180

/**
 * Gives each its own name, unique without regard to case, whatever the order they come in. Where several want the same
 * name, the one that is written exactly so keeps it, else the first by code unit; the others get 2, 3 and so on.
 * What is too long is cut and marked with a hash of the whole.
 */
export function allocateNames<Key>(requests: readonly NameRequest<Key>[], rules: NameRules): Map<Key, string> {
  const groups = new Map<string, { request: NameRequest<Key>; wanted: string }[]>()
  for (const request of requests) {
    const wanted = wantedName(request.raw, rules)
    const group = groups.get(fold(wanted))
    if (group) group.push({ request, wanted })
    else groups.set(fold(wanted), [{ request, wanted }])
  }
  const names = new Map<Key, string>()
  const taken = new Set(groups.keys())
  for (const key of [...groups.keys()].sort(compareText)) {
    const group = groups.get(key) ?? []
    if (group.length > 1) group.sort((before, after) => byClaim(before, after))
    group.forEach(({ request, wanted }, index) => {
      names.set(request.key, index === 0 ? wanted : numbered(wanted, taken, rules))
    })
  }
  return names
}

/** Two names that a case-insensitive file system, or one that normalises, takes for the same. */
export function fold(name: string): string {
  return /^[a-z0-9-]*$/.test(name) ? name : name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
}

function byClaim<Key>(
  before: { request: NameRequest<Key>; wanted: string },
  after: { request: NameRequest<Key>; wanted: string },
): number {
  const exact = Number(after.request.raw === after.wanted) - Number(before.request.raw === before.wanted)
  return (
    exact ||
    compareText(before.request.raw, after.request.raw) ||
    compareText(before.request.identity ?? '', after.request.identity ?? '')
  )
}

/** The name that `raw` would have if it were alone. */
export function wantedName(raw: string, rules: NameRules): string {
  let name = toStyle(raw, rules.style)
  if (name === '' || /^\p{Nd}/u.test(name)) name = toStyle(`${rules.kind} ${name}`, rules.style)
  name = cut(name, raw, rules.style)
  return rules.reserved.has(name) ? name + (rules.style === 'kebab' ? `-${rules.suffix}` : rules.suffix) : name
}

function cut(name: string, raw: string, style: NameStyle): string {
  const isFile = style === 'kebab'
  const limit = isFile ? longestFile : longestName
  const size = isFile ? Buffer.byteLength(name) : name.length
  if (size <= limit) return name
  const hash = sha256(raw).slice(0, 8)
  // A quarter, because a letter may take three bytes, and a cut must not leave half a letter or a dash at the end.
  const kept = name.slice(0, isFile ? limit / 4 : limit - 10).replace(/-+$/, '')
  return isFile ? `${kept}-${hash}` : `${kept}H${hash}`
}

function numbered(wanted: string, taken: Set<string>, rules: NameRules): string {
  const joint = rules.style === 'kebab' || /\p{Nd}$/u.test(wanted) ? (rules.style === 'kebab' ? '-' : '_') : ''
  for (let number = 2; ; number++) {
    const name = `${wanted}${joint}${number}`
    if (taken.has(fold(name))) continue
    taken.add(fold(name))
    return name
  }
}
