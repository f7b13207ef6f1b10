import type { Schema } from '../../contract/model/index.js'
import { anything } from '../../contract/schema/index.js'
import { type Bearing, bearingOfStep, saysOnlyPlainThings, together } from './bearing.js'
import type { LocalEdit } from './local-edit.js'
import type { Way } from './reach.js'
import type { Step, Trail } from './trail.js'

export interface BearingOptions {
  readonly side: 'before' | 'after'
  /** Whether members of the schema, and of all that hold together with it, take no part. */
  readonly leavesOut: (schema: Schema) => boolean
}

/**
 * What becomes of payloads when their place at the end of a trail comes to accept more: where that is known, nothing but
 * the place need be looked at.
 */
export function bearingOf(trail: Trail | undefined, ways: readonly Way[], options: BearingOptions): Bearing {
  // Text on the wire is read by the whole.
  if (ways.some(({ payload }) => payload.place.wire)) return 'turned'
  let found: Bearing = 'apart'
  for (const one of trailsOf(trail, ways, options.side)) {
    for (let way = one; way; way = way.before) {
      found = together(found, bearingIn(way.from, way.step, options))
      if (found === 'turned') return found
    }
  }
  return found
}

function* trailsOf(trail: Trail | undefined, ways: readonly Way[], side: 'before' | 'after') {
  yield trail
  for (const { edges } of ways) for (const edge of edges) yield edge.trail(side)
}

/** What is left out is told by all that holds together, too. */
function bearingIn(schema: Schema, step: Step, { leavesOut }: BearingOptions): Bearing {
  const found = bearingOfStep(schema, step)
  const isShared = found === 'joined' && (step.role === 'allOf' || step.role === 'ref')
  return isShared && leavesOut(schema) ? 'turned' : found
}

/**
 * An edited schema with nothing around it but the way to it, and of its own members only the one that the edit is about.
 * What is left out is said by the producing side as well, so that as much of what it sends is refused, if the bearing
 * is `apart`: a schema of thousands of members is not copied for each of its edits.
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
  return schema.additionalProperties === undefined && saysOnlyPlainThings(schema)
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
