import type { Schema, SchemaId } from '../../../contract/model/index.js'

export type Schemas = ReadonlyMap<SchemaId, Schema>

/** Every declaration of each property, through references, `allOf`, `anyOf` and `oneOf`. */
export function propertiesOf(schema: Schema, schemas: Schemas): Map<string, Schema[]> {
  const found = new Map<string, Schema[]>()
  for (const part of partsOf(schema, schemas)) {
    for (const [name, property] of part.properties ?? []) {
      const declared = found.get(name)
      if (declared) declared.push(property)
      else found.set(name, [property])
    }
  }
  return found
}

/** Schemas of the items of an array, however it is composed. */
export function itemsOf(schema: Schema, schemas: Schemas): Schema[] {
  return partsOf(schema, schemas).flatMap((part) => [...(part.items ? [part.items] : []), ...(part.prefixItems ?? [])])
}

/** Schema of the properties that are not declared; undefined where nothing is said of them, or none may be. */
export function restOf(schema: Schema, schemas: Schemas): Schema | undefined {
  for (const part of partsOf(schema, schemas)) {
    const rest = part.additionalProperties
    if (rest && rest.always !== false) return rest
  }
  return undefined
}

/** The schema and all that it is composed of, each once; iterative, because contracts may nest deep. */
function partsOf(schema: Schema, schemas: Schemas): Schema[] {
  const parts: Schema[] = []
  const seen = new Set<Schema>()
  const open = [schema]
  for (let part = open.pop(); part; part = open.pop()) {
    if (seen.has(part)) continue
    seen.add(part)
    parts.push(part)
    const target = part.ref === undefined ? undefined : schemas.get(part.ref)
    const composed = [...(target ? [target] : []), ...(part.allOf ?? []), ...(part.anyOf ?? []), ...(part.oneOf ?? [])]
    open.push(...composed.reverse())
  }
  return parts
}
