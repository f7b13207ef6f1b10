import type { Schema } from '../../contract/model/index.js'
import { follow } from '../../contract/schema/resolve.js'
import type { SchemaSide } from '../containment/types.js'

/** A reader of lists takes what stands alone for a list of one: `a=1` is `[1]`. */
export function oneAsItem({ schema, schemas }: SchemaSide, reader: Schema): Schema {
  const list = follow(reader, schemas)
  const first = list.prefixItems?.[0] ?? list.items
  const { minItems = 0, maxItems = 1, contains } = follow(schema, schemas)
  if (!list.types?.includes('array') || !first || minItems > 1 || maxItems < 1 || contains) return reader
  return { kind: 'schema', at: list.at, anyOf: [reader, first] }
}

/** A sender of lists: a list of one looks like its item, an empty one is not sent. */
export function severalOrItem({ schemas }: SchemaSide, producer: Schema): Schema {
  const list = follow(producer, schemas)
  const first = list.prefixItems?.[0] ?? list.items
  if (!first || list.types?.length !== 1) return producer
  const { minItems = 0, maxItems } = list
  const several = { ...list, minItems: Math.max(2, minItems) }
  const branches = [...(maxItems === undefined || maxItems >= 2 ? [several] : []), ...(minItems < 2 ? [first] : [])]
  return { kind: 'schema', at: list.at, anyOf: branches }
}
