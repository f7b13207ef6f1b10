import type { SourceSpan } from '../../diagnostic/index.js'
import { locateJson } from './json/locate-json.js'
import type { TextFile } from './text-file.js'
import { createWanted, inheritPlaces, type Wanted, want } from './wanted.js'
import { createEventTree, type EventTree } from './yaml/event-tree.js'
import { locateYaml } from './yaml/locate-yaml.js'
import { readEventsAgain } from './yaml/read-events.js'

export interface SpanQuery {
  readonly pointer: string
  readonly part: 'key' | 'value'
}

/** Looks up the places of nodes in one text. A node that is not there gets the place of its nearest ancestor. */
export type FindSpans = (queries: readonly SpanQuery[]) => readonly SourceSpan[]

export function createFindSpans(source: TextFile, format: 'json' | 'yaml', depth: number): FindSpans {
  let tree: EventTree | undefined
  return (queries) => {
    const root = createWanted()
    const nodes = queries.map(({ pointer }) => want(root, pointer))
    if (format === 'json') locateJson(source.text, root)
    else {
      tree ??= createEventTree(source.text, readEventsAgain(source.text, depth))
      locateYaml(tree, root)
    }
    inheritPlaces(root)
    return queries.map(({ pointer, part }, index) => spanOf(source, nodes[index] ?? root, pointer, part))
  }
}

function spanOf(source: TextFile, { place }: Wanted, pointer: string, part: 'key' | 'value'): SourceSpan {
  if (!place) return source.span(0, 0, pointer)
  const hasKey = part === 'key' && place.keyStart >= 0
  return hasKey ? source.span(place.keyStart, place.keyEnd, pointer) : source.span(place.start, place.end, pointer)
}
