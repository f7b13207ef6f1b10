import type { Schema, SchemaId } from '../../contract/model/index.js'
import { follow } from '../../contract/schema/resolve.js'

const describing: ReadonlySet<string> = new Set<keyof Schema>([
  ...(['kind', 'at', 'always', 'types', 'name', 'title', 'description', 'default', 'examples', 'deprecated'] as const),
  ...(['classification', 'tenantKey', 'retention', 'residency', 'lifecycle', 'readOnly', 'writeOnly'] as const),
])

/** Whether a schema refuses nothing, or of what travels as text no text. What cannot be seen at once is a no. */
export function acceptsAnything(
  schema: Schema | undefined,
  schemas: ReadonlyMap<SchemaId, Schema>,
  of: 'text' | 'value' = 'value',
): boolean {
  if (!schema) return true
  const target = follow(schema, schemas)
  if (target.always !== undefined) return target.always
  if (target.types && !(of === 'text' && target.types.includes('string'))) return false
  return Object.keys(target).every((field) => describing.has(field))
}
