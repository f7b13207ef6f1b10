import type { Schema } from '../../../contract/model/index.js'
import { isBinary } from '../../plan/media.js'
import type { Schemas } from '../wire/schema-parts.js'

/**
 * The schema of a multipart body where files stand for themselves: a file has arrived as bytes, so `type: string` says
 * nothing of it. Everything else is kept; without files it is the very same schema.
 */
export function withoutFiles(schema: Schema, schemas: Schemas): Schema {
  const known = new Map<Schema, Schema>()

  const replaced = (one: Schema): Schema => {
    const before = known.get(one)
    if (before) return before
    // A schema that comes round again is inside itself: no form nests that way.
    known.set(one, one)
    const after = isBinary(one) ? anything(one) : parts(one)
    known.set(one, after)
    return after
  }

  const parts = (one: Schema): Schema => {
    const target = one.ref === undefined ? undefined : schemas.get(one.ref)
    const changes: { -readonly [Key in keyof Schema]?: Schema[Key] } = {}
    if (one.items && replaced(one.items) !== one.items) changes.items = replaced(one.items)
    if (one.properties) {
      const properties = new Map([...one.properties].map(([name, property]) => [name, replaced(property)]))
      if ([...properties].some(([name, property]) => property !== one.properties?.get(name)))
        changes.properties = properties
    }
    for (const key of ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const) {
      const list = one[key]?.map(replaced)
      if (list?.some((part, index) => part !== one[key]?.[index])) changes[key] = list
    }
    if (target && replaced(target) !== target) {
      const rest: { -readonly [Key in keyof Schema]: Schema[Key] } = { ...one, ...changes }
      delete rest.ref
      return { ...rest, allOf: [...(changes.allOf ?? one.allOf ?? []), replaced(target)] }
    }
    return Object.keys(changes).length === 0 ? one : { ...one, ...changes }
  }

  return replaced(schema)
}

function anything({ at, classification, tenantKey }: Schema): Schema {
  return { kind: 'schema', at, ...(classification && { classification }), ...(tenantKey && { tenantKey }) }
}
