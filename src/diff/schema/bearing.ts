import type { Schema } from '../../contract/model/index.js'
import { isPureRef } from '../../contract/schema/index.js'
import type { Step, Trail } from './trail.js'

/**
 * What a place that comes to accept more does to what stands around it.
 *
 * `apart`: it does the same, in every view. Only members, items and references lead there, from schemas that say nothing
 * else about the same value: a value of the whole is then made of values of the places, and what a place declares is
 * declared nowhere else.
 *
 * `joined`: it does the same in the strict view. Nothing but conjunctions, `anyOf`, applicators of members and items, and
 * consequences of conditions lead there, which accept more where their parts do.
 *
 * `turned`: nobody knows. `oneOf`, negations and conditions can turn it round, and what is evaluated is told by all that
 * holds together (JSON Schema 2020-12, Core, sections 10.2 and 11).
 */
export type Bearing = 'apart' | 'joined' | 'turned'

const bearings = ['apart', 'joined', 'turned'] as const
export const bearingCount = bearings.length

/** Of two on one way, the one that counts for the whole of it. */
export function together(one: Bearing, other: Bearing): Bearing {
  return bearings.indexOf(one) > bearings.indexOf(other) ? one : other
}

export function bearingOfTrail(trail: Trail | undefined): Bearing {
  let found: Bearing = 'apart'
  for (let way = trail; way; way = way.before) found = together(found, bearingOfStep(way.from, way.step))
  return found
}

export function bearingOfStep(schema: Schema, step: Step): Bearing {
  if (isPlain(schema, step)) return 'apart'
  if (schema.unevaluatedProperties !== undefined || schema.unevaluatedItems !== undefined) return 'turned'
  return joinedSteps.has(step.role) ? 'joined' : 'turned'
}

function isPlain(schema: Schema, step: Step): boolean {
  if (step.role === 'ref') return isPureRef(schema)
  return plainSteps.has(step.role) && saysOnlyPlainThings(schema)
}

/** Whether the schema says no further word about a member that has one of its own. */
export function saysOnlyPlainThings(schema: Schema): boolean {
  for (const field in schema) if (!plainFields.has(field)) return false
  return true
}

const plainSteps: ReadonlySet<string> = new Set(['properties', 'items', 'prefixItems'])

const joinedSteps: ReadonlySet<string> = new Set([
  ...['ref', 'allOf', 'anyOf', 'then', 'else', 'dependentSchemas', 'properties', 'patternProperties'],
  ...['additionalProperties', 'propertyNames', 'items', 'prefixItems'],
])

const plainFields: ReadonlySet<string> = new Set<keyof Schema>([
  ...(['kind', 'at', 'name', 'title', 'description', 'default', 'examples', 'deprecated', 'readOnly'] as const),
  ...(['writeOnly', 'classification', 'tenantKey', 'retention', 'residency', 'lifecycle', 'types'] as const),
  ...(['properties', 'additionalProperties', 'required', 'minProperties', 'maxProperties'] as const),
  ...(['dependentRequired', 'prefixItems', 'items', 'minItems', 'maxItems', 'uniqueItems'] as const),
  ...(['minLength', 'maxLength', 'pattern', 'format', 'multipleOf'] as const),
  ...(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const),
])
