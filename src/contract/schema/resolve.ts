import type { Schema, SchemaId } from '../model/index.js'

/**
 * The schema that `schema` stands for: follows references that say nothing else (a title or a description beside them
 * aside). Stops at a reference with constraints of its own, at a target that is not known and when it has come round.
 */
export function follow(schema: Schema, schemas: ReadonlyMap<SchemaId, Schema>): Schema {
  if (schema.ref === undefined) return schema
  const seen = new Set<Schema>()
  let current = schema
  while (current.ref !== undefined && !seen.has(current) && isPureRef(current)) {
    seen.add(current)
    const target = schemas.get(current.ref)
    if (!target) return current
    current = target
  }
  return current
}

const describing: ReadonlySet<string> = new Set<keyof Schema>([
  ...(['kind', 'at', 'ref', 'name', 'title', 'description', 'deprecated', 'readOnly', 'writeOnly'] as const),
  ...(['default', 'examples', 'classification', 'tenantKey', 'retention', 'residency'] as const),
])

/** Whether the reference is all that constrains the value. */
export function isPureRef(schema: Schema): boolean {
  if (schema.ref === undefined) return false
  for (const field in schema) if (!describing.has(field)) return false
  return true
}
