import type { Schema, SchemaId } from '../../model/index.js'
import { follow, isPureRef } from '../resolve.js'
import { children, inPlaceRoles, type SchemaRole } from '../walk.js'

/**
 * How a schema is read where it stands. A place of the value (the value itself, a property, an item) is closed as a
 * whole: its schema accepts no property that nothing of what judges the same place declares, which
 * `unevaluatedProperties: false` says. Where nothing declares properties, the place stays open.
 *
 * - `plain`: as JSON Schema has it.
 * - `literal`: as JSON Schema has it, and no member is left out. What stands in `not` and `if` is a question that is
 *   asked of the value, no promise about it: with less to ask for, other values would be refused.
 * - `root`: the schema of a place that is closed.
 * - `within`: judges the same place as a `root` around it.
 * - `open`: one of several alternatives in a `root`, and a free-form object: that is meant to be open.
 * - `sealed`: like `within`, under an `unevaluatedProperties` that the author wrote: that decides what is open.
 */
export type Mode = 'plain' | 'literal' | 'root' | 'within' | 'open' | 'sealed'

/** The mode of `nested`, which is `role` to a schema that is read in `mode`. */
export function modeBelow(mode: Mode, role: SchemaRole, holder: Schema, nested: Schema, schemas: Schemas): Mode {
  if (mode === 'literal' || role === 'not' || role === 'if') return 'literal'
  if (mode === 'plain' || role === 'contains' || role === 'propertyNames') return 'plain'
  if (!inPlaceRoles.has(role)) return 'root'
  if (mode === 'sealed' || holder.unevaluatedProperties) return 'sealed'
  return (role === 'anyOf' || role === 'oneOf') && isFreeForm(nested, schemas) ? 'open' : 'within'
}

type Schemas = ReadonlyMap<SchemaId, Schema>

/** The mode of what the reference of a schema leads to. A reference that says nothing else stands for its target. */
export function modeOfTarget(mode: Mode, holder: Schema): Mode {
  if (isPureRef(holder) || mode === 'literal' || mode === 'plain') return mode
  return mode === 'sealed' || holder.unevaluatedProperties ? 'sealed' : 'within'
}

/** Whether the alternative is an object of which nothing is said that could be declared. */
function isFreeForm(branch: Schema, schemas: Schemas): boolean {
  const schema = follow(branch, schemas)
  if (!schema.types?.includes('object') || schema.ref !== undefined || declares(schema)) return false
  if (schema.additionalProperties || schema.unevaluatedProperties) return false
  return !children(schema).some(({ role }) => inPlaceRoles.has(role))
}

/** Whether something that judges the same place as the schema declares properties. */
export function declaresProperties(start: Schema, schemas: Schemas): boolean {
  const seen = new Set<Schema>([start])
  for (const schema of seen) {
    if (declares(schema)) return true
    const target = schema.ref === undefined ? undefined : schemas.get(schema.ref)
    if (target) seen.add(target)
    for (const { role, schema: nested } of children(schema))
      if (role !== 'not' && inPlaceRoles.has(role)) seen.add(nested)
  }
  return false
}

function declares({ properties }: Schema): boolean {
  return properties !== undefined && properties.size > 0
}
