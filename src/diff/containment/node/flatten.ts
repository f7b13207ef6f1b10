import type { Schema, SchemaId } from '../../../contract/model/index.js'
import { isPlain, saysSomething, sayTogether } from './together.js'

/**
 * One schema for those that hold together by `allOf` and references, as far as they are plain: so that a schema that is
 * written in parts is the same as one that is not. The others stay in its `allOf`.
 */
export function flatten(schema: Schema, schemas: ReadonlyMap<SchemaId, Schema>): Schema {
  if (schema.allOf === undefined && schema.ref === undefined) return schema
  const { allOf = [], ref, ...own } = schema
  const known = ref !== undefined && schemas.has(ref)
  const count = allOf.length + (known ? 1 : 0)
  if (count === 0 || (count === 1 && !saysSomething(own))) return schema
  const taken: Schema[] = []
  const left: Schema[] = []
  const seen = new Set([schema])
  // What a part leads to stands where the part stood.
  const pending = partsOf(schema, schemas).reverse()
  for (let part = pending.pop(); part; part = pending.pop()) {
    // To come back to what is asserted already asserts nothing more.
    if (seen.has(part)) continue
    seen.add(part)
    if (isPlain(part) && isKnown(part, schemas)) {
      taken.push(part)
      pending.push(...partsOf(part, schemas).reverse())
    } else left.push(part)
  }
  if (taken.length === 0) return schema
  const { said, apart } = sayTogether(own, taken)
  const parts = [...left, ...apart.map((one): Schema => ({ ...one, kind: 'schema', at: schema.at }))]
  return {
    ...said,
    ...{ kind: 'schema', at: schema.at },
    ...(ref !== undefined && !known && { ref }),
    ...(parts.length > 0 && { allOf: parts }),
  }
}

function partsOf({ allOf = [], ref }: Schema, schemas: ReadonlyMap<SchemaId, Schema>): Schema[] {
  const target = ref === undefined ? undefined : schemas.get(ref)
  return target ? [...allOf, target] : [...allOf]
}

function isKnown({ ref }: Schema, schemas: ReadonlyMap<SchemaId, Schema>): boolean {
  return ref === undefined || schemas.has(ref)
}
