import type { Schema, SchemaId } from '../model/index.js'

/** `input`: what a caller sends; `output`: what it gets back. */
export type Direction = 'input' | 'output'

/** True when the property is left out in this direction: OpenAPI 3.2, `readOnly` and `writeOnly`. */
export function isLeftOut(property: Schema, direction: Direction, schemas: ReadonlyMap<SchemaId, Schema>): boolean {
  const flag = direction === 'input' ? 'readOnly' : 'writeOnly'
  let schema: Schema | undefined = property
  for (let step = 0; schema && step < longestChain; step++) {
    if (schema[flag]) return true
    schema = schema.ref === undefined ? undefined : schemas.get(schema.ref)
  }
  return false
}

const longestChain = 20
