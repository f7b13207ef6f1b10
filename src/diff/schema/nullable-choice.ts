import type { JsonType, Schema, SchemaId } from '../../contract/model/index.js'
import { follow } from '../../contract/schema/index.js'
import type { ChildPair } from './compare-place.js'
import type { LocalEdit } from './local-edit.js'
import type { Part } from './parts.js'
import { isWireField } from './wire-fields.js'

/** A place where one version says by a choice that a value may be null, and the other says that it is not. */
export interface NullableChoice {
  readonly side: 'before' | 'after'
  /** The alternative that is not null. */
  readonly inner: Part
  readonly edit: LocalEdit
}

type Schemas = Readonly<Record<'before' | 'after', ReadonlyMap<SchemaId, Schema>>>

/**
 * `anyOf: [X, {type: 'null'}]` is how generators write that a value may be null. Compared with what is no choice, X is
 * what it was, and null is what came or went.
 */
export function nullableChoice({ before, after }: ChildPair, schemas: Schemas): NullableChoice | undefined {
  const side = innerOf(after) ? 'after' : 'before'
  const [choice, plain] = side === 'after' ? [after, before] : [before, after]
  const inner = innerOf(choice)
  if (!inner) return undefined
  const { types, anyOf, oneOf } = follow(plain.schema, schemas[side === 'after' ? 'before' : 'after'])
  if (!types || types.includes('null') || anyOf || oneOf) return undefined
  const wider: readonly JsonType[] = [...types, 'null']
  const own = plain.schema.types && ([...plain.schema.types, 'null'] as const)
  const without = follow(inner.schema, schemas[side]).types ?? allButNull
  const common = { field: 'types', before, after } as const
  const edit: LocalEdit =
    side === 'after'
      ? { ...common, change: { action: 'added', from: types, to: wider }, made: own, takenBack: without }
      : { ...common, change: { action: 'removed', from: wider, to: types }, made: without, takenBack: own }
  return { side, inner, edit }
}

const allButNull: readonly JsonType[] = ['array', 'boolean', 'number', 'object', 'string']

function innerOf({ schema, trail }: Part): Part | undefined {
  const limiting = limitsOf(schema)
  const [role] = limiting
  if (limiting.length !== 1 || (role !== 'anyOf' && role !== 'oneOf')) return undefined
  const branches = schema[role] ?? []
  const key = branches.findIndex((branch) => !isNull(branch))
  const inner = branches[key]
  if (!inner || branches.length !== 2 || !branches.some(isNull)) return undefined
  return { schema: inner, trail: { from: schema, step: { role, key }, before: trail } }
}

function isNull(schema: Schema): boolean {
  return schema.types?.length === 1 && schema.types[0] === 'null' && limitsOf(schema).length === 1
}

/** The keywords that limit the value. */
function limitsOf(schema: Schema): readonly string[] {
  return Object.keys(schema).filter((field) => isWireField(field) && !words.has(field))
}

const words: ReadonlySet<string> = new Set<keyof Schema>(['kind', 'at', 'name', 'title', 'description', 'examples'])
