import { isObject, type JsonValue, own } from '../../util/own.js'

/**
 * The languages that schemas are written in. All are read into one meaning, that of JSON Schema 2020-12; the dialect
 * decides what a `$ref` does to its siblings and which keywords are at home, so that strays can be named.
 */
export type Dialect =
  | 'openapi-2.0'
  | 'openapi-3.0'
  | 'asyncapi'
  | 'json-schema-draft-04'
  | 'json-schema-draft-06'
  | 'json-schema-draft-07'
  | 'json-schema-2019-09'
  | 'json-schema-2020-12'

export interface DialectTraits {
  /** As shown to the user. */
  readonly title: string
  /** False: what stands beside `$ref` has no meaning (Reference Object of OpenAPI 2 and 3.0; JSON Schema to draft 7). */
  readonly refJoinsSiblings: boolean
  readonly keywords: ReadonlySet<string>
}

const core =
  '$ref title description default enum type format multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems items maxProperties minProperties required properties additionalProperties allOf'
const openapi = 'discriminator xml externalDocs example readOnly'
const draft04 = `${core} $schema id definitions anyOf oneOf not patternProperties dependencies additionalItems`
const draft06 = `${draft04} $id const contains propertyNames examples`
const draft07 = `${draft06} $comment if then else readOnly writeOnly contentEncoding contentMediaType`
const draft2019 = `${draft07} $defs $anchor $recursiveRef $recursiveAnchor $vocabulary dependentRequired dependentSchemas unevaluatedItems unevaluatedProperties minContains maxContains contentSchema deprecated`
// `definitions` and `dependencies` stay: 2020-12 reserves them for compatibility.
const draft2020 = `${draft2019} ${openapi} prefixItems $dynamicRef $dynamicAnchor`

const traits: Readonly<Record<Dialect, DialectTraits>> = {
  'openapi-2.0': define('OpenAPI 2.0', false, `${core} ${openapi}`),
  'openapi-3.0': define('OpenAPI 3.0', false, `${core} ${openapi} anyOf oneOf not nullable writeOnly deprecated`),
  asyncapi: define('AsyncAPI', true, `${draft07} discriminator externalDocs deprecated`),
  'json-schema-draft-04': define('JSON Schema draft 4', false, draft04),
  'json-schema-draft-06': define('JSON Schema draft 6', false, draft06),
  'json-schema-draft-07': define('JSON Schema draft 7', false, draft07),
  'json-schema-2019-09': define('JSON Schema 2019-09', true, draft2019),
  'json-schema-2020-12': define(
    'JSON Schema 2020-12',
    true,
    draft2020,
    'additionalItems $recursiveRef $recursiveAnchor id',
  ),
}

export function traitsOf(dialect: Dialect): DialectTraits {
  return traits[dialect]
}

const byUri: ReadonlyMap<string, Dialect> = new Map([
  ['json-schema.org/draft-04/schema', 'json-schema-draft-04'],
  ['json-schema.org/draft-06/schema', 'json-schema-draft-06'],
  ['json-schema.org/draft-07/schema', 'json-schema-draft-07'],
  ['json-schema.org/schema', 'json-schema-draft-07'],
  ['json-schema.org/draft/2019-09/schema', 'json-schema-2019-09'],
  ['json-schema.org/draft/2020-12/schema', 'json-schema-2020-12'],
  ['spec.openapis.org/oas/3.1/dialect/base', 'json-schema-2020-12'],
])

/** The dialect that `$schema` or `jsonSchemaDialect` names; undefined when it is none that is known. */
export function dialectOfUri(uri: string): Dialect | undefined {
  const bare = uri.replace(/^https?:\/\//, '').replace(/#$/, '')
  // OpenAPI dates its dialects: `https://spec.openapis.org/oas/3.2/dialect/2025-09-17`.
  return (
    byUri.get(bare) ?? (/^spec\.openapis\.org\/oas\/3\.[1-9]\/dialect\//.test(bare) ? 'json-schema-2020-12' : undefined)
  )
}

/** The dialect of the schemas in a document, by what the document says it is; undefined when it says nothing. */
export function dialectOfDocument(value: JsonValue): Dialect | undefined {
  if (!isObject(value)) return undefined
  if (Object.hasOwn(value, 'swagger')) return 'openapi-2.0'
  if (Object.hasOwn(value, 'asyncapi')) return 'asyncapi'
  const version = own(value, 'openapi')
  if (version === undefined) return undefined
  if (typeof version === 'string' && version.startsWith('3.0')) return 'openapi-3.0'
  const declared = own(value, 'jsonSchemaDialect')
  return (typeof declared === 'string' ? dialectOfUri(declared) : undefined) ?? 'json-schema-2020-12'
}

function define(title: string, refJoinsSiblings: boolean, keywords: string, except = ''): DialectTraits {
  const without = new Set(except.split(' '))
  return { title, refJoinsSiblings, keywords: new Set(keywords.split(' ').filter((keyword) => !without.has(keyword))) }
}
