import type { Schema, SchemaId } from '../../contract/model/index.js'
import { children, follow } from '../../contract/schema/index.js'
import { sameData } from '../../util/same-data.js'

type Schemas = ReadonlyMap<SchemaId, Schema>

/** Notes on schemas this far apart tell branches apart, and no more are looked at. */
const mostSchemas = 100

/**
 * Whether two schemas of one meaning also carry the same notes: defaults, titles, lifecycles, classes, and the names of
 * their members, which may differ in what no value fits.
 */
export function sameNotes(before: Schema, inBefore: Schemas, after: Schema, inAfter: Schemas): boolean {
  return sameData(notesOf(before, inBefore), notesOf(after, inAfter))
}

/** All notes with their way from the schema, in whatever part of it they stand. */
function notesOf(start: Schema, schemas: Schemas): ReadonlySet<string> {
  const notes = new Set<string>()
  const seen = new Set<Schema>()
  const pending: (readonly [schema: Schema, path: string])[] = [[start, '']]
  for (let next = pending.pop(); next && seen.size < mostSchemas; next = pending.pop()) {
    const [schema, path] = [follow(next[0], schemas), next[1]]
    if (seen.has(schema)) continue
    seen.add(schema)
    for (const field of noted) {
      const value = field === 'discriminator' ? textOf(schema) : schema[field]
      if (value !== undefined && value !== false) notes.add(`${path} ${field} ${JSON.stringify(plain(value))}`)
    }
    for (const { role, key, schema: nested } of children(schema)) {
      if (path === '' && role === 'properties') notes.add(`member ${key}`)
      // Where in a composition it stands says nothing.
      pending.push([nested, compositions.has(role) ? path : `${path}/${role}/${key ?? ''}`])
    }
  }
  return notes
}

const noted = [
  ...(['title', 'default', 'deprecated', 'readOnly', 'writeOnly', 'format', 'discriminator'] as const),
  ...(['contentEncoding', 'contentMediaType', 'classification', 'tenantKey'] as const),
  ...(['retention', 'residency', 'lifecycle'] as const),
] as const satisfies readonly (keyof Schema)[]
const compositions: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf'])

function textOf({ discriminator }: Schema): unknown {
  return discriminator && JSON.stringify([discriminator.propertyName, [...discriminator.mapping.keys()].sort()])
}

function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'at' in value && 'value' in value ? value.value : value
}
