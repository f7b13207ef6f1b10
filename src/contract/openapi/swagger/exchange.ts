import { isObject, type JsonValue, own } from '../../../util/own.js'
import { readContentAnnotations, readPartAnnotations } from '../../annotation/index.js'
import type { Encoding, Header, MediaType, RequestBody, Response, Schema } from '../../model/index.js'
import { mediaTypeName } from '../media-types.js'
import type { Parameters } from '../parameters.js'
import {
  below,
  checkFields,
  entriesOf,
  flagOf,
  type Node,
  objectOf,
  once,
  present,
  type Reading,
  textOf,
  textsOf,
} from '../reading.js'
import { type Target, target } from '../reference.js'
import { readResponses } from '../responses.js'
import { type Part, readCollectionFormat, readSimpleSchema, readSwaggerParameters } from './parameters.js'

export interface SwaggerExchange {
  readonly parameters: Parameters
  readonly requestBody: RequestBody | undefined
  readonly responses: readonly Response[]
}

/** Parameters, body and responses of an operation of OpenAPI 2.0, in the form they have had since 3.0. */
export function readSwaggerExchange(reading: Reading, node: Node, item: Node): SwaggerExchange {
  const produces = mediaTypesOf(reading, node, 'produces')
  const parameters = readSwaggerParameters(reading, node)
  const above = once(reading, 'path item', item, () => readSwaggerParameters(reading, item))
  return {
    parameters,
    requestBody: readBody(
      reading,
      node,
      override(above.bodies, parameters.bodies),
      override(above.fields, parameters.fields),
    ),
    responses: readResponses(reading, node, (_reading, status, response) =>
      readResponse(reading, status, response, produces),
    ),
  }
}

/** The operation's own parts replace those of the path item of the same name. */
function override(above: readonly Part[], own: readonly Part[]): readonly Part[] {
  const names = new Set(own.map(({ name }) => name))
  return [...above.filter(({ name }) => !names.has(name)), ...own]
}

/** The operation's own list, else the document's. An empty one of the operation is a statement as well. */
function mediaTypesOf(reading: Reading, node: Node, field: 'consumes' | 'produces'): readonly string[] {
  const { root } = reading.sources
  const document = isObject(root.value) ? { value: root.value, at: { document: root.id, pointer: '' } } : undefined
  const listed = textsOf(reading, node, field) ?? (document && textsOf(reading, document, field)) ?? []
  return [...new Set(listed.map(mediaTypeName))]
}

function readBody(
  reading: Reading,
  node: Node,
  bodies: readonly Part[],
  fields: readonly Part[],
): RequestBody | undefined {
  const [body] = bodies
  const second = bodies[1] ?? (body && fields[0])
  if (second) reading.problems.report('TK1117', { name: second.name }, { at: second.node.at })
  const consumes = mediaTypesOf(reading, node, 'consumes')
  if (body) return readSingleBody(reading, body.node, consumes)
  return fields.length > 0 ? readForm(reading, node, fields, consumes) : undefined
}

function readSingleBody(reading: Reading, node: Target, consumes: readonly string[]): RequestBody {
  const schema = schemaOf(reading, node)
  return present({
    kind: 'request-body' as const,
    description: textOf(reading, node, 'description'),
    required: flagOf(reading, node, 'required') ?? false,
    content: contentOf(consumes.length > 0 ? consumes : ['application/json'], schema, node),
    ...readContentAnnotations(node.value, node.at, reading.problems),
    at: node.at,
  })
}

const urlencoded = 'application/x-www-form-urlencoded'
const multipart = 'multipart/form-data'

function readForm(reading: Reading, node: Node, fields: readonly Part[], consumes: readonly string[]): RequestBody {
  const properties = new Map<string, Schema>()
  const encoding = new Map<string, Encoding>()
  const required: string[] = []
  let hasFile = false
  for (const { name, node: field } of fields) {
    const schema = readSimpleSchema(reading, field, (key) => key === 'description' || key.startsWith('x-'))
    if (schema) properties.set(name, schema)
    if (flagOf(reading, field, 'required')) required.push(name)
    hasFile ||= own(field.value, 'type') === 'file'
    if (own(field.value, 'type') === 'array') {
      encoding.set(name, { ...readCollectionFormat(reading, field, 'query'), headers: [], at: field.at })
    }
  }
  const forms = consumes.filter((type) => type === multipart || (type === urlencoded && !hasFile))
  const schema: Schema = {
    kind: 'schema',
    at: below(node.at, 'parameters'),
    types: ['object'],
    properties,
    ...(required.length > 0 && { required: required.sort((before, after) => (before < after ? -1 : 1)) }),
  }
  const at = below(node.at, 'parameters')
  const types = forms.length > 0 ? forms : [hasFile ? multipart : urlencoded]
  return {
    kind: 'request-body',
    required: required.length > 0,
    content: types.map((mediaType) => ({ kind: 'media-type', mediaType, schema, encoding, examples: [], at })),
    at,
  }
}

function readResponse(reading: Reading, status: string, node: Target, produces: readonly string[]): Response {
  checkFields(reading, node, 'response')
  const schema = schemaOf(reading, node)
  const examples = objectOf(reading, node, 'examples')?.value
  const binary = isFile(own(node.value, 'schema'))
  const fallback = binary ? 'application/octet-stream' : 'application/json'
  const types = produces.length > 0 ? produces : [fallback]
  return present({
    kind: 'response' as const,
    status,
    description: textOf(reading, node, 'description'),
    headers: readHeaders(reading, node),
    content: schema ? contentOf(types, schema, node, examples) : [],
    links: [],
    ...readContentAnnotations(node.value, node.at, reading.problems),
    at: node.at,
  })
}

function isFile(schema: JsonValue | undefined): boolean {
  return isObject(schema) && own(schema, 'type') === 'file'
}

function contentOf(
  types: readonly string[],
  schema: Schema | undefined,
  { at }: Node,
  examples: Readonly<Record<string, JsonValue>> = {},
): readonly MediaType[] {
  return types.map((mediaType) =>
    present({
      kind: 'media-type' as const,
      mediaType,
      schema,
      encoding: new Map<string, Encoding>(),
      examples: Object.keys(examples).flatMap((type) =>
        mediaTypeName(type) === mediaType ? (examples[type] ?? []) : [],
      ),
      at,
    }),
  )
}

function schemaOf(reading: Reading, { value, at }: Node): Schema | undefined {
  const schema = own(value, 'schema')
  return schema === undefined ? undefined : reading.schemas.read(schema, below(at, 'schema'))
}

function readHeaders(reading: Reading, node: Node): readonly Header[] {
  return entriesOf(reading, node, 'headers', true).flatMap(({ key, value, at }) => {
    const header = target(reading, key, value, at)
    if (!header) return []
    checkFields(reading, header, 'header of OpenAPI 2.0')
    return present({
      kind: 'header' as const,
      name: key,
      required: false,
      description: textOf(reading, header, 'description'),
      deprecated: false,
      explode: false,
      schema: readSimpleSchema(reading, header),
      ...readPartAnnotations(header.value, header.at, reading.problems),
      at: header.at,
    })
  })
}
