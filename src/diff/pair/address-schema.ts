import type { Contract, Schema } from '../../contract/model/index.js'
import { follow } from '../../contract/schema/index.js'

/**
 * What may stand in an address for a parameter, as a schema of the text that it is on the wire. AsyncAPI 2 writes schemas
 * of any type, of which the address holds the text; AsyncAPI 3 can only list the texts, so where it is one of the sides
 * (`listed`), nothing else is compared.
 */
export function addressSchema(schema: Schema, { schemas }: Contract, listed: boolean): Schema {
  const found = follow(schema, schemas)
  const { at, types } = found
  const texts = found.enum?.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
  if (texts) return { kind: 'schema', at, types: ['string'], enum: texts }
  if (listed) return { kind: 'schema', at, types: ['string'] }
  const [type, ...others] = types ?? []
  const pattern = type === undefined || others.length > 0 ? undefined : patterns[type]
  if (pattern !== undefined) return { kind: 'schema', at, types: ['string'], pattern }
  return type === 'string' && others.length === 0 ? found : { kind: 'schema', at, types: ['string'] }
}

/** How a value of a type is written. Bounds of numbers are left out: a text cannot say them. */
const patterns: Readonly<Record<string, string>> = {
  integer: '^-?[0-9]+$',
  number: '^-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?$',
  boolean: '^(true|false)$',
}
