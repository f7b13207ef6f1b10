import type { JsonType, Schema, SchemaId } from '../../contract/model/index.js'
import type { Schemas } from '../codec/model/facts.js'

/**
 * The schemas that all describe the same value because they are joined by `$ref` and `allOf`, the given ones first, each
 * once. Their `ref` and `allOf` have been followed and mean nothing any more.
 */
export function atomsOf(start: readonly Schema[], schemas: Schemas): readonly Schema[] {
  const atoms = new Set<Schema>()
  const pending = [...start].reverse()
  for (let schema = pending.pop(); schema; schema = pending.pop()) {
    if (atoms.has(schema)) continue
    atoms.add(schema)
    const target = targetOf(schema.ref, schemas)
    for (let index = (schema.allOf?.length ?? 0) - 1; index >= 0; index--) pending.push(schema.allOf?.[index] as Schema)
    if (target) pending.push(target)
  }
  return [...atoms]
}

function targetOf(ref: SchemaId | undefined, schemas: Schemas): Schema | undefined {
  return ref === undefined ? undefined : schemas.get(ref)
}

/** Types that all of them accept, `integer` within `number`; undefined when none of them says. */
export function typesOf(atoms: readonly Schema[]): ReadonlySet<JsonType> | undefined {
  let types: ReadonlySet<JsonType> | undefined
  for (const atom of atoms) {
    const own = atom.types ? new Set(atom.types) : atom.enum ? new Set(atom.enum.map(typeOfValue)) : undefined
    if (own) types = types ? common(types, own) : own
  }
  return types
}

/** Whether a value could be of a type of both. */
export function overlaps(left: ReadonlySet<JsonType>, right: ReadonlySet<JsonType>): boolean {
  return common(left, right).size > 0
}

export function typeOfValue(value: unknown): JsonType {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (Number.isInteger(value)) return 'integer'
  return typeof value as 'string' | 'number' | 'boolean' | 'object'
}

function common(left: ReadonlySet<JsonType>, right: ReadonlySet<JsonType>): ReadonlySet<JsonType> {
  const both = new Set<JsonType>()
  for (const type of left) {
    if (right.has(type) || (type === 'integer' && right.has('number'))) both.add(type)
    else if (type === 'number' && right.has('integer')) both.add('integer')
  }
  return both
}
