import { type Paired, pairBy } from './pair-by.js'

/**
 * Pairs by the first key that both sides have in common: what one pass leaves over, the next one looks at. A key may be
 * absent, then the item waits for another pass.
 */
export function pairInPasses<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((item: T) => string | undefined)[],
): Paired<T> {
  const kept: { readonly before: T; readonly after: T }[] = []
  let [removed, added] = [before, after]
  for (const keyOf of keys) {
    if (removed.length === 0 || added.length === 0) break
    const paired = pairBy(withKey(removed, keyOf), withKey(added, keyOf), ({ key }) => key)
    for (const { before: was, after: is } of paired.kept) kept.push({ before: was.item, after: is.item })
    // Of its own for each side: both may hold the same object.
    const [found, others] = [new Set(kept.map((pair) => pair.before)), new Set(kept.map((pair) => pair.after))]
    removed = removed.filter((item) => !found.has(item))
    added = added.filter((item) => !others.has(item))
  }
  const order = new Map(after.map((item, index) => [item, index]))
  const place = (item: T): number => order.get(item) ?? 0
  kept.sort((left, right) => place(left.after) - place(right.after))
  return { removed, added, kept }
}

function withKey<T>(items: readonly T[], keyOf: (item: T) => string | undefined) {
  return items.flatMap((item) => {
    const key = keyOf(item)
    return key === undefined ? [] : [{ item, key }]
  })
}
