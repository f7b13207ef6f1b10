import { own } from '../../util/own.js'
import { inherit, readGovernance } from '../annotation/index.js'
import {
  type Governance,
  type HttpOperation,
  httpMethods,
  type SecurityRequirement,
  type SecurityScheme,
  type Server,
} from '../model/index.js'
import type { Resolved } from '../source/document.js'
import type { OperationDraft } from './operation-ids.js'
import { type OperationPlace, readOperation } from './operations.js'
import { type Parameters, readParameters } from './parameters.js'
import { asObject, checkFields, entriesIn, entriesOf, type Node, objectOf, once, type Reading } from './reading.js'
import { target } from './reference.js'
import { readServers } from './servers.js'
import { readSwaggerParameters } from './swagger/parameters.js'

/** What operations inherit from where they stand. */
export interface Surroundings {
  readonly role: HttpOperation['role']
  readonly path: string
  /** Of a callback: the name of its operation and its own, for an id. */
  readonly within?: string
  readonly governance: Governance
  readonly security: readonly SecurityRequirement[]
  /** Grows when a requirement of 3.2 names a scheme by its URI. */
  readonly schemes: Map<string, SecurityScheme>
}

/** What a path item says for all of its operations. */
export interface Shared {
  readonly node: Node
  readonly governance: Governance
  readonly parameters: Parameters
  readonly servers: readonly Server[] | undefined
}

/** The operations of a path item, in document order, each followed by those of its callbacks. */
export function readPathItem(reading: Reading, item: Node, around: Surroundings): readonly OperationDraft[] {
  const found: OperationDraft[] = []
  const seen = new Set<string>()
  for (const node of itemChain(reading, item)) {
    checkFields(reading, node, 'path item')
    const shared: Shared = {
      node,
      governance: inherit(around.governance, readGovernance(node.value, node.at, 'path', reading.problems)),
      parameters:
        reading.version === '2.0'
          ? once(reading, 'path item', node, () => readSwaggerParameters(reading, node))
          : readParameters(reading, node),
      servers: readServers(reading, node),
    }
    for (const [method, operation] of operationsOf(reading, node)) {
      if (seen.has(method)) continue
      seen.add(method)
      const place = { ...around, method, shared }
      const read = readOperation(reading, operation, place)
      found.push(read, ...readCallbacks(reading, operation, { ...place, governance: read.governance }, read))
    }
  }
  return found
}

function readCallbacks(
  reading: Reading,
  node: Node,
  place: OperationPlace,
  operation: OperationDraft,
): readonly OperationDraft[] {
  return entriesOf(reading, node, 'callbacks').flatMap(({ key, value, at }) => {
    const callback = target(reading, key, value, at)
    if (!callback) return []
    return entriesIn(callback).flatMap((entry) => {
      const item = asObject(reading, entry.key, entry.value, entry.at)
      if (!item) return []
      const within = `${operation.operationId ?? place.method}${key.charAt(0).toUpperCase()}${key.slice(1)}`
      return readPathItem(reading, item, { ...place, role: 'callback', path: entry.key, within })
    })
  })
}

/** A path item with `$ref` and the ones it leads to: what stands nearer wins. */
function itemChain(reading: Reading, item: Node): readonly Node[] {
  const chain: Node[] = []
  let current: Node | undefined = item
  while (current && !chain.some(({ value }) => value === current?.value)) {
    chain.push(current)
    const ref = own(current.value, '$ref')
    const next: Resolved | undefined =
      typeof ref === 'string' ? reading.sources.resolve(ref, current.at, 'step') : undefined
    current = next && asObject(reading, 'path item', next.value, next.at)
  }
  return chain
}

function operationsOf(reading: Reading, node: Node): readonly (readonly [string, Node])[] {
  const known: readonly string[] = httpMethods.filter((method) => method !== 'query' || reading.version === '3.2')
  const found = Object.keys(node.value).flatMap((method) => {
    const operation = known.includes(method) ? objectOf(reading, node, method) : undefined
    return operation ? [[method, operation] as const] : []
  })
  const additional = reading.version === '3.2' ? objectOf(reading, node, 'additionalOperations') : undefined
  if (!additional) return found
  const others = entriesIn(additional).flatMap(({ key, value, at }) => {
    const operation = asObject(reading, key, value, at)
    return operation ? [[key, operation] as const] : []
  })
  return [...found, ...others]
}
