import type { SourceSpan } from '../../diagnostic/index.js'
import type { SpanOf } from './positions.js'
import { createWanted, inheritPlaces, type Wanted, want } from './wanted.js'

export interface SpanQuery {
  readonly pointer: string
  readonly part: 'key' | 'value'
}

/** Looks up the places of nodes in one text. A node that is not there gets the place of its nearest ancestor. */
export type FindSpans = (queries: readonly SpanQuery[]) => readonly SourceSpan[]

/** `locate` notes the places of the nodes that are wanted, in the offsets that `spanOf` knows. */
export function createFindSpans(locate: (root: Wanted) => void, spanOf: SpanOf): FindSpans {
  return (queries) => {
    const root = createWanted()
    const nodes = queries.map(({ pointer }) => want(root, pointer))
    locate(root)
    inheritPlaces(root)
    return queries.map(({ pointer, part }, index) => spanOfNode(nodes[index] ?? root, pointer, part))
  }

  function spanOfNode({ place }: Wanted, pointer: string, part: 'key' | 'value'): SourceSpan {
    if (!place) return spanOf(0, 0, pointer)
    const hasKey = part === 'key' && place.keyStart >= 0
    return hasKey ? spanOf(place.keyStart, place.keyEnd, pointer) : spanOf(place.start, place.end, pointer)
  }
}
