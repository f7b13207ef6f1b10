import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../src/util/own.js'
import { mapDocument } from './map-schemas.js'

/** Says with one schema what an `allOf` of plain ones says, where they do not say the same thing twice. */
export function mergeCompositions(document: JsonObject): JsonObject {
  return mapDocument(document, { schema: merge })
}

function merge(schema: JsonObject): JsonValue {
  const { allOf, ...rest } = schema
  if (!isArray(allOf) || 'nullable' in schema) return schema
  let merged: JsonObject | undefined = rest
  for (const branch of allOf) merged = merged && isObject(branch) ? together(merged, branch) : undefined
  return merged ?? schema
}

const joined: ReadonlySet<string> = new Set(['properties', 'required'])
const words: ReadonlySet<string> = new Set(['description', 'title', 'example', 'examples'])
const plain: ReadonlySet<string> = new Set([
  ...['type', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum', 'pattern', 'multipleOf'],
  ...['minProperties', 'maxProperties', 'enum'],
])

function together(one: JsonObject, other: JsonObject): JsonObject | undefined {
  const merged: Record<string, JsonValue> = { ...one }
  for (const [keyword, value] of Object.entries(other)) {
    const known = merged[keyword]
    if (words.has(keyword)) merged[keyword] = known ?? value
    else if (joined.has(keyword)) {
      const joint = join(known, value)
      if (joint === undefined) return undefined
      merged[keyword] = joint
    } else if (!plain.has(keyword)) return undefined
    else if (known === undefined) merged[keyword] = value
    else if (JSON.stringify(known) !== JSON.stringify(value)) return undefined
  }
  return merged
}

function join(one: JsonValue | undefined, other: JsonValue): JsonValue | undefined {
  if (one === undefined) return other
  if (isArray(one) && isArray(other)) return [...new Set([...one, ...other])]
  if (!isObject(one) || !isObject(other)) return undefined
  if (Object.keys(other).some((name) => Object.hasOwn(one, name))) return undefined
  return Object.fromEntries([...Object.entries(one), ...Object.entries(other)])
}
