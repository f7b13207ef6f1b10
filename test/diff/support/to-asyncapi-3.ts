import { isArray, isObject, type JsonObject, type JsonValue } from '../../../src/util/own.js'

/**
 * Migrates a document of AsyncAPI 2 to AsyncAPI 3, as the guide of the standard does it: channels get keys that are not
 * their addresses, messages keys of the channel, operations stand by themselves, and what was `publish` is `receive`.
 * What AsyncAPI 3 cannot say is dropped: schemas of parameters but for their lists.
 */
export function toAsyncApi3(document: JsonObject): JsonObject {
  const { channels, servers, tags, externalDocs, components, info, ...rest } = document
  const operations: Record<string, JsonValue> = {}
  const schemes = isObject(components) && isObject(components['securitySchemes']) ? components['securitySchemes'] : {}
  const migrated = mapOf(channels, (channel, address, index) =>
    migrateChannel(channel, index, { address, operations, schemes }),
  )
  return {
    ...rest,
    asyncapi: '3.0.0',
    info: {
      ...(info as JsonObject),
      ...(tags !== undefined && { tags }),
      ...(externalDocs !== undefined && { externalDocs }),
    },
    ...(isObject(servers) && { servers: mapOf(servers, (server) => migrateServer(server, schemes)) }),
    channels: Object.fromEntries(Object.values(migrated).map((channel, index) => [`channel${index}`, channel])),
    ...(Object.keys(operations).length > 0 && { operations }),
    ...(isObject(components) && { components: migrateComponents(components, schemes) }),
  }
}

function migrateChannel(
  channel: JsonObject,
  index: number,
  { address, operations, schemes }: { address: string; operations: Record<string, JsonValue>; schemes: JsonObject },
): JsonObject {
  const { publish, subscribe, servers, parameters, ...rest } = channel
  const key = `channel${index}`
  const messages: Record<string, JsonValue> = {}
  for (const [action, operation] of [
    ['receive', publish],
    ['send', subscribe],
  ] as const) {
    if (!isObject(operation)) continue
    const { operationId, message, security, ...more } = operation
    const alternatives = isObject(message) && isArray(message['oneOf']) ? message['oneOf'] : message ? [message] : []
    const refs = alternatives.map((alternative, position) => {
      messages[`${action}.message.${position}`] = migrateMessage(alternative as JsonObject)
      return { $ref: `#/channels/${key}/messages/${action}.message.${position}` }
    })
    operations[typeof operationId === 'string' ? operationId : `${key}.${action}`] = {
      action,
      channel: { $ref: `#/channels/${key}` },
      ...more,
      messages: refs,
      ...(isArray(security) && { security: security.flatMap((each) => migrateSecurity(each as JsonObject, schemes)) }),
    }
  }
  return {
    address,
    ...rest,
    messages,
    ...(isArray(servers) && { servers: servers.map((name) => ({ $ref: `#/servers/${text(name)}` })) }),
    ...(isObject(parameters) && { parameters: mapOf(parameters, migrateParameter) }),
  }
}

function migrateMessage(message: JsonObject): JsonObject {
  if ('$ref' in message) return message
  const { schemaFormat, payload, messageId: _messageId, ...rest } = message
  if (payload === undefined) return rest
  return { ...rest, payload: schemaFormat === undefined ? payload : { schemaFormat, schema: payload } }
}

function migrateParameter(parameter: JsonObject): JsonObject {
  const { schema, ...rest } = parameter
  const kept = Object.entries(isObject(schema) ? schema : {}).filter(([name]) =>
    ['enum', 'default', 'examples'].includes(name),
  )
  return { ...rest, ...Object.fromEntries(kept.map(([name, value]) => [name, texts(value)])) }
}

function texts(value: JsonValue): JsonValue {
  return isArray(value) ? value.map(text) : text(value)
}

function migrateServer(server: JsonObject, schemes: JsonObject): JsonObject {
  if ('$ref' in server) return server
  const { url, security, ...rest } = server
  const [, scheme = '', host = '', pathname = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/]*)(.*)$/i.exec(text(url)) ?? []
  return {
    host,
    ...(pathname !== '' && { pathname }),
    ...rest,
    // What the URL alone says must be said by the protocol.
    ...(scheme === `${text(rest['protocol'])}s` && { protocol: scheme }),
    ...(isArray(security) && { security: security.flatMap((each) => migrateSecurity(each as JsonObject, schemes)) }),
  }
}

/** One scheme alone can be said; scopes stand with a copy of the scheme. */
function migrateSecurity(requirement: JsonObject, schemes: JsonObject): readonly JsonValue[] {
  return Object.entries(requirement).map(([name, scopes]) => {
    const scheme = schemes[name]
    if (!isArray(scopes) || scopes.length === 0 || !isObject(scheme))
      return { $ref: `#/components/securitySchemes/${name}` }
    return { ...migrateScheme(scheme), scopes }
  })
}

function migrateComponents(components: JsonObject, schemes: JsonObject): JsonObject {
  const { messages, parameters, servers, channels: _channels, securitySchemes, ...rest } = components
  return {
    ...rest,
    ...(isObject(messages) && { messages: mapOf(messages, migrateMessage) }),
    ...(isObject(parameters) && { parameters: mapOf(parameters, migrateParameter) }),
    ...(isObject(servers) && { servers: mapOf(servers, (server) => migrateServer(server, schemes)) }),
    ...(isObject(securitySchemes) && { securitySchemes: mapOf(securitySchemes, migrateScheme) }),
  }
}

function migrateScheme(scheme: JsonObject): JsonObject {
  const { flows, ...rest } = scheme
  if (!isObject(flows)) return scheme
  return {
    ...rest,
    flows: mapOf(flows, ({ scopes, ...flow }) => ({
      ...flow,
      ...(scopes !== undefined && { availableScopes: scopes }),
    })),
  }
}

function mapOf(
  map: JsonValue | undefined,
  change: (value: JsonObject, name: string, index: number) => JsonObject,
): JsonObject {
  const entries = Object.entries(isObject(map) ? map : {})
  return Object.fromEntries(
    entries.map(([name, value], index) => [name, isObject(value) ? change(value, name, index) : value] as const),
  )
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
