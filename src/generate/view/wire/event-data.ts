import type { Schema } from '../../../contract/model/index.js'
import { propertiesOf, type Schemas } from './schema-parts.js'

export interface EventData {
  /** Absent: any JSON. */
  readonly schema?: Schema
  /** Decoded from JSON, or kept as text. */
  readonly kind: 'json' | 'text'
}

/**
 * What the `data` of a server-sent event holds. `itemSchema` describes the event with its fields (OpenAPI 3.2, section
 * 4.14.3.1), where `data` is a string that may say more through `contentSchema`; before 3.2 the schema described the data.
 */
export function eventData(item: Schema | undefined, schemas: Schemas): EventData {
  if (!item) return { kind: 'json' }
  const declared = propertiesOf(item, schemas).get('data') ?? []
  if (declared.length === 0) return { schema: item, kind: isText(item) ? 'text' : 'json' }
  const contents = declared.flatMap(({ contentSchema }) => (contentSchema ? [contentSchema] : []))
  if (contents.length > 0) return { schema: oneOf(contents), kind: 'json' }
  return { schema: oneOf(declared), kind: declared.every(isText) ? 'text' : 'json' }
}

function isText(schema: Schema): boolean {
  return schema.types?.length === 1 && schema.types[0] === 'string'
}

/** Events of several kinds in one stream: their data is one of several. */
function oneOf(schemas: readonly Schema[]): Schema {
  const [first, ...others] = schemas
  if (!first || others.length === 0) return first ?? { kind: 'schema', at: { document: '', pointer: '' } }
  return { kind: 'schema', at: { ...first.at, pointer: `${first.at.pointer}/anyOf` }, anyOf: schemas }
}
