import type { Contract, Schema } from '../../contract/model/index.js'
import { follow } from '../../contract/schema/index.js'

/** Both sides of a parameter of an address, as schemas that can be compared. */
export function addressSchemas(
  { before, after }: { readonly before: Schema; readonly after: Schema },
  { base, head }: { readonly base: Contract; readonly head: Contract },
  listed: boolean,
): readonly [Schema, Schema] {
  const [was, is] = [follow(before, base.schemas), follow(after, head.schemas)]
  // Values of one type, written in one way: what holds for them holds for their texts.
  if (!listed && was.types?.length === 1 && is.types?.length === 1 && was.types[0] === is.types[0]) return [was, is]
  return [addressSchema(was, listed), addressSchema(is, listed)]
}

/**
 * What may stand in an address for a parameter, as a schema of the text that it is on the wire. AsyncAPI 2 writes schemas
 * of any type, of which the address holds the text; AsyncAPI 3 can only list the texts, so where it is one of the sides
 * (`listed`), nothing else is compared.
 */
function addressSchema(found: Schema, listed: boolean): Schema {
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
