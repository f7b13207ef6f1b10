import type { Schema, SchemaId } from '../../contract/model/index.js'

/**
 * The schemas of one version, and those of the other under identities that the first cannot have: a schema that is put
 * from one version into the other keeps its references. Copies are made when something asks for them.
 */
export interface JoinedSchemas {
  readonly schemas: ReadonlyMap<SchemaId, Schema>
  /** The other version's schema, fit to stand in this one. */
  readonly adopt: (schema: Schema) => Schema
}

const foreign = '\u0000'

export function joinSchemas(own: ReadonlyMap<SchemaId, Schema>, other: ReadonlyMap<SchemaId, Schema>): JoinedSchemas {
  const adopted = new Map<Schema, Schema>()
  const schemas = new (class extends Map<SchemaId, Schema> {
    override get(id: SchemaId): Schema | undefined {
      if (!id.startsWith(foreign)) return own.get(id)
      const target = other.get(id.slice(foreign.length))
      return target && adopt(target)
    }

    override has(id: SchemaId): boolean {
      return id.startsWith(foreign) ? other.has(id.slice(foreign.length)) : own.has(id)
    }
  })()
  return { schemas, adopt }

  function adopt(schema: Schema): Schema {
    const known = adopted.get(schema)
    if (known) return known
    const copy = {} as Record<string, unknown>
    adopted.set(schema, copy as unknown as Schema)
    const pending = [{ from: schema, to: copy }]
    for (let next = pending.pop(); next; next = pending.pop()) {
      const { from, to } = next
      for (const [field, value] of Object.entries(from)) to[field] = adoptField(field, value, pending)
    }
    return copy as unknown as Schema
  }
}

type Pending = { from: Schema; to: Record<string, unknown> }[]

function adoptField(field: string, value: unknown, pending: Pending): unknown {
  if (field === 'ref') return `${foreign}${String(value)}`
  if (isSchema(value)) return later(value, pending)
  if (Array.isArray(value)) return value.map((item: unknown) => (isSchema(item) ? later(item, pending) : item))
  if (value instanceof Map)
    return new Map([...value].map(([key, item]) => [key, isSchema(item) ? later(item, pending) : item]))
  return value
}

function later(from: Schema, pending: Pending): Record<string, unknown> {
  const to = {}
  pending.push({ from, to })
  return to
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'schema'
}
