import { readClassification, readGovernance, readTenantKey } from '../annotation/index.js'
import type { Annotated, Classification, Governance, TenantKey } from '../model/index.js'
import type { Node, Reading } from './reading.js'

/** What a node and its traits declare, each at its own place. */
export function governanceOf(reading: Reading, node: Node, place: 'channel' | 'operation' | 'message'): Governance {
  let governance: Governance = {}
  for (const layer of node.layers ?? [node]) {
    const own = readGovernance(layer.value, layer.at, place, reading.problems)
    const unreadable = new Set([...(governance.unreadable ?? []), ...(own.unreadable ?? [])])
    governance = { ...governance, ...own, ...(unreadable.size > 0 && { unreadable }) }
  }
  return governance
}

export function classesOf(
  reading: Reading,
  node: Node,
): { readonly classification?: Annotated<Classification>; readonly tenantKey?: Annotated<TenantKey> } {
  const layers = (node.layers ?? [node]).toReversed()
  const classification = first(layers, (layer) => readClassification(layer.value, layer.at, reading.problems))
  const tenantKey = first(layers, (layer) => readTenantKey(layer.value, layer.at, reading.problems))
  return { ...(classification && { classification }), ...(tenantKey && { tenantKey }) }
}

function first<T>(layers: readonly Node[], read: (layer: Node) => T | undefined): T | undefined {
  for (const layer of layers) {
    const found = read(layer)
    if (found !== undefined) return found
  }
  return undefined
}
