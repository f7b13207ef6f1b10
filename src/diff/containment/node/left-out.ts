import { isLeftOut } from '../../../contract/annotation/index.js'
import type { Schema, SchemaId } from '../../../contract/model/index.js'
import { compareText } from '../../../util/compare.js'
import type { Projection } from '../types.js'
import type { Role } from './outline.js'

/** Which members take no part, in a schema and in what holds together with it. */
export interface LeftOut {
  /** Whether any projection may leave out something of the schema itself. */
  isMarked(schema: Schema): boolean
  /** Whether it is one of the copies that `part` makes. */
  isCopy(schema: Schema): boolean
  names(schema: Schema): ReadonlySet<string>
  /** The part of a schema as it is read there: a copy where the holder has a say in what is left out of it. */
  part(part: Schema, role: Role, holder: Schema): Schema
  /** Reads `other` as the schema that it stands for is read. */
  standIn(schema: Schema, other: Schema): void
}

interface Options {
  readonly projection: Projection
  readonly schemas: ReadonlyMap<SchemaId, Schema>
}

const none: ReadonlySet<string> = new Set()

/**
 * Of schemas that hold together by `allOf`, one often declares a member `readOnly` and another requires it, so that all
 * leave out what one of them does. Under `not` and `if` nothing is left out: those ask about the value instead of
 * promising something, and with less to ask for they would refuse other values.
 */
export function createLeftOut({ projection, schemas }: Options): LeftOut {
  const direction = projection === 'to-server' ? 'input' : 'output'
  const found = new Map<Schema, ReadonlySet<string>>()
  const copied = new Set<Schema>()
  const copies = new Map<Schema, Map<string, Schema>>()
  const literal = new Set<Schema>()

  const isCopy = (schema: Schema): boolean => copied.has(schema)
  const plain: LeftOut = { isMarked, isCopy, names: () => none, part: (part) => part, standIn: () => {} }
  return projection === 'none' ? plain : { isMarked, isCopy, names, part, standIn }

  function isMarked(schema: Schema): boolean {
    for (const member of schema.properties?.values() ?? []) {
      if (member.readOnly || member.writeOnly) return true
      const { ref } = member
      if (ref !== undefined && (isLeftOut(member, 'input', schemas) || isLeftOut(member, 'output', schemas)))
        return true
    }
    return false
  }

  function names(schema: Schema): ReadonlySet<string> {
    const known = found.get(schema)
    if (known) return known
    if (schema.allOf === undefined && schema.ref === undefined && !isMarked(schema)) return none
    const collected = collect(schema)
    found.set(schema, collected)
    return collected
  }

  function part(nested: Schema, role: Role, holder: Schema): Schema {
    if (role === 'not' || role === 'if' || literal.has(holder)) return literally(nested)
    const inherited = role === 'allOf' && hasOthers(holder) ? names(holder) : none
    if (inherited.size === 0) return nested
    const own = names(nested)
    const all = new Set([...own, ...inherited])
    return all.size === own.size ? nested : copy(nested, all)
  }

  /** Whether anything but its one part has a say in what the holder leaves out. */
  function hasOthers(holder: Schema): boolean {
    const { ref, allOf = [], properties } = holder
    return copied.has(holder) || (ref === undefined ? 0 : 1) + allOf.length + (properties ? 1 : 0) > 1
  }

  function literally(nested: Schema): Schema {
    const known = copies.get(nested)?.get('')
    if (known) return known
    const made = copy(nested, none, '')
    literal.add(made)
    return made
  }

  function copy(
    schema: Schema,
    leftOut: ReadonlySet<string>,
    key = JSON.stringify([...leftOut].sort(compareText)),
  ): Schema {
    const known = copies.get(schema) ?? new Map<string, Schema>()
    copies.set(schema, known)
    const made = known.get(key) ?? { ...schema }
    known.set(key, made)
    copied.add(made)
    found.set(made, leftOut)
    return made
  }

  function standIn(schema: Schema, other: Schema): void {
    if (literal.has(schema)) literal.add(other)
    if (!copied.has(schema)) return
    copied.add(other)
    found.set(other, names(schema))
  }

  function collect(start: Schema): ReadonlySet<string> {
    const marked = new Set<string>()
    const seen = new Set<Schema>([start])
    for (const schema of seen) {
      if (schema.properties)
        for (const [name, member] of schema.properties) if (isLeftOut(member, direction, schemas)) marked.add(name)
      const target = schema.ref === undefined ? undefined : schemas.get(schema.ref)
      if (target) seen.add(target)
      for (const part of schema.allOf ?? []) seen.add(part)
    }
    return marked.size > 0 ? marked : none
  }
}
