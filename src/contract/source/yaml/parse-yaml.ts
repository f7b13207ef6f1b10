import type { ParseContext, Parsed } from '../parse-context.js'
import { constructYaml } from './construct-yaml.js'
import { readEvents } from './read-events.js'

/** Parses YAML 1.2 with the core schema and, beyond it, the merge keys of YAML 1.1, which contracts rely on. */
export function parseYaml(context: ParseContext): Parsed | undefined {
  const events = readEvents(context)
  return events && constructYaml(context, events)
}
