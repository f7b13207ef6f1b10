import type { Schema } from '../../contract/model/index.js'
import { anything, isPureRef } from '../../contract/schema/index.js'
import type { LocalEdit } from './local-edit.js'
import type { Way } from './reach.js'
import type { Step, Trail } from './trail.js'

/**
 * Whether an edit that widens its own place widens every payload as well, so that nothing but the place need be looked
 * at. It does where only members, items and references lead there, from schemas that say nothing else about the same
 * value: a value of the whole is then made of values of the places, and what a place declares is declared nowhere else.
 * Alternatives, negations and conditions can turn a widening round (JSON Schema 2020-12, Core, sections 10.2 and 11).
 */
export function isCongruent(edit: LocalEdit, ways: readonly Way[], side: 'before' | 'after'): boolean {
  // Whether a member takes part is decided by its parent, and text on the wire is read by the whole.
  if (edit.field === 'readOnly' || edit.field === 'writeOnly' || edit.field === 'ref') return false
  return (
    keepsOrder(edit[side].trail) &&
    ways.every(({ payload, edges }) => !payload.place.wire && edges.every((edge) => keepsOrder(edge.trail(side))))
  )
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

function keepsOrder(trail: Trail | undefined): boolean {
  for (let way = trail; way; way = way.before) if (!isPlain(way.from, way.step)) return false
  return true
}

function isPlain(schema: Schema, step: Step): boolean {
  if (step.role === 'ref') return isPureRef(schema)
  if (!plainSteps.has(step.role)) return false
  for (const field in schema) if (!plainFields.has(field)) return false
  return true
}

const plainSteps: ReadonlySet<string> = new Set(['properties', 'items', 'prefixItems'])

/** Fields without a further word about a member that has one of its own. */
const plainFields: ReadonlySet<string> = new Set<keyof Schema>([
  ...(['kind', 'at', 'name', 'title', 'description', 'default', 'examples', 'deprecated', 'readOnly'] as const),
  ...(['writeOnly', 'classification', 'tenantKey', 'retention', 'residency', 'lifecycle', 'types'] as const),
  ...(['properties', 'additionalProperties', 'required', 'minProperties', 'maxProperties'] as const),
  ...(['dependentRequired', 'prefixItems', 'items', 'minItems', 'maxItems', 'uniqueItems'] as const),
])
