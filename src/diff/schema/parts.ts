import type { Schema, SchemaId } from '../../contract/model/index.js'
import type { Trail } from './trail.js'

/** A schema that judges a value in some place, and the way to it from the schema of that place. */
export interface Part {
  readonly schema: Schema
  readonly trail: Trail | undefined
}

/**
 * All that hold together for a value: the schema itself, the targets of references and the branches of `allOf`, over any
 * number of levels. What is compared is what they say together, so that a refactoring leaves nothing to be told.
 */
export function partsOf(start: Part, schemas: ReadonlyMap<SchemaId, Schema>): readonly Part[] {
  const seen = new Set<Schema>()
  const found: Part[] = []
  const pending: Part[] = [start]
  for (let part = pending.pop(); part; part = pending.pop()) {
    const { schema, trail } = part
    if (seen.has(schema)) continue
    seen.add(schema)
    found.push(part)
    const branches = (schema.allOf ?? []).map((branch, key) => ({
      schema: branch,
      trail: { from: schema, step: { role: 'allOf' as const, key }, before: trail },
    }))
    for (const branch of branches.reverse()) pending.push(branch)
    const target = schema.ref === undefined ? undefined : schemas.get(schema.ref)
    if (target) pending.push({ schema: target, trail: { from: schema, step: { role: 'ref' }, before: trail } })
  }
  return found
}
