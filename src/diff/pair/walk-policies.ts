import type { Clearance, Contract, Origin, Pathway } from '../../contract/model/index.js'
import { child } from '../../util/json-pointer.js'
import { compareNode, emitNode } from '../edit/compare-node.js'
import type { Comparison, Place } from '../edit/edit.js'
import { pairEntries } from './pair-by.js'
import { atKey, below } from './walk.js'

/** Compares what is said once for a whole contract: the ways across a tenant boundary, and who sees what. */
export function walkPolicies(walk: Comparison, place: Place): void {
  walkPathways(walk, place)
  walkDataPolicy(walk, place)
}

function walkPathways(walk: Comparison, place: Place): void {
  const { removed, added, kept } = pairEntries(walk.base.pathways, walk.head.pathways)
  const placeOf = (id: string, { before, after }: { before?: Pathway; after?: Pathway }): Place =>
    atKey(below(place, ['pathways', id], { before: before ?? walk.base, after: after ?? walk.head }))
  for (const [id, pathway] of removed) {
    emitNode(walk, 'pathway', 'removed', pathway, placeOf(id, { before: pathway }))
  }
  for (const [id, pathway] of added) emitNode(walk, 'pathway', 'added', pathway, placeOf(id, { after: pathway }))
  for (const pair of kept) {
    const both = { before: pair.before[1], after: pair.after[1] }
    compareNode(walk, 'pathway', both, placeOf(pair.after[0], both))
  }
}

function walkDataPolicy(walk: Comparison, above: Place): void {
  const pair = { before: walk.base.dataPolicy, after: walk.head.dataPolicy }
  const place = below(above, 'policy', { before: { at: policyAt(walk.base) }, after: { at: policyAt(walk.head) } })
  compareNode(walk, 'policy', pair, place)
  const without = { before: pair.before.default ?? impliedClearance, after: pair.after.default ?? impliedClearance }
  compareNode(walk, 'clearance', without, below(place, 'default', clearancePlaces(walk, ['default'])))
  const { removed, added, kept } = pairEntries(pair.before.clearances, pair.after.clearances)
  const placeOf = (name: string): Place =>
    atKey(below(place, ['clearances', name], clearancePlaces(walk, ['clearances', name])))
  for (const [name, clearance] of removed) emitNode(walk, 'clearance', 'removed', clearance, placeOf(name))
  for (const [name, clearance] of added) emitNode(walk, 'clearance', 'added', clearance, placeOf(name))
  for (const { before, after } of kept) {
    compareNode(walk, 'clearance', { before: before[1], after: after[1] }, placeOf(after[0]))
  }
}

/** What a caller without a clearance sees where no policy says so. */
export const impliedClearance: Clearance = { max: 'internal', reveal: [] }

function policyAt({ dataPolicy, at }: Contract): Origin {
  return dataPolicy.at ?? at
}

/** A clearance that is not there has the place of the nearest that is. */
function clearancePlaces({ base, head }: Comparison, steps: readonly string[]) {
  const standing = (contract: Contract) => {
    const { document, pointer } = policyAt(contract)
    return { at: contract.dataPolicy.at ? { document, pointer: steps.reduce<string>(child, pointer) } : contract.at }
  }
  return { before: standing(base), after: standing(head) }
}
