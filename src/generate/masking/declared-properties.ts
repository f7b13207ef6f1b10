import type { Schema } from '../../contract/model/index.js'
import { isReadablePattern } from '../../contract/schema/index.js'

/** Each declared name with all schemas that describe its value. */
export function declaredProperties(objects: readonly Schema[]): ReadonlyMap<string, readonly Schema[]> {
  const declared = new Map<string, Schema[]>()
  for (const { properties } of objects) {
    for (const [name, schema] of properties ?? []) {
      const known = declared.get(name)
      if (known) known.push(schema)
      else declared.set(name, [schema])
    }
  }
  if (objects.length === 1 && !objects[0]?.patternProperties) return declared
  for (const atom of objects) for (const [name, schemas] of declared) schemas.push(...undeclaredHere(atom, name))
  return declared
}

/** What a schema says of a name that it does not declare, or declares by a pattern as well. */
function undeclaredHere({ properties, patternProperties, additionalProperties }: Schema, name: string): Schema[] {
  const matching = [...(patternProperties ?? [])].filter(
    ([source]) =>
      isReadablePattern(source) &&
      name.length <= 200 &&
      new RegExp(source, compilesWithU(source) ? 'u' : '').test(name),
  )
  if (matching.length > 0) return matching.map(([, schema]) => schema)
  if (properties?.has(name) || !additionalProperties || additionalProperties.always !== undefined) return []
  return [additionalProperties]
}

function compilesWithU(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp
  } catch {
    return false
  }
}
