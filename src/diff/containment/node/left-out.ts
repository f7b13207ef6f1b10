import { isLeftOut } from '../../../contract/annotation/index.js'
import type { Schema, SchemaId } from '../../../contract/model/index.js'
import { compareText } from '../../../util/compare.js'
import type { Projection } from '../types.js'
import type { Role } from './outline.js'

/** Which members take no part, in a schema and in what holds together with it. */
export interface LeftOut {
  names(schema: Schema): ReadonlySet<string>
  /** The part of a schema as it is read there: a copy where the holder has a say in what is left out of it. */
  part(part: Schema, role: Role, holder: Schema): Schema
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
  const copies = new Map<Schema, Map<string, Schema>>()
  const literal = new Set<Schema>()

  return projection === 'none' ? { names: () => none, part: (part) => part } : { names, part }

  function names(schema: Schema): ReadonlySet<string> {
    let known = found.get(schema)
    if (!known) {
      known = literal.has(schema) ? none : collect(schema)
      found.set(schema, known)
    }
    return known
  }

  function part(nested: Schema, role: Role, holder: Schema): Schema {
    if (role === 'not' || role === 'if' || literal.has(holder)) return literally(nested)
    const inherited = role === 'allOf' ? names(holder) : none
    if (inherited.size === 0) return nested
    const own = names(nested)
    const all = new Set([...own, ...inherited])
    return all.size === own.size ? nested : copy(nested, all)
  }

  function literally(nested: Schema): Schema {
    const known = copies.get(nested)?.get('')
    if (known) return known
    const copied = copy(nested, none, '')
    literal.add(copied)
    return copied
  }

  function copy(
    schema: Schema,
    leftOut: ReadonlySet<string>,
    key = JSON.stringify([...leftOut].sort(compareText)),
  ): Schema {
    const known = copies.get(schema) ?? new Map<string, Schema>()
    copies.set(schema, known)
    const copied = known.get(key) ?? { ...schema }
    known.set(key, copied)
    found.set(copied, leftOut)
    return copied
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
