import { isArray, isObject, type JsonObject } from '../../../../src/util/own.js'
import { unescaped } from '../transform/inline-references.js'
import { versionOf } from '../version-of.js'
import { at, entries, type Path } from './paths.js'
import { swaggerSites } from './swagger.js'

export type Polarity = 'input' | 'output'

/** Where a contract says what goes over the wire. */
export interface Site {
  readonly polarity: Polarity
  /** Whether the value travels as text: parameters and headers. */
  readonly isText: boolean
  readonly site: 'request body' | 'response' | 'query parameter' | 'response header' | 'message'
  readonly operation: string
  /** The way to the schema. */
  readonly path: Path
}

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const

export function sitesOf(document: JsonObject): readonly Site[] {
  if ('asyncapi' in document) return messageSites(document)
  const sites = 'swagger' in document ? swaggerSites : httpSites
  const shared = sharedPaths(document)
  return operationsOf(document)
    .filter(({ path }) => !shared.has(String(path[1])))
    .flatMap((operation) => sites(document, operation))
}

/** Addresses that a reference leads into: what is changed there changes elsewhere, too. */
function sharedPaths(document: JsonObject): ReadonlySet<string> {
  const referred = JSON.stringify(document).matchAll(/"\$ref":"#\/paths\/([^"/]*)/g)
  return new Set([...referred].map(([, address = '']) => unescaped(address)))
}

/** Whether there is any operation, also in another file. */
export function hasOperations(document: JsonObject): boolean {
  return entries(document['paths']).some(
    ([, item]) => isObject(item) && ['$ref', ...methods].some((key) => key in item),
  )
}

export interface OperationPlace {
  readonly name: string
  readonly path: Path
}

/** Each operation of the paths, with the way to it. */
export function operationsOf(document: JsonObject): readonly OperationPlace[] {
  return entries(document['paths']).flatMap(([address, item]) =>
    methods.flatMap((method) =>
      isObject(item) && isObject(item[method]) && !('$ref' in item) && !('$ref' in item[method])
        ? [{ name: `${method.toUpperCase()} ${address}`, path: ['paths', address, method] }]
        : [],
    ),
  )
}

function httpSites(document: JsonObject, { name: operation, path }: OperationPlace): readonly Site[] {
  const node = at(document, path) as JsonObject
  const bodies = jsonOf(document, [...path, 'requestBody']).map(
    (path): Site => ({ polarity: 'input', isText: false, site: 'request body', operation, path }),
  )
  const answers = entries(node['responses']).flatMap(([status]) => {
    const to = [...path, 'responses', status]
    const response = at(document, to)
    const headers = entries(isObject(response) ? response['headers'] : undefined).map(
      ([name]): Site => ({
        ...{ polarity: 'output', isText: true, site: 'response header', operation },
        path: [...to, 'headers', name, 'schema'],
      }),
    )
    const body = jsonOf(document, to).map(
      (path): Site => ({ polarity: 'output', isText: false, site: 'response', operation, path }),
    )
    return [...headers, ...body]
  })
  const parameters = isArray(node['parameters']) ? node['parameters'] : []
  const asked = parameters.flatMap((_, index): readonly Site[] => {
    const to = [...path, 'parameters', index]
    const parameter = at(document, to)
    return isObject(parameter) && parameter['in'] === 'query' && isObject(parameter['schema'])
      ? [{ polarity: 'input', isText: true, site: 'query parameter', operation, path: [...to, 'schema'] }]
      : []
  })
  return [...bodies, ...answers, ...asked]
}

function jsonOf(document: JsonObject, path: Path): readonly Path[] {
  const holder = at(document, path)
  if (!isObject(holder)) return []
  return entries(holder['content'])
    .filter(([type]) => type === 'application/json')
    .map(([type]) => [...path, 'content', type, 'schema'])
}

function messageSites(document: JsonObject): readonly Site[] {
  const isNew = versionOf(document, 'asyncapi').startsWith('3')
  return entries(document['channels']).flatMap(([channel, node]) => {
    if (!isObject(node)) return []
    if (!isNew)
      return (['publish', 'subscribe'] as const).flatMap((action) => {
        const path = ['channels', channel, action, 'message']
        const polarity = action === 'publish' ? 'input' : 'output'
        return payloadOf(document, path, polarity, `${action} ${channel}`)
      })
    const users = entries(document['operations']).filter(
      ([, operation]) =>
        isObject(operation) &&
        isObject(operation['channel']) &&
        operation['channel']['$ref'] === `#/channels/${channel}`,
    )
    const actions = new Set(users.map(([, operation]) => (operation as JsonObject)['action']))
    const isReply = JSON.stringify(document['operations'] ?? {}).includes('"reply"')
    if (actions.size !== 1 || isReply) return []
    const polarity = actions.has('receive') ? 'input' : 'output'
    return entries(node['messages']).flatMap(([name]) =>
      payloadOf(document, ['channels', channel, 'messages', name], polarity, channel),
    )
  })
}

function payloadOf(document: JsonObject, path: Path, polarity: Polarity, operation: string): readonly Site[] {
  const message = at(document, path)
  if (!isObject(message) || 'oneOf' in message || !isObject(message['payload'])) return []
  if ('schemaFormat' in message || 'schemaFormat' in message['payload']) return []
  return [{ polarity, isText: false, site: 'message', operation, path: [...path, 'payload'] }]
}
