import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../src/util/own.js'

/** What a value of a contract's document is, as far as transformations need to know. */
export type DocumentKind = 'node' | 'nodes' | 'schema' | 'schemas' | 'data'

export interface Visitor {
  /** A schema, after those below it were visited. */
  readonly schema?: (schema: JsonObject) => JsonValue
  /** Any other object with a meaning of its own, after those below it were visited. */
  readonly node?: (node: JsonObject) => JsonValue
}

/** Rebuilds a document of OpenAPI or AsyncAPI from the bottom up; data and examples stay as they are. */
export function mapDocument(document: JsonObject, visitor: Visitor): JsonObject {
  return rebuild(document, 'node', visitor) as JsonObject
}

function rebuild(value: JsonValue, kind: DocumentKind, visitor: Visitor): JsonValue {
  if (kind === 'data') return value
  if (isArray(value)) return value.map((each) => rebuild(each, kind, visitor))
  if (!isObject(value)) return value
  const rebuilt = Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, rebuild(each, kindBelow(kind, key, value), visitor)]),
  )
  if (kind === 'schema') return visitor.schema?.(rebuilt) ?? rebuilt
  if (kind === 'node') return visitor.node?.(rebuilt) ?? rebuilt
  return rebuilt
}

function kindBelow(kind: DocumentKind, key: string, parent: JsonObject): DocumentKind {
  if (kind === 'nodes') return 'node'
  if (kind === 'schemas') return 'schema'
  if (kind === 'schema') {
    if (schemaMaps.has(key)) return 'schemas'
    return schemaChildren.has(key) ? 'schema' : 'data'
  }
  if (key === 'schemas' || key === 'definitions') return 'schemas'
  if (key === 'schema' || key === 'itemSchema') return 'schema'
  if (key === 'payload') return isObject(parent['payload']) && 'schemaFormat' in parent['payload'] ? 'node' : 'schema'
  if (key === 'headers') return 'payload' in parent ? 'schema' : 'nodes'
  if (data.has(key) || key.startsWith('x-')) return 'data'
  return maps.has(key) && isObject(parent[key]) ? 'nodes' : 'node'
}

const schemaMaps: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs'])
const schemaChildren: ReadonlySet<string> = new Set([
  ...['items', 'prefixItems', 'contains', 'additionalProperties', 'propertyNames', 'unevaluatedProperties'],
  ...['unevaluatedItems', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'],
])
const data: ReadonlySet<string> = new Set([
  ...['example', 'examples', 'default', 'enum', 'value', 'bindings', 'mapping', 'security', 'scopes', 'variables'],
])
const maps: ReadonlySet<string> = new Set([
  ...['paths', 'responses', 'parameters', 'requestBodies', 'content', 'callbacks', 'channels', 'messages'],
  ...['operations', 'securitySchemes', 'servers', 'pathItems', 'webhooks', 'links', 'encoding', 'messageTraits'],
  ...['operationTraits', 'securityDefinitions'],
])
