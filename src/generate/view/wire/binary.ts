import type { Encoding, Schema } from '../../../contract/model/index.js'
import { isBinary as isBinarySchema } from '../../plan/media.js'
import type { Schemas } from './schema-parts.js'

/**
 * True for a property of a multipart body that holds a file: a schema of bytes, or no type at all beside a content type
 * of its own that is no text (OpenAPI 3.1, section 4.8.15.1).
 */
export function isBinary(schema: Schema, encoding: Encoding | undefined, schemas: Schemas): boolean {
  const seen = new Set<Schema>()
  for (let at: Schema | undefined = schema; at && !seen.has(at); ) {
    seen.add(at)
    if (isBinarySchema(at)) return true
    if (isUntyped(at) && encoding?.contentType !== undefined && !isTextual(encoding.contentType)) return true
    at = at.ref === undefined ? undefined : schemas.get(at.ref)
  }
  return false
}

function isUntyped(schema: Schema): boolean {
  return (
    !schema.types &&
    schema.ref === undefined &&
    !schema.enum &&
    !schema.properties &&
    !schema.allOf &&
    !schema.anyOf &&
    !schema.oneOf
  )
}

function isTextual(mediaType: string): boolean {
  return /^\s*(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)\b)/i.test(mediaType)
}
