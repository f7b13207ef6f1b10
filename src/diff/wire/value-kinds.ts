import type { JsonType, Schema, SchemaId } from '../../contract/model/index.js'
import { isArray, isObject, type JsonValue } from '../../util/own.js'

type Schemas = ReadonlyMap<SchemaId, Schema>

export const allTypes: readonly JsonType[] = ['array', 'boolean', 'null', 'number', 'object', 'string']

/** The types a value may have, as far as `type`, `enum` and composition say; more than these never. */
export function typesOf(schema: Schema, schemas: Schemas): ReadonlySet<JsonType> {
  let looked = 0
  return typesAt(schema, 0)

  function typesAt(part: Schema, depth: number): ReadonlySet<JsonType> {
    if (part.always === false) return new Set()
    let found: ReadonlySet<JsonType> = new Set<JsonType>(part.types?.map(wide) ?? allTypes)
    if (part.enum) found = common(found, new Set(part.enum.map(typeOf)))
    if (depth >= maxDepth || ++looked > maxParts) return found
    const target = part.ref === undefined ? undefined : schemas.get(part.ref)
    for (const each of [...(target ? [target] : []), ...(part.allOf ?? [])])
      found = common(found, typesAt(each, depth + 1))
    for (const branches of [part.anyOf, part.oneOf]) {
      if (branches) found = common(found, new Set(branches.flatMap((branch) => [...typesAt(branch, depth + 1)])))
    }
    return found
  }
}

/** Deeper compositions of one value than this, or more of them, are not looked into; references may go round. */
const maxDepth = 32
const maxParts = 2_000

/** `integer` is no kind of its own: its text is that of a number. */
function wide(type: JsonType): JsonType {
  return type === 'integer' ? 'number' : type
}

function typeOf(value: JsonValue): JsonType {
  if (value === null) return 'null'
  if (isArray(value)) return 'array'
  if (isObject(value)) return 'object'
  return typeof value as 'string' | 'number' | 'boolean'
}

function common(before: ReadonlySet<JsonType>, after: ReadonlySet<JsonType>): Set<JsonType> {
  return new Set([...before].filter((type) => after.has(type)))
}
