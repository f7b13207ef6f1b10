import type { Schema, SchemaId } from '../model/index.js'
import type { Problems } from '../problem.js'
import { children, inPlaceRoles } from './walk.js'

/**
 * Reports schemas that lead back to themselves while still judging the same value: a check of them would never end.
 * A depth-first search over references and in-place keywords only, with its own stack.
 */
export function reportEndless(targets: ReadonlyMap<SchemaId, Schema>, problems: Problems): void {
  const finished = new Set<Schema>()
  const open = new Set<Schema>()
  for (const start of targets.values()) {
    if (finished.has(start)) continue
    const path: { readonly schema: Schema; readonly next: readonly Schema[]; index: number }[] = []
    const enter = (schema: Schema) => {
      open.add(schema)
      path.push({ schema, next: inPlace(schema, targets), index: 0 })
    }
    enter(start)
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const below = step.next[step.index++]
      if (!below) {
        open.delete(step.schema)
        finished.add(step.schema)
        path.pop()
      } else if (open.has(below)) {
        problems.report(
          'TK1507',
          {},
          { at: step.schema.at, related: [{ message: 'which is reached from here', at: below.at }] },
        )
      } else if (!finished.has(below)) enter(below)
    }
  }
}

function inPlace(schema: Schema, targets: ReadonlyMap<SchemaId, Schema>): readonly Schema[] {
  const found = children(schema).flatMap(({ role, schema: nested }) => (inPlaceRoles.has(role) ? nested : []))
  const target = schema.ref === undefined ? undefined : targets.get(schema.ref)
  return target ? [target, ...found] : found
}
