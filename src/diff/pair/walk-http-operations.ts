import type { HttpOperation } from '../../contract/model/index.js'
import { compareNode, emitField, emitNode } from '../edit/compare-node.js'
import type { OperationPair, Place } from '../edit/edit.js'
import { type HttpPair, pairHttpOperations } from './pair-http-operations.js'
import { atKey, type Walk } from './walk.js'
import { walkExchange } from './walk-exchange.js'
import { walkGovernance } from './walk-governance.js'
import { walkSecurity } from './walk-security.js'
import { walkHttpServers } from './walk-servers.js'

/** Compares the operations of HTTP: those at the same place, then those that moved to another one. */
export function walkHttpOperations(walk: Walk): void {
  const { removed, added, kept, moved } = pairHttpOperations(walk.base, walk.head)
  for (const operation of removed) emitNode(walk, 'operation', 'removed', operation, placeOf({ before: operation }))
  for (const operation of added) emitNode(walk, 'operation', 'added', operation, placeOf({ after: operation }))
  for (const pair of kept) walkOperation(walk, pair, false)
  for (const pair of moved) walkOperation(walk, pair, true)
  walkHttpServers(walk, kept, placeOf)
}

function walkOperation(walk: Walk, pair: HttpPair, isMoved: boolean): void {
  // Written alike, with everything that it inherits or leads to.
  if (pair.before === pair.after) return
  const place = placeOf(pair)
  compareNode(walk, 'operation', pair, place, ['id', 'security', ...(isMoved ? [] : ['method', 'path'])])
  walkId(walk, pair, place)
  walkSecurity(walk, pair, place)
  walkGovernance(walk, pair, place)
  walkExchange(walk, pair, place, isMoved)
}

/** Names that somebody gave; one that was made up follows from method and path. */
function walkId(walk: Walk, pair: HttpPair, place: Place): void {
  const [from, to] = [pair.before, pair.after].map(({ named, id }) => (named ? id : undefined))
  if (from === to) return
  const action = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed'
  const values = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  emitField(walk, 'operation', pair, 'id', { action, ...values }, place)
}

function placeOf(
  operation: OperationPair & { readonly before?: HttpOperation; readonly after?: HttpOperation },
): Place {
  const { before, after } = operation
  const { method = '', path = '' } = after ?? before ?? {}
  return atKey({
    pointer: `${method.toUpperCase()} ${path}`,
    operation,
    ...(before && { before: { at: before.at } }),
    ...(after && { after: { at: after.at } }),
  })
}
