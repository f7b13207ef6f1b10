import type { Schema } from '../../contract/model/index.js'
import { isPureRef } from '../../contract/schema/index.js'
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
