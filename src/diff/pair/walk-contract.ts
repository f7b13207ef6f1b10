import { compareNode } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import type { Walk } from './walk.js'
import { walkChannels } from './walk-channels.js'
import { walkHttpOperations } from './walk-http-operations.js'
import { walkPolicies } from './walk-policies.js'

/** Compares two versions of a contract, from the top. */
export function walkContract(walk: Walk): void {
  const { base, head } = walk
  const place: Place = { pointer: '', before: { at: base.at }, after: { at: head.at } }
  compareNode(walk, 'contract', { before: base, after: head }, place)
  walkPolicies(walk, place)
  walkHttpOperations(walk)
  walkChannels(walk)
}
