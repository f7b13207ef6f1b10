import type { JsonValue } from '../../util/own.js'
import type { Schema } from '../model/index.js'

export type SchemasRead = ReadonlyMap<JsonValue, Schema>

const known = new WeakMap<object, SchemasRead>()

/** Keeps what schemas were read from the objects of a document, for as long as the document is there. */
export function noteSchemasRead(document: object, schemas: SchemasRead): void {
  known.set(document, schemas)
}

export function schemasReadFrom(document: object): SchemasRead | undefined {
  return known.get(document)
}
