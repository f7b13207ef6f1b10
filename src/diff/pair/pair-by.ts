/** What came, what went, and what stayed, of two lists of things that have a key. */
export interface Paired<T> {
  readonly removed: readonly T[]
  readonly added: readonly T[]
  /** In the order of the later version. */
  readonly kept: readonly { readonly before: T; readonly after: T }[]
}

/**
 * Pairs by key; several with one key are paired in their order. Every comparison of lists goes through here, so that none
 * depends on the order in which things are written down.
 */
export function pairBy<T>(before: Iterable<T>, after: Iterable<T>, keyOf: (item: T) => string): Paired<T> {
  const [was, is] = [[...before], [...after]]
  // By far the most: the same ones in the same order.
  if (was.length === is.length && was.every((item, index) => keyOf(item) === keyOf(is[index] as T))) {
    return { removed: [], added: [], kept: was.map((item, index) => ({ before: item, after: is[index] as T })) }
  }
  const waiting = new Map<string, T[]>()
  for (const item of was) {
    const same = waiting.get(keyOf(item))
    if (same) same.push(item)
    else waiting.set(keyOf(item), [item])
  }
  const added: T[] = []
  const kept: { before: T; after: T }[] = []
  for (const item of is) {
    const partner = waiting.get(keyOf(item))?.shift()
    if (partner === undefined) added.push(item)
    else kept.push({ before: partner, after: item })
  }
  return { removed: [...waiting.values()].flat(), added, kept }
}

/** The entries of two maps, by their keys. */
export function pairEntries<T>(
  before: ReadonlyMap<string, T> | undefined,
  after: ReadonlyMap<string, T> | undefined,
): Paired<readonly [string, T]> {
  return pairBy(before ?? [], after ?? [], ([key]) => key)
}
