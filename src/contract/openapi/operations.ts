import { inherit, readGovernance } from '../annotation/index.js'
import { joinParameters } from './join-parameters.js'
import type { OperationDraft } from './operation-ids.js'
import { readParameters } from './parameters.js'
import type { Shared, Surroundings } from './path-items.js'
import { checkFields, flagOf, type Node, nameOf, objectOf, present, type Reading, textOf, textsOf } from './reading.js'
import { readRequestBody, readResponse, readResponses } from './responses.js'
import { readSecurity } from './security.js'
import { readServers } from './servers.js'
import { readSwaggerExchange } from './swagger/exchange.js'

/** Where an operation stands. */
export type OperationPlace = Surroundings & { readonly method: string; readonly shared: Shared }

/** One operation, without its callbacks: those are path items again. */
export function readOperation(reading: Reading, node: Node, place: OperationPlace): OperationDraft {
  checkFields(reading, node, 'operation')
  const { shared } = place
  const governance = inherit(shared.governance, readGovernance(node.value, node.at, 'operation', reading.problems))
  const exchange =
    reading.version === '2.0' ? readSwaggerExchange(reading, node, shared.node) : readExchange(reading, node)
  const operationId = nameOf(reading, node, 'operationId')
  return present({
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
