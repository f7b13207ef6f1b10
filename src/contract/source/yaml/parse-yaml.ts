import { createFindSpans } from '../find-spans.js'
import type { ParseContext, Parsed } from '../parse-context.js'
import { createTextFile } from '../text-file.js'
import { constructYaml } from './construct-yaml.js'
import { createEventTree, type EventTree } from './event-tree.js'
import { locateYaml } from './locate-yaml.js'
import { readEvents, readEventsAgain } from './read-events.js'

/** Parses YAML 1.2 with the core schema and, beyond it, the merge keys of YAML 1.1, which contracts rely on. */
export function parseYaml(context: ParseContext): Parsed | undefined {
  const events = readEvents(context)
  const constructed = events && constructYaml(context, events)
  if (!constructed) return undefined
  const { source, limits } = context
  const mayIdentify = /\$(id|anchor|dynamicAnchor|recursiveAnchor)\b/.test(source.text)
  // Of its own, so that the text is let go until somebody asks.
  const again = createTextFile(source.file, source.bytes)
  let tree: EventTree | undefined
  const findSpans = createFindSpans((root) => {
    tree ??= createEventTree(again.text, readEventsAgain(again.text, limits.depth))
    locateYaml(tree, root)
  }, again.span)
  return { format: 'yaml', ...constructed, mayIdentify, findSpans }
}
