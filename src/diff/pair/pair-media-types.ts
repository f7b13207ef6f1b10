import type { MediaType } from '../../contract/model/index.js'
import { covers, mediaKey, parseMediaRange, syntaxOf } from '../http/media-type.js'
import { type Paired, pairBy } from './pair-by.js'

type Pair<T> = { readonly before: T; readonly after: T }

export interface PairedMediaTypes extends Paired<MediaType> {
  /** Gone under its name, with what holds for it now: a range, a narrower type, another name of the same syntax. */
  readonly replaced: readonly Pair<MediaType>[]
  /** New under its name, with the range that held for it before. */
  readonly named: readonly Pair<MediaType>[]
}

/** Pairs media types by name, then by ranges, then what is of one syntax when nothing else is. */
export function pairMediaTypes(before: readonly MediaType[], after: readonly MediaType[]): PairedMediaTypes {
  const [was, is] = [before[0], after[0]]
  // By far the most: one on each side, under the same name.
  if (was && is && before.length === 1 && after.length === 1 && was.mediaType === is.mediaType) {
    return { kept: [{ before: was, after: is }], removed: [], added: [], replaced: [], named: [] }
  }
  const { kept, removed, added } = pairBy(before, after, ({ mediaType }) => mediaKey(mediaType))
  const replaced: Pair<MediaType>[] = []
  const named: Pair<MediaType>[] = []
  const taken = new Set<MediaType>()
  for (const was of removed) {
    const range = widest(after, (is) => covers(is.mediaType, was.mediaType))
    const narrower = added.filter((is) => covers(was.mediaType, is.mediaType))
    const other = range ?? (narrower.length === 1 ? narrower[0] : undefined) ?? renamed(was, removed, added)
    if (!other) continue
    replaced.push({ before: was, after: other })
    taken.add(was).add(other)
  }
  for (const is of added) {
    const range = widest(before, (was) => covers(was.mediaType, is.mediaType))
    if (!range || taken.has(is)) continue
    named.push({ before: range, after: is })
    taken.add(is)
  }
  const left = (list: readonly MediaType[]) => list.filter((item) => !taken.has(item))
  return { kept, replaced, named, removed: left(removed), added: left(added) }
}

/** The one that says most of what falls under it. */
function widest(list: readonly MediaType[], fits: (item: MediaType) => boolean): MediaType | undefined {
  const [first, ...rest] = list.filter(fits)
  return rest.reduce((best, item) => (best && covers(best.mediaType, item.mediaType) ? item : best), first)
}

/** The only one of the same syntax that came for the only one that went. */
function renamed(was: MediaType, removed: readonly MediaType[], added: readonly MediaType[]): MediaType | undefined {
  const syntax = syntaxOf(parseMediaRange(was.mediaType))
  if (syntax === undefined) return undefined
  const same = ({ mediaType }: MediaType): boolean => syntaxOf(parseMediaRange(mediaType)) === syntax
  const [candidates, rivals] = [added.filter(same), removed.filter(same)]
  return candidates.length === 1 && rivals.length === 1 ? candidates[0] : undefined
}
