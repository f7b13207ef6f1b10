import { type Bearing, together } from './bearing.js'
import type { Edge, PayloadPair, Unit } from './units.js'

/** A payload that contains a unit, and the references that lead from one to the other. */
export interface Way {
  readonly payload: PayloadPair
  readonly edges: readonly Edge[]
  /** What the edges make, for the payload, of a unit that comes to accept more. */
  readonly bearing: Bearing
}

interface Reached {
  readonly unit: Unit
  readonly bearing: Bearing
  /** Where the way came from, and by which edge. */
  readonly by?: { readonly edge: Edge; readonly reached: Reached }
}

/**
 * Every payload that a unit is part of, by a shortest way of each bearing: what is accepted where a payload has it as a
 * member may be refused where the same payload has it in a negation.
 */
export function waysTo(unit: Unit): readonly Way[] {
  const found: Way[] = []
  const known = new Map<Unit, Set<Bearing>>()
  const pending: Reached[] = []
  const enter = (reached: Reached): void => {
    const bearings = known.get(reached.unit) ?? new Set()
    if (bearings.has(reached.bearing)) return
    known.set(reached.unit, bearings.add(reached.bearing))
    pending.push(reached)
  }
  enter({ unit, bearing: 'apart' })
  for (const reached of pending) {
    for (const payload of reached.unit.payloads)
      found.push({ payload, edges: edgesTo(reached), bearing: reached.bearing })
    for (const reference of reached.unit.incoming)
      for (const edge of reference.edges())
        enter({ unit: edge.from, bearing: together(reached.bearing, edge.bearing), by: { edge, reached } })
  }
  return found
}

function edgesTo(reached: Reached): readonly Edge[] {
  const edges: Edge[] = []
  for (let by = reached.by; by; by = by.reached.by) edges.push(by.edge)
  return edges
}

/** The units with all that they are part of. */
export function unitsAbove(start: Iterable<Unit>): ReadonlySet<Unit> {
  const reached = new Set(start)
  for (const unit of reached) for (const { from } of unit.incoming) reached.add(from)
  return reached
}
