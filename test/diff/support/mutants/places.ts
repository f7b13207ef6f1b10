import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../src/util/own.js'
import { lookUp } from '../transform/inline-references.js'
import { versionOf } from '../version-of.js'

export type Path = readonly (string | number)[]
export type Polarity = 'input' | 'output'

/** A schema that values of the wire really meet. */
export interface Place {
  readonly polarity: Polarity
  /** Whether the value travels as text: parameters and headers. */
  readonly isText: boolean
  readonly site: 'request body' | 'response' | 'query parameter' | 'response header' | 'message'
  readonly operation: string
  readonly path: Path
  readonly schema: JsonObject
  /** The name of the member that the schema is of, if of any. */
  readonly member?: string
}

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const

/** Every place of a document whose schema is met for certain: no choice and no condition lies on the way to it. */
export function placesOf(document: JsonObject): readonly Place[] {
  const sites = 'openapi' in document ? httpSites(document) : 'asyncapi' in document ? messageSites(document) : []
  return sites.flatMap((site) => below(document, site))
}

/** A copy of the document in which nothing else shares what stands at the end of the path. */
export function ownCopy(document: JsonObject, path: Path): JsonObject {
  const copy = structuredClone(document) as Record<string, JsonValue>
  let value: JsonValue = copy
  for (const step of path) {
    const holder = value as Record<string | number, JsonValue>
    const next: JsonValue = holder[step] as JsonValue
    value = resolved(document, next)
    if (value !== next) {
      value = structuredClone(value)
      Object.defineProperty(holder, step, { value, enumerable: true, writable: true, configurable: true })
    }
  }
  return copy
}

/** Puts a value at the end of a path of a copy; undefined takes what is there away. */
export function put(copy: JsonObject, path: Path, value: JsonValue | undefined): void {
  const holder = path.slice(0, -1).reduce((at: JsonValue, step) => (at as JsonObject)[step] as JsonValue, copy)
  const last = path.at(-1) as string | number
  if (isArray(holder) && value === undefined) (holder as JsonValue[]).splice(Number(last), 1)
  else if (value === undefined) Reflect.deleteProperty(holder as object, last)
  else Object.defineProperty(holder, last, { value, enumerable: true, writable: true, configurable: true })
}

type Site = Omit<Place, 'schema' | 'member'>

/** Each operation of the paths, with the way to it. */
export function operationsOf(document: JsonObject): readonly { readonly name: string; readonly path: Path }[] {
  return entries(document['paths']).flatMap(([address, item]) =>
    methods.flatMap((method) =>
      isObject(item) && isObject(item[method]) && !('$ref' in item)
        ? [{ name: `${method.toUpperCase()} ${address}`, path: ['paths', address, method] }]
        : [],
    ),
  )
}

function httpSites(document: JsonObject): readonly Site[] {
  return operationsOf(document).flatMap(({ name: operation, path }) => {
    const node = at(document, path) as JsonObject
    const bodies = jsonOf(document, [...path, 'requestBody']).map(
      (path): Site => ({ polarity: 'input', isText: false, site: 'request body', operation, path }),
    )
    const answers = entries(node['responses']).flatMap(([status]) => {
      const to = [...path, 'responses', status]
      const headers = entries((at(document, to) as JsonObject)['headers']).map(
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
  })
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

/** Everything on the way must be plain: what else limits or chooses the value could hide the change. */
const plain: ReadonlySet<string> = new Set([
  ...['type', 'properties', 'required', 'items', 'title', 'description', 'example', 'examples', 'nullable', 'default'],
  ...['additionalProperties', 'deprecated', 'xml', 'format', 'minItems', 'maxItems', 'minLength', 'maxLength'],
  ...['minimum', 'maximum', 'pattern', 'externalDocs', 'enum', 'uniqueItems'],
])
const deepest = 4

function below(document: JsonObject, site: Site, member?: string): readonly Place[] {
  const schema = at(document, site.path)
  if (!isObject(schema) || site.path.length > 16) return []
  if (!Object.keys(schema).every((key) => plain.has(key) || key.startsWith('x-'))) return []
  const here = { ...site, schema, ...(member !== undefined && { member }) }
  if (site.isText || site.path.filter((step) => step === 'properties' || step === 'items').length >= deepest)
    return [here]
  const members = entries(schema['properties']).flatMap(([name, value]) =>
    isObject(value) && !isHidden(document, [...site.path, 'properties', name])
      ? below(document, { ...site, path: [...site.path, 'properties', name] }, name)
      : [],
  )
  const items =
    isObject(schema['items']) && schema['maxItems'] !== 0
      ? below(document, { ...site, path: [...site.path, 'items'] }, member)
      : []
  return 'enum' in schema ? [here] : [here, ...members, ...items]
}

function isHidden(document: JsonObject, path: Path): boolean {
  const schema = at(document, path)
  return !isObject(schema) || schema['readOnly'] === true || schema['writeOnly'] === true
}

/** What stands at the end of a path, over references. */
export function at(document: JsonObject, path: Path): JsonValue | undefined {
  let value: JsonValue | undefined = document
  for (const step of path) {
    if (isArray(value)) value = value[Number(step)]
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step]
    else return undefined
    if (value !== undefined) value = resolved(document, value)
  }
  return value
}

/** Over references that stand alone; others are left, and then nothing below is a place. */
function resolved(document: JsonObject, value: JsonValue): JsonValue {
  let found = value
  for (let turn = 0; turn < 10; turn++) {
    if (!isObject(found) || typeof found['$ref'] !== 'string' || Object.keys(found).length > 1) return found
    const target = found['$ref'].startsWith('#/') ? lookUp(document, found['$ref']) : undefined
    if (target === undefined) return found
    found = target
  }
  return found
}

function entries(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return isObject(value) ? Object.entries(value) : []
}
