import type { Contract, HttpOperation } from '../../contract/model/index.js'
import { compareNode, emitNode } from '../edit/compare-node.js'
import type { OperationPair, Place } from '../edit/edit.js'
import { pairBy } from './pair-by.js'
import { atKey, type Walk } from './walk.js'
import { walkExchange } from './walk-exchange.js'
import { walkGovernance } from './walk-governance.js'

/** Compares the operations of HTTP: by method and path, then what is left by `operationId`, for those that moved. */
export function walkHttpOperations(walk: Walk): void {
  const byRoute = pairBy(operationsOf(walk.base), operationsOf(walk.head), routeOf)
  const moved = pairBy(byRoute.removed, byRoute.added, movedKey)
  for (const operation of moved.removed)
    emitNode(walk, 'operation', 'removed', operation, placeOf({ before: operation }))
  for (const operation of moved.added) emitNode(walk, 'operation', 'added', operation, placeOf({ after: operation }))
  for (const { before, after } of [...byRoute.kept, ...moved.kept]) {
    const place = placeOf({ before, after })
    compareNode(walk, 'operation', { before, after }, place)
    walkGovernance(walk, { before, after }, place)
    walkExchange(walk, { before, after }, place)
  }
}

function operationsOf({ operations }: Contract): readonly HttpOperation[] {
  return operations.filter((operation) => operation.kind === 'http')
}

/** Method and path, whatever the names of its parameters are: they are not on the wire. */
function routeOf(operation: HttpOperation): string {
  return `${operation.role} ${operation.method} ${operation.path.replaceAll(/\{[^{}]*\}/g, '{}')}`
}

/** Only a name that somebody gave says that two operations are one. */
function movedKey(operation: HttpOperation): string {
  const { id, named, role } = operation
  return named ? `${role} id ${id}` : `route ${routeOf(operation)}`
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
