import type { Schema, SchemaId } from '../../contract/model/index.js'
import { follow } from '../../contract/schema/resolve.js'

/** Below this depth a value is no text of its own any more. */
const maxDepth = 10
/** More schemas than this are not looked at for one value: alternatives of alternatives multiply. */
const maxParts = 2_000

/**
 * A copy of the schema in which `change` has been applied to the schemas of the values that travel as text: to the value
 * itself or to its items and members, through references and alternatives. Where several schemas hold for one value
 * together, none is touched: a changed one would be read against the others. The same schema when nothing changed.
 */
export function mapParts(
  schema: Schema,
  schemas: ReadonlyMap<SchemaId, Schema>,
  change: (part: Schema) => Schema,
): Schema {
  let parts = 0
  return mapAt(schema, 0)

  function mapAt(start: Schema, depth: number): Schema {
    const part = follow(start, schemas)
    if (depth > maxDepth || ++parts > maxParts || isJoined(part)) return start
    const branches = part.anyOf ?? part.oneOf
    if (branches) {
      const changed = branches.map((branch) => mapAt(branch, depth + 1))
      if (changed.every((branch, index) => branch === branches[index])) return start
      // Two branches may well take the same text; a reader takes the first that fits.
      const { anyOf: _any, oneOf: _one, ...rest } = part
      return { ...rest, anyOf: changed }
    }
    const mapped = mapMembers(part, depth)
    const changed = change(mapped)
    return changed === part ? start : changed
  }

  function mapMembers(part: Schema, depth: number): Schema {
    const single = (field: 'items' | 'additionalProperties') => {
      const before = part[field]
      const after = before && mapAt(before, depth + 1)
      return after === before ? {} : { [field]: after }
    }
    const prefix = part.prefixItems?.map((item) => mapAt(item, depth + 1))
    const properties =
      part.properties && new Map([...part.properties].map(([name, each]) => [name, mapAt(each, depth + 1)]))
    const changes = {
      ...single('items'),
      ...single('additionalProperties'),
      ...(prefix?.some((item, index) => item !== part.prefixItems?.[index]) && { prefixItems: prefix }),
      ...(properties && [...properties].some(([name, each]) => each !== part.properties?.get(name)) && { properties }),
    }
    return Object.keys(changes).length > 0 ? { ...part, ...changes } : part
  }
}

/** Whether more than one schema speaks of the value, or one speaks against it. */
function isJoined(part: Schema): boolean {
  const { anyOf, oneOf } = part
  if (part.ref !== undefined || part.allOf || part.not || part.if || part.dependentSchemas || part.dynamicRef)
    return true
  if (!anyOf && !oneOf) return part.foreign !== undefined
  return (anyOf && oneOf) !== undefined || constraining.some((field) => part[field] !== undefined)
}

const constraining = [
  ...(['enum', 'format', 'minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'exclusiveMinimum'] as const),
  ...(['exclusiveMaximum', 'multipleOf', 'items', 'prefixItems', 'properties', 'types'] as const),
] satisfies readonly (keyof Schema)[]
