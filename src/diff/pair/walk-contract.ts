import { compareNode } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import type { Walk } from './walk.js'
import { walkBrokers } from './walk-brokers.js'
import { walkChannels } from './walk-channels.js'
import { walkHttpOperations } from './walk-http-operations.js'
import { walkPolicies } from './walk-policies.js'
import { walkSchemes } from './walk-security.js'
import { walkTags } from './walk-tags.js'

/** Compares two versions of a contract, from the top. */
export function walkContract(walk: Walk): void {
  const { base, head } = walk
  const place: Place = { pointer: '', before: { at: base.at }, after: { at: head.at } }
  compareNode(walk, 'contract', { before: base, after: head }, place)
  walkTags(walk, place)
  walkPolicies(walk, place)
  walkSchemes(walk, place)
  walkHttpOperations(walk)
  if (head.protocol === 'asyncapi') walkChannels(walk, walkBrokers(walk))
}
