import { child } from '../../util/json-pointer.js'
import type { LocalEdit } from './local-edit.js'
import type { Way } from './reach.js'
import type { Edge, Unit } from './units.js'

/**
 * What several payloads share has a name, and stands in the contract by itself; what has none, such as a file of its own,
 * stands in the nearest that has one, or in the payload.
 */
export function standingOf(
  unit: Unit,
  way: Way | undefined,
  stepsOfEdge: (edge: Edge) => readonly string[],
): { readonly pointer: string; readonly steps: readonly string[] } {
  const steps: string[] = []
  const pending = [...(way?.edges ?? [])]
  let { before, after } = unit
  for (;;) {
    const name = after.name ?? before.name
    if (name !== undefined) return { pointer: child('/schemas', name), steps }
    const edge = pending.pop()
    if (!edge) return { pointer: way?.payload.place.pointer ?? '', steps }
    steps.unshift(...stepsOfEdge(edge))
    ;({ before, after } = edge.from)
  }
}

/** The steps from the schema that has the keyword to the member of it that the edit is about. */
export function memberSteps({ field, change: { member } }: LocalEdit): readonly string[] {
  if (field === 'required') return ['properties', member ?? '']
  return member === undefined ? [] : [field, member]
}
