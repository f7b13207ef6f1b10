import type { Schema } from '../../contract/model/index.js'
import type { FieldChange } from '../edit/compare-node.js'
import type { Part } from './parts.js'

export type SchemaField = keyof Schema

/** A change of one keyword in one place of a schema. */
export interface LocalEdit {
  readonly field: SchemaField
  readonly change: FieldChange
  /** The schemas that hold the keyword; where one side has it not, the schema of the place. */
  readonly before: Part
  readonly after: Part
  /** The keyword's value, or its member's, when the edit is made to the earlier version, and when it is taken back in the later one. */
  readonly made: unknown
  readonly takenBack: unknown
  /** The branch of a list that the edit is about, by identity. */
  readonly branch?: Schema
  /** A member that is required together with the one that came or went. */
  readonly requires?: string
  /** Changes without which this one has no effect, nor they without it. */
  readonly companions?: readonly LocalEdit[]
}

/** The schema with one keyword, or one member of it, as the edit has it. `value`: `made` or `takenBack`. */
export function withEdit(
  schema: Schema,
  edit: Pick<LocalEdit, 'field' | 'change' | 'requires' | 'branch'>,
  value: unknown,
  adopt: (schema: Schema) => Schema,
): Schema {
  const { field, change, requires, branch } = edit
  const adopted = adoptAny(value, adopt)
  const changed = branch
    ? withBranches(schema, field, branch, adopted)
    : change.member === undefined || isWhole(field)
      ? withValue(schema, field, adopted)
      : withMember(schema, field, change.member, adopted)
  if (requires === undefined) return changed
  return withMember(changed, 'required', requires, value === undefined ? undefined : requires)
}

function withBranches(schema: Schema, field: SchemaField, branch: Schema, value: unknown): Schema {
  const others = ((schema[field] ?? []) as readonly Schema[]).filter((known) => known !== branch)
  return withValue(schema, field, isSchema(value) ? [...others, value] : others)
}

/** Every member of these is told apart, and yet they are replaced as a whole. */
function isWhole(field: SchemaField): boolean {
  return field === 'enum' || field === 'types'
}

function withMember(schema: Schema, field: SchemaField, member: string, value: unknown): Schema {
  if (field === 'required') {
    const others = (schema.required ?? []).filter((name) => name !== member)
    return withValue(schema, field, value === undefined ? others : [...others, member].sort())
  }
  const map = new Map(schema[field] as ReadonlyMap<string, unknown> | undefined)
  if (value === undefined) map.delete(member)
  else map.set(member, value)
  return withValue(schema, field, map)
}

function withValue(schema: Schema, field: SchemaField, value: unknown): Schema {
  const { [field]: _old, ...rest } = schema
  const isEmpty = Array.isArray(value) && value.length === 0
  // No value is one of none, and no value has none of the types.
  if (isEmpty && isWhole(field)) return { kind: 'schema', at: schema.at, always: false }
  return (value === undefined || isEmpty ? rest : { ...rest, [field]: value }) as Schema
}

function adoptAny(value: unknown, adopt: (schema: Schema) => Schema): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => adoptAny(item, adopt))
  return isSchema(value) ? adopt(value) : value
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && (value as Partial<Schema>).kind === 'schema'
}
