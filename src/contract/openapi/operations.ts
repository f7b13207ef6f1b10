import { inherit, readGovernance } from '../annotation/index.js'
import { joinParameters } from './join-parameters.js'
import type { OperationDraft } from './operation-ids.js'
import { readParameters } from './parameters.js'
import { readPathItem, type Shared, type Surroundings } from './path-items.js'
import {
  asObject,
  checkFields,
  entriesIn,
  entriesOf,
  flagOf,
  type Node,
  nameOf,
  objectOf,
  present,
  type Reading,
  textOf,
  textsOf,
} from './reading.js'
import { target } from './reference.js'
import { readRequestBody, readResponse, readResponses } from './responses.js'
import { readSecurity } from './security.js'
import { readServers } from './servers.js'
import { readSwaggerExchange } from './swagger/exchange.js'

type Place = Surroundings & { readonly method: string; readonly shared: Shared }

/** One operation, followed by the operations of its callbacks. */
export function readOperation(reading: Reading, node: Node, place: Place): readonly OperationDraft[] {
  checkFields(reading, node, 'operation')
  const { shared } = place
  const governance = inherit(shared.governance, readGovernance(node.value, node.at, 'operation', reading.problems))
  const exchange =
    reading.version === '2.0' ? readSwaggerExchange(reading, node, shared.node) : readExchange(reading, node)
  const operationId = nameOf(reading, node, 'operationId')
  const operation: OperationDraft = present({
    kind: 'http' as const,
    operationId: operationId === '' ? undefined : operationId,
    within: place.within,
    method: place.method,
    path: place.path,
    role: place.role,
    summary: textOf(reading, node, 'summary'),
    description: textOf(reading, node, 'description'),
    externalDocs: readExternalDocs(reading, node),
    tags: [...new Set(textsOf(reading, node, 'tags') ?? [])],
    deprecated: flagOf(reading, node, 'deprecated') ?? false,
    security: readSecurity(reading, node, place.schemes) ?? place.security,
    governance,
    ...exchange,
    parameters: joinParameters(reading, node, place, [shared.parameters, exchange.parameters]),
    servers: readServers(reading, node) ?? shared.servers,
    at: node.at,
  })
  return [operation, ...readCallbacks(reading, node, { ...place, governance }, operation)]
}

function readExchange(reading: Reading, node: Node) {
  return {
    parameters: readParameters(reading, node),
    requestBody: readRequestBody(reading, node),
    responses: readResponses(reading, node, readResponse),
  }
}

function readExternalDocs(reading: Reading, node: Node): string | undefined {
  const docs = objectOf(reading, node, 'externalDocs')
  if (!docs) return undefined
  checkFields(reading, docs, 'external documentation')
  return textOf(reading, docs, 'url')
}

function readCallbacks(
  reading: Reading,
  node: Node,
  place: Place,
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
