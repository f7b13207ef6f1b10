import type { Schema, SchemaId } from '../../contract/model/index.js'
import { children } from '../../contract/schema/index.js'

/**
 * The schemas of one version, and those of the other under identities that the first cannot have: a schema that is put
 * from one version into the other keeps its references. Copies are made when something asks for them; what is the same in
 * both versions is not copied.
 */
export interface JoinedSchemas {
  readonly schemas: ReadonlyMap<SchemaId, Schema>
  /** The other version's schema, fit to stand in this one. */
  readonly adopt: (schema: Schema) => Schema
  /** The same, but where the schema and what it holds refer to one of the partners, that stands in for the target. */
  readonly transplant: (schema: Schema, partners: Partners) => Transplant
}

/** Identities of this version by those of the other. */
export type Partners = ReadonlyMap<SchemaId, SchemaId>

export interface Transplant {
  readonly schema: Schema
  /** Has all that the joined schemas have as well. */
  readonly schemas: ReadonlyMap<SchemaId, Schema>
}

type Schemas = ReadonlyMap<SchemaId, Schema>

const foreign = '\u0000'
const transplanted = '\u0001'

/** `partnerOf`: what is known to mean the same as a schema of the other version. */
export function joinSchemas(
  own: Schemas,
  other: Schemas,
  partnerOf: (schema: Schema) => Schema | undefined,
): JoinedSchemas {
  const adopted = new Map<Schema, Schema>()
  const schemas = withForeign(own, foreign, other, (target) => partnerOf(target) ?? adopt(target))
  return { schemas, adopt, transplant }

  function adopt(schema: Schema): Schema {
    const known = adopted.get(schema) ?? copyOf(schema, (target) => `${foreign}${target}`)
    adopted.set(schema, known)
    return known
  }

  function transplant(schema: Schema, partners: Partners): Transplant {
    const copies = new Map<Schema, Schema>()
    const copy = (one: Schema): Schema => {
      const known = copies.get(one) ?? copyOf(one, (target) => partners.get(target) ?? `${transplanted}${target}`)
      copies.set(one, known)
      return known
    }
    const all = withForeign(schemas, transplanted, other, (target) => partnerOf(target) ?? copy(target))
    return { schema: copy(schema), schemas: all }
  }
}

/** With more schemas, under identities that begin with a prefix. */
function withForeign(own: Schemas, prefix: string, other: Schemas, fit: (target: Schema) => Schema): Schemas {
  return new (class extends Map<SchemaId, Schema> {
    override get(id: SchemaId): Schema | undefined {
      if (!id.startsWith(prefix)) return own.get(id)
      const target = other.get(id.slice(prefix.length))
      return target && fit(target)
    }

    override has(id: SchemaId): boolean {
      return id.startsWith(prefix) ? other.has(id.slice(prefix.length)) : own.has(id)
    }
  })()
}

/** A copy whose references lead elsewhere. What refers to nothing stays the very same object. */
function copyOf(schema: Schema, refTo: (target: SchemaId) => string): Schema {
  const referring = schemasThatRefer(schema)
  if (!referring.has(schema)) return schema
  const copy = {}
  const pending: { readonly from: Schema; readonly to: Record<string, unknown> }[] = [{ from: schema, to: copy }]
  const fit = (value: unknown): unknown => {
    if (!isSchema(value) || !referring.has(value)) return value
    const to = {}
    pending.push({ from: value, to })
    return to
  }
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { from, to } = next
    for (const [field, value] of Object.entries(from) as [string, unknown][]) {
      if (field === 'ref') to[field] = refTo(value as SchemaId)
      else if (Array.isArray(value)) to[field] = value.map(fit)
      else if (value instanceof Map) to[field] = new Map([...value].map(([key, item]) => [key, fit(item)]))
      else to[field] = fit(value)
    }
  }
  return copy as Schema
}

/** Those in a schema, itself included, that refer to others or hold one that does. */
function schemasThatRefer(start: Schema): ReadonlySet<Schema> {
  const found = new Set<Schema>()
  const below: { readonly schema: Schema; readonly above: Schema | undefined }[] = [{ schema: start, above: undefined }]
  for (let index = 0; index < below.length; index++) {
    const { schema } = below[index] as (typeof below)[number]
    for (const child of children(schema)) below.push({ schema: child.schema, above: schema })
  }
  for (let index = below.length - 1; index >= 0; index--) {
    const { schema, above } = below[index] as (typeof below)[number]
    if (schema.ref !== undefined) found.add(schema)
    if (above && found.has(schema)) found.add(above)
  }
  return found
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'schema'
}
