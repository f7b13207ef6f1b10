import type { Edge, PayloadPair, Unit } from './units.js'

/** A payload that contains a unit, and the references that lead from one to the other. */
export interface Way {
  readonly payload: PayloadPair
  readonly edges: readonly Edge[]
}

/** Every payload that a unit is part of, by a shortest way. */
export function waysTo(unit: Unit): readonly Way[] {
  const next = new Map<Unit, Edge | undefined>([[unit, undefined]])
  const found: Way[] = []
  // A map gives what is added to it while it is walked through.
  for (const reached of next.keys()) {
    for (const payload of reached.payloads) found.push({ payload, edges: edgesFrom(reached, next) })
    for (const edge of reached.incoming) if (!next.has(edge.from)) next.set(edge.from, edge)
  }
  return found
}

function edgesFrom(start: Unit, next: ReadonlyMap<Unit, Edge | undefined>): readonly Edge[] {
  const edges: Edge[] = []
  for (let edge = next.get(start); edge; edge = next.get(edge.to)) edges.push(edge)
  return edges
}

/** All units that a payload is made of. */
export function unitsBelow(start: Unit): ReadonlySet<Unit> {
  const reached = new Set([start])
  for (const unit of reached) for (const { to } of unit.edges) reached.add(to)
  return reached
}

/** The units with all that they are part of. */
export function unitsAbove(start: Iterable<Unit>): ReadonlySet<Unit> {
  const reached = new Set(start)
  for (const unit of reached) for (const { from } of unit.incoming) reached.add(from)
  return reached
}
