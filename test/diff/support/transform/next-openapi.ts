import { isArray, type JsonObject, type JsonValue } from '../../../../src/util/own.js'
import { mapDocument } from './map-schemas.js'

/** Writes a document of OpenAPI 3.0 as one of 3.1, as the guide of the standard does it. */
export function toOpenApi31(document: JsonObject): JsonObject {
  return { ...mapDocument(document, { schema: toDraft2020 }), openapi: '3.1.0' }
}

/** OpenAPI 3.2 takes what 3.1 says as it is. */
export function toOpenApi32(document: JsonObject): JsonObject {
  return { ...document, openapi: '3.2.0' }
}

function toDraft2020(schema: JsonObject): JsonValue {
  // What stands beside a reference counts for nothing in 3.0.
  if (typeof schema['$ref'] === 'string') return { $ref: schema['$ref'] }
  const { nullable, example, exclusiveMinimum, exclusiveMaximum, minimum, maximum, ...rest } = schema
  const written = {
    ...rest,
    ...(example !== undefined && { examples: [example] }),
    ...bounds('minimum', 'exclusiveMinimum', minimum, exclusiveMinimum),
    ...bounds('maximum', 'exclusiveMaximum', maximum, exclusiveMaximum),
  }
  return nullable === true ? orNull(written) : written
}

/** Null joins the type and the list of a plain schema; beside a composition it is one of two alternatives. */
function orNull(schema: JsonObject): JsonObject {
  if (['allOf', 'anyOf', 'oneOf', 'not'].some((keyword) => keyword in schema)) {
    const { description, ...rest } = schema
    return { ...(description !== undefined && { description }), anyOf: [rest, { type: 'null' }] }
  }
  const { type, enum: values } = schema
  return {
    ...schema,
    ...(type !== undefined && { type: [type, 'null'] }),
    ...(isArray(values) && !values.includes(null) && { enum: [...values, null] }),
  }
}

function bounds(
  keyword: string,
  exclusiveKeyword: string,
  limit: JsonValue | undefined,
  exclusive: JsonValue | undefined,
): JsonObject {
  if (limit === undefined) return {}
  return exclusive === true ? { [exclusiveKeyword]: limit } : { [keyword]: limit }
}
