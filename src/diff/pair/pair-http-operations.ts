import type { Contract, HttpOperation } from '../../contract/model/index.js'
import { addressesOf, routeOf } from '../http/addresses.js'
import { pairInPasses } from './pair-in-passes.js'

export type HttpPair = { readonly before: HttpOperation; readonly after: HttpOperation }

export interface PairedOperations {
  readonly removed: readonly HttpOperation[]
  readonly added: readonly HttpOperation[]
  /** On the same method and path, servers taken together with paths. */
  readonly kept: readonly HttpPair[]
  /** On another method or path under the same `operationId`. */
  readonly moved: readonly HttpPair[]
}

/**
 * Pairs the operations of HTTP by where they are called. What stands before the path may wander between servers and
 * paths (`/v1` with `/orders`, or `/v1/orders`): that is one place. Only a name that somebody gave says that two
 * operations elsewhere are one.
 */
export function pairHttpOperations(base: Contract, head: Contract): PairedOperations {
  const prefixes = new Map([...prefixesOf(base), ...prefixesOf(head)])
  const operations = ({ operations: all }: Contract) => all.filter((operation) => operation.kind === 'http')
  const prefix = (operation: HttpOperation): readonly string[] => prefixes.get(operation) ?? ['']
  const same = pairInPasses(operations(base), operations(head), [
    (operation) => `${prefix(operation).join(' ')} ${identityOf(operation)}`,
    (operation) => (operation.role === 'path' ? calledAt(operation, prefix(operation)[0] ?? '') : undefined),
    identityOf,
    keyOf,
  ])
  const moved = pairInPasses(same.removed, same.added, [({ id, named, role }) => (named ? `${role} ${id}` : undefined)])
  return { removed: moved.removed, added: moved.added, kept: same.kept, moved: moved.kept }
}

/** What servers have before the path: in order, each once. */
function prefixesOf(contract: Contract): ReadonlyMap<HttpOperation, readonly string[]> {
  const known = new Map<unknown, readonly string[]>()
  const found = new Map<HttpOperation, readonly string[]>()
  for (const operation of contract.operations) {
    if (operation.kind !== 'http' || operation.role !== 'path') continue
    const servers = operation.servers ?? contract.servers
    const list =
      known.get(servers) ??
      [...new Set(servers.flatMap((server) => addressesOf(server)).map(({ path }) => routeOf(path)))].sort()
    known.set(servers, list)
    found.set(operation, list)
  }
  return found
}

function calledAt({ method, path }: HttpOperation, prefix: string): string {
  return `${method} ${prefix}${routeOf(path)}`
}

/** Callbacks of several operations may have the same address: then the name of the operation says which one it is. */
function identityOf(operation: HttpOperation): string {
  return operation.role === 'path' ? keyOf(operation) : `${keyOf(operation)} ${operation.id}`
}

/** Method and path; for callbacks the expression as it is written, which says where the address comes from. */
function keyOf({ role, method, path }: HttpOperation): string {
  return `${role} ${method} ${role === 'path' ? routeOf(path) : path}`
}
