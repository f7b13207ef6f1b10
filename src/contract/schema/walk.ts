import { escapeToken } from '../../util/json-pointer.js'
import type { Schema } from '../model/index.js'

/** What a schema is to the one that holds it. */
export type SchemaRole = SingleRole | ListRole | MapRole

const singles = [
  ...(['contentSchema', 'items', 'contains', 'unevaluatedItems', 'additionalProperties', 'propertyNames'] as const),
  ...(['unevaluatedProperties', 'not', 'if', 'then', 'else'] as const),
] as const
const lists = ['prefixItems', 'allOf', 'anyOf', 'oneOf'] as const
const maps = ['properties', 'patternProperties', 'dependentSchemas'] as const
const roles: ReadonlySet<string> = new Set([...singles, ...lists, ...maps])
type SingleRole = (typeof singles)[number]
type ListRole = (typeof lists)[number]
type MapRole = (typeof maps)[number]

export interface SchemaChild {
  readonly role: SchemaRole
  /** Name in a map, index in a list. */
  readonly key?: string | number
  readonly schema: Schema
}

/** Roles whose schemas judge the very value that the parent judges, not a part of it. */
export const inPlaceRoles: ReadonlySet<SchemaRole> = new Set<SchemaRole>([
  ...(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'] as const),
])

/** The schemas nested in this one, in a fixed order. A reference is not followed: see `Schema.ref`. */
export function children(schema: Schema): readonly SchemaChild[] {
  const found: SchemaChild[] = []
  if (schema.always !== undefined || isLeaf(schema)) return found
  for (const role of maps) schema[role]?.forEach((nested, key) => found.push({ role, key, schema: nested }))
  for (const role of lists) schema[role]?.forEach((nested, key) => found.push({ role, key, schema: nested }))
  for (const role of singles) {
    const nested = schema[role]
    if (nested) found.push({ role, schema: nested })
  }
  return found
}

/** Most schemas of a contract are: their fields are fewer than the roles that there are to ask for. */
function isLeaf(schema: Schema): boolean {
  for (const field in schema) if (roles.has(field)) return false
  return true
}

/** Where a schema was met: below the schema that the walk began with. */
export interface SchemaPlace {
  /** Roles and keys from the start, as a JSON Pointer over the normalised schema: `/properties/id/items`. */
  readonly path: string
  /** Absent for the start itself. */
  readonly role?: SchemaRole
  readonly key?: string | number
  readonly parent?: Schema
}

/**
 * Calls `visit` for the schema and all that is nested in it, parents first and in document order, without growing the
 * stack. Return false to leave out what is below. References are not followed.
 */
export function walk(start: Schema, visit: (schema: Schema, place: SchemaPlace) => unknown): void {
  const pending: { readonly schema: Schema; readonly place: SchemaPlace }[] = [{ schema: start, place: { path: '' } }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { schema, place } = next
    if (visit(schema, place) === false) continue
    const below = children(schema)
    for (let index = below.length - 1; index >= 0; index--) {
      const { role, key, schema: nested } = below[index] as SchemaChild
      const tail = key === undefined ? '' : `/${typeof key === 'string' ? escapeToken(key) : key}`
      const path = `${place.path}/${role}${tail}`
      pending.push({ schema: nested, place: { path, role, ...(key !== undefined && { key }), parent: schema } })
    }
  }
}
