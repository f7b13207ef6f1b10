import type { Tag } from '../../contract/model/index.js'
import { compareNode, emitNode } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import { pairBy } from './pair-by.js'
import { atKey, below, type Walk } from './walk.js'

/** Compares the tags that the document declares. */
export function walkTags(walk: Walk, root: Place): void {
  const { added, removed, kept } = pairBy(walk.base.tags, walk.head.tags, ({ name }) => name)
  const placeOf = (side: { readonly before?: Tag; readonly after?: Tag }): Place =>
    atKey(below(root, ['tags', (side.after ?? side.before)?.name ?? ''], side))
  for (const tag of removed) emitNode(walk, 'tag', 'removed', tag, placeOf({ before: tag }))
  for (const tag of added) emitNode(walk, 'tag', 'added', tag, placeOf({ after: tag }))
  for (const pair of kept) compareNode(walk, 'tag', pair, placeOf(pair))
}
