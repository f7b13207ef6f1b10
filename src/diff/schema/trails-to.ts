import type { Schema, SchemaId } from '../../contract/model/index.js'
import { children, isPureRef, walk } from '../../contract/schema/index.js'
import { type Bearing, bearingCount, bearingOfTrail, saysOnlyPlainThings } from './bearing.js'
import type { Part } from './parts.js'
import type { Trail } from './trail.js'

/** The first way of each bearing, in the order in which they were found. */
export type TrailsByBearing = ReadonlyMap<Bearing, Trail>

export interface Trails {
  /** Ways from a schema to the references to `id` in it, and over them. */
  to(start: Part, id: SchemaId): TrailsByBearing
}

export function createTrails(): Trails {
  const plain = new WeakMap<Schema, boolean>()
  return { to }

  function to(start: Part, id: SchemaId): TrailsByBearing {
    const most = isPlainThroughout(start.schema) ? 1 : bearingCount
    const trails = new Map<Schema, Trail | undefined>([[start.schema, start.trail]])
    const found = new Map<Bearing, Trail>()
    walk(start.schema, (schema, { parent, role, key }) => {
      if (found.size === most) return false
      if (parent && role) {
        const step = { role, ...(key !== undefined && { key }) }
        trails.set(schema, { from: parent, step, before: trails.get(parent) })
      }
      if (schema.ref !== id) return true
      const trail: Trail = { from: schema, step: { role: 'ref' }, before: trails.get(schema) }
      const bearing = bearingOfTrail(trail)
      if (!found.has(bearing)) found.set(bearing, trail)
      return true
    })
    return found
  }

  /** Whether all that is in it bears on it in one way. */
  function isPlainThroughout(start: Schema): boolean {
    const known = plain.get(start)
    if (known !== undefined) return known
    let isPlain = true
    walk(start, (schema) => {
      isPlain &&= isPureRef(schema) || (schema.ref === undefined && hasPlainSteps(schema))
      return isPlain
    })
    plain.set(start, isPlain)
    return isPlain
  }
}

function hasPlainSteps(schema: Schema): boolean {
  const isPlain = schema.additionalProperties === undefined && saysOnlyPlainThings(schema)
  return isPlain || children(schema).length === 0
}
