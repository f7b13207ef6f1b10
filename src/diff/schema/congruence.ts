import type { Schema } from '../../contract/model/index.js'
import { anything, isPureRef } from '../../contract/schema/index.js'
import type { LocalEdit } from './local-edit.js'
import type { Way } from './reach.js'
import type { Step, Trail } from './trail.js'

/**
 * What an edit that widens its own place does to payloads, so that nothing but the place need be looked at.
 *
 * `apart`: it widens them in the view in which the place was looked at. Only members, items and references lead there,
 * from schemas that say nothing else about the same value: a value of the whole is then made of values of the places, and
 * what a place declares is declared nowhere else.
 *
 * `joined`: it widens them if it widens the place in the strict view. Nothing but conjunctions, `anyOf`, applicators of
 * members and items, and consequences of conditions lead there, which accept more where their parts do.
 *
 * Otherwise undefined: `oneOf`, negations and conditions can turn a widening round, and what is evaluated, or left out,
 * is told by all that holds together (JSON Schema 2020-12, Core, sections 10.2 and 11).
 */
export type Bearing = 'apart' | 'joined'

export interface BearingOptions {
  readonly side: 'before' | 'after'
  /** Whether members of the schema, and of all that hold together with it, take no part. */
  readonly leavesOut: (schema: Schema) => boolean
}

export function bearingOf(edit: LocalEdit, ways: readonly Way[], options: BearingOptions): Bearing | undefined {
  // Whether a member takes part is decided by its parent.
  if (edit.field === 'readOnly' || edit.field === 'writeOnly' || edit.field === 'ref') return undefined
  let found: Bearing = 'apart'
  for (const trail of trailsOf(edit, ways, options.side)) {
    for (let way = trail; way; way = way.before) {
      if (isPlain(way.from, way.step)) continue
      if (!isMonotone(way.from, way.step, options)) return undefined
      found = 'joined'
    }
  }
  // Text on the wire is read by the whole.
  return ways.some(({ payload }) => payload.place.wire) ? undefined : found
}

function* trailsOf(edit: LocalEdit, ways: readonly Way[], side: 'before' | 'after'): Iterable<Trail | undefined> {
  yield edit[side].trail
  for (const { edges } of ways) for (const edge of edges) yield edge.trail(side)
}

/**
 * An edited schema with nothing around it but the way to it, and of its own members only the one that the edit is about.
 * What is left out is said by the producing side as well, so that as much of what it sends is refused, if the edit is
 * congruent: a schema of thousands of members is not copied for each of its edits.
 */
export function alone(edit: LocalEdit, edited: Schema, trails: readonly (Trail | undefined)[]): Schema {
  let schema = onlyMember(edit, edited)
  for (const trail of trails)
    for (let way = trail; way; way = way.before) schema = onlyChild(way.from, way.step, schema)
  return schema
}

function onlyMember({ field, change: { member } }: LocalEdit, schema: Schema): Schema {
  if ((field !== 'properties' && field !== 'required') || member === undefined || !isSeparable(schema)) return schema
  const property = schema.properties?.get(member)
  return {
    kind: 'schema',
    at: schema.at,
    ...(property && { properties: new Map([[member, property]]) }),
    ...(schema.required?.includes(member) && { required: [member] }),
  }
}

/** Whether each member is judged by itself, whatever the others are. */
function isSeparable(schema: Schema): boolean {
  for (const field in schema) if (field === 'additionalProperties' || !plainFields.has(field)) return false
  return true
}

function onlyChild({ at, prefixItems = [] }: Schema, step: Step, child: Schema): Schema {
  const before = (count: number): Schema[] => Array.from({ length: count }, () => anything(at))
  switch (step.role) {
    case 'properties':
      return { kind: 'schema', at, properties: new Map([[String(step.key), child]]) }
    case 'prefixItems':
      return { kind: 'schema', at, prefixItems: [...before(Number(step.key)), child] }
    case 'items':
      return {
        kind: 'schema',
        at,
        items: child,
        ...(prefixItems.length > 0 && { prefixItems: before(prefixItems.length) }),
      }
    default:
      return child
  }
}

function isPlain(schema: Schema, step: Step): boolean {
  if (step.role === 'ref') return isPureRef(schema)
  if (!plainSteps.has(step.role)) return false
  for (const field in schema) if (!plainFields.has(field)) return false
  return true
}

const plainSteps: ReadonlySet<string> = new Set(['properties', 'items', 'prefixItems'])

/** Whether the schema accepts more where the one that the step leads to does, whatever else it says. */
function isMonotone(schema: Schema, { role }: Step, { leavesOut }: BearingOptions): boolean {
  if (schema.unevaluatedProperties !== undefined || schema.unevaluatedItems !== undefined) return false
  if (role === 'allOf' || role === 'ref') return !leavesOut(schema)
  return monotoneSteps.has(role)
}

const monotoneSteps: ReadonlySet<string> = new Set([
  ...['anyOf', 'then', 'else', 'dependentSchemas', 'properties', 'patternProperties', 'additionalProperties'],
  ...['propertyNames', 'items', 'prefixItems'],
])

/** Fields without a further word about a member that has one of its own. */
const plainFields: ReadonlySet<string> = new Set<keyof Schema>([
  ...(['kind', 'at', 'name', 'title', 'description', 'default', 'examples', 'deprecated', 'readOnly'] as const),
  ...(['writeOnly', 'classification', 'tenantKey', 'retention', 'residency', 'lifecycle', 'types'] as const),
  ...(['properties', 'additionalProperties', 'required', 'minProperties', 'maxProperties'] as const),
  ...(['dependentRequired', 'prefixItems', 'items', 'minItems', 'maxItems', 'uniqueItems'] as const),
  ...(['minLength', 'maxLength', 'pattern', 'format', 'multipleOf'] as const),
  ...(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const),
])
