import type { Contract, HttpOperation, Response, Schema } from '../../../src/contract/model/index.js'
import type { JsonValue } from '../../../src/util/own.js'

/** A schema in short: JSON Schema's keywords with `ref` for a name in `schemas`; nested values are schemas, too. */
export type Brief = { readonly [keyword: string]: unknown } | boolean

const at = { document: 'test.yaml', pointer: '' }
const maps = new Set(['properties', 'patternProperties', 'dependentSchemas'])
const lists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const singles = new Set(['items', 'additionalProperties', 'not', 'contains', 'propertyNames', 'if', 'then', 'else'])

export function schemaOf(brief: Brief, pointer = ''): Schema {
  if (typeof brief === 'boolean') return { kind: 'schema', at: { ...at, pointer }, always: brief }
  const schema: Record<string, unknown> = { kind: 'schema', at: { ...at, pointer } }
  for (const [keyword, value] of Object.entries(brief)) {
    if (keyword === 'ref') schema['ref'] = idOf(value as string)
    else if (keyword === 'type') schema['types'] = [value].flat().sort()
    else if (keyword === 'required') schema['required'] = [...(value as string[])].sort()
    else if (keyword === 'discriminator') {
      const { propertyName, mapping } = value as { propertyName: string; mapping: Record<string, string> }
      const ids = Object.entries(mapping).map(([name, target]): [string, string] => [name, idOf(target)])
      schema['discriminator'] = { propertyName, mapping: new Map(ids) }
    } else if (maps.has(keyword)) {
      const entries = value instanceof Map ? [...value] : Object.entries(value as Record<string, Brief>)
      schema[keyword] = new Map(entries.map(([name, of]) => [name, schemaOf(of as Brief)]))
    } else if (lists.has(keyword)) schema[keyword] = (value as Brief[]).map((of) => schemaOf(of))
    else if (singles.has(keyword)) schema[keyword] = schemaOf(value as Brief)
    else schema[keyword] = value
  }
  return schema as unknown as Schema
}

export function idOf(name: string): string {
  return name.includes('#') ? name : `test.yaml#/components/schemas/${name}`
}

export interface BriefContract {
  readonly title?: string
  readonly schemas?: Readonly<Record<string, Brief>> | ReadonlyMap<string, Brief>
  readonly operations?: readonly HttpOperation[]
  readonly tags?: readonly string[]
}

export function contractOf({ title = 'Orders', schemas = {}, operations = [], tags = [] }: BriefContract): Contract {
  const entries = schemas instanceof Map ? [...schemas] : Object.entries(schemas as Record<string, Brief>)
  return {
    kind: 'contract',
    protocol: 'openapi',
    specVersion: '3.1.0',
    title,
    version: '1.0.0',
    servers: [],
    tags: tags.map((name) => ({ name, at })),
    operations,
    channels: [],
    securitySchemes: new Map(),
    security: [],
    schemas: new Map(
      entries.map(([name, brief]) => {
        const schema = schemaOf(brief, idOf(name).slice(idOf(name).indexOf('#') + 1))
        return [idOf(name), name.includes('#') ? schema : { ...schema, name }]
      }),
    ),
    governance: {},
    pathways: new Map(),
    dataPolicy: { clearances: new Map(), clearanceClaim: 'clearance', unclassified: 'warn' },
    at,
  }
}

export interface BriefOperation {
  readonly tags?: readonly string[]
  readonly method?: string
  readonly path?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in?: 'path' | 'query' | 'header' | 'cookie'
    readonly required?: boolean
    readonly schema?: Brief
  }[]
  readonly body?: Readonly<Record<string, Brief>>
  readonly responses?: Readonly<Record<string, Brief | undefined>>
  readonly responseHeaders?: readonly string[]
  readonly extra?: Partial<HttpOperation>
}

export function operationOf(id: string, brief: BriefOperation = {}): HttpOperation {
  const media = (mediaType: string, schema: Brief): Response['content'][number] => ({
    kind: 'media-type',
    mediaType,
    schema: schemaOf(schema),
    encoding: new Map(),
    examples: [],
    at,
  })
  return {
    kind: 'http',
    id,
    named: true,
    tags: brief.tags ?? [],
    deprecated: false,
    security: [],
    governance: {},
    at,
    method: brief.method ?? 'get',
    path: brief.path ?? `/${id}`,
    role: 'path',
    parameters: (brief.parameters ?? []).map(
      ({ name, in: place = 'query', required = false, schema = { type: 'string' } }) => ({
        kind: 'parameter',
        name,
        in: place,
        required,
        deprecated: false,
        style: place === 'query' ? 'form' : 'simple',
        explode: place === 'query',
        allowReserved: false,
        allowEmptyValue: false,
        schema: schemaOf(schema),
        examples: [] as JsonValue[],
        at,
      }),
    ),
    ...(brief.body && {
      requestBody: {
        kind: 'request-body' as const,
        required: true,
        content: Object.entries(brief.body).map(([mediaType, schema]) => media(mediaType, schema)),
        at,
      },
    }),
    responses: Object.entries(brief.responses ?? { 200: undefined }).map(([status, schema]) => ({
      kind: 'response',
      status,
      headers: (brief.responseHeaders ?? []).map((name) => ({
        kind: 'header' as const,
        name,
        required: false,
        deprecated: false,
        explode: false,
        at,
      })),
      content: schema === undefined ? [] : [media('application/json', schema)],
      links: [],
      at,
    })),
    ...brief.extra,
  }
}
