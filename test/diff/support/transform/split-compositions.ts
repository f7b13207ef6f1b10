import { isObject, type JsonObject, type JsonValue } from '../../../../src/util/own.js'
import { mapDocument } from './map-schemas.js'

/** Spreads what a schema says over an `allOf`, where it says the same in that form and no reference leads into it. */
export function splitCompositions(document: JsonObject): JsonObject {
  if (/"#\/(?:components\/schemas|definitions)\/[^"/]+\//.test(JSON.stringify(document))) return document
  return mapDocument(document, { schema: split })
}

/** Keywords that look at others of the same schema, or that are not about the value. */
const bound = [
  ...['$ref', 'allOf', 'additionalProperties', 'patternProperties', 'unevaluatedProperties', 'unevaluatedItems'],
  ...['discriminator', '$id', '$anchor', '$dynamicAnchor', '$dynamicRef', 'items', 'prefixItems', 'if', 'nullable'],
  ...['contains', 'xml'],
]
const limits: ReadonlySet<string> = new Set([
  ...['minLength', 'maxLength', 'pattern', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'multipleOf'],
])

function split(schema: JsonObject): JsonValue {
  if (bound.some((keyword) => keyword in schema)) return schema
  const { properties, required } = schema
  if (isObject(properties) && Object.keys(properties).length > 1) {
    const { properties: _properties, required: _required, ...rest } = schema
    const entries = Object.entries(properties)
    const half = entries.length >> 1
    const first = {
      properties: Object.fromEntries(entries.slice(0, half)),
      ...(required !== undefined && { required }),
    }
    return { ...rest, allOf: [first, { properties: Object.fromEntries(entries.slice(half)) }] }
  }
  const moved = Object.entries(schema).filter(([keyword]) => limits.has(keyword))
  if (moved.length === 0) return schema
  const rest = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !limits.has(keyword)))
  return { ...rest, allOf: moved.map(([keyword, value]) => ({ [keyword]: value })) }
}
