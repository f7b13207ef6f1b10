import { isLeftOut } from '../../annotation/index.js'
import type { Schema, SchemaId } from '../../model/index.js'
import type { SchemaRole } from '../walk.js'
import type { JudgeOptions } from './options.js'

/** What takes no part where a schema is read. */
export interface Scope {
  readonly leftOut: ReadonlySet<string>
  /**
   * Below `not` and `if` nothing is left out: those ask about the value, they promise nothing, and with less to ask for
   * they would refuse other values.
   */
  readonly isLiteral: boolean
}

export interface Scopes {
  /** Of a schema that judges a place by itself. */
  start(schema: Schema): Scope
  /** Of a schema that is `role` to one in this scope. */
  below(scope: Scope, role: SchemaRole, nested: Schema): Scope
}

const open: Scope = { leftOut: new Set(), isLiteral: false }
const literal: Scope = { leftOut: new Set(), isLiteral: true }

export function createScopes(schemas: ReadonlyMap<SchemaId, Schema>, projection: JudgeOptions['projection']): Scopes {
  const known = new Map<Schema, Scope>()
  return { start, below }

  function start(schema: Schema): Scope {
    let scope = known.get(schema)
    if (!scope) {
      const leftOut = leftOutMembers(schema, schemas, projection)
      scope = leftOut.size > 0 ? { leftOut, isLiteral: false } : open
      known.set(schema, scope)
    }
    return scope
  }

  function below(scope: Scope, role: SchemaRole, nested: Schema): Scope {
    if (scope.isLiteral || role === 'not' || role === 'if') return literal
    return role === 'allOf' ? scope : start(nested)
  }
}

/**
 * Names of the members that take no part where the schema judges a value: those that it declares so itself, by its
 * reference or by `allOf`, since all of these hold together: often one of them declares a member and another requires it.
 */
export function leftOutMembers(
  start: Schema,
  schemas: ReadonlyMap<SchemaId, Schema>,
  projection: JudgeOptions['projection'],
): ReadonlySet<string> {
  const names = new Set<string>()
  if (projection === 'none') return names
  const direction = projection === 'to-server' ? 'input' : 'output'
  const seen = new Set<Schema>([start])
  for (const schema of seen) {
    schema.properties?.forEach((member, name) => {
      if (isLeftOut(member, direction, schemas)) names.add(name)
    })
    const target = schema.ref === undefined ? undefined : schemas.get(schema.ref)
    if (target) seen.add(target)
    for (const part of schema.allOf ?? []) seen.add(part)
  }
  return names
}
