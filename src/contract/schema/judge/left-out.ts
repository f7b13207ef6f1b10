import { isLeftOut } from '../../annotation/index.js'
import type { Schema, SchemaId } from '../../model/index.js'
import type { JudgeOptions } from './options.js'

const none: ReadonlySet<string> = new Set()

/**
 * Names of the members that take no part where the schema judges a value: those that it declares so itself, by its
 * reference or by `allOf`, since all of these hold together: often one of them declares a member and another requires it.
 */
export function leftOutMembers(
  start: Schema,
  schemas: ReadonlyMap<SchemaId, Schema>,
  projection: JudgeOptions['projection'],
): ReadonlySet<string> {
  if (projection === 'none') return none
  const direction = projection === 'to-server' ? 'input' : 'output'
  const names = new Set<string>()
  const seen = new Set<Schema>([start])
  for (const schema of seen) {
    schema.properties?.forEach((member, name) => {
      if (isLeftOut(member, direction, schemas)) names.add(name)
    })
    const target = schema.ref === undefined ? undefined : schemas.get(schema.ref)
    if (target) seen.add(target)
    for (const part of schema.allOf ?? []) seen.add(part)
  }
  return names.size > 0 ? names : none
}
