import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../src/util/own.js'
import { mediaTypesOf } from './swagger.js'

/** Two versions of something; undefined where nothing can be done to it. */
export type Versions = readonly [before: JsonObject, after: JsonObject] | undefined

/** How a version of OpenAPI says what the operators change. */
export interface Format {
  readonly parameter: JsonObject
  readonly header: JsonObject
  /** Names of the declared security schemes. */
  readonly schemes: (document: JsonObject) => readonly string[]
  /** Twice the operation, once with a media type more for what is sent to it. */
  readonly requestTypes: (operation: JsonObject, document: JsonObject) => Versions
  /** Twice the operation, once with a media type more for what it answers. */
  readonly responseTypes: (operation: JsonObject, document: JsonObject) => Versions
}

export function formatOf(document: JsonObject): Format {
  return 'swagger' in document ? swagger : openApi
}

const mediaType = 'text/csv'
const text = { type: 'string' }

const openApi: Format = {
  parameter: { name: 'mutation', in: 'query', schema: text },
  header: { schema: text },
  schemes: ({ components }) => (isObject(components) ? namesIn(components['securitySchemes']) : []),
  requestTypes: (operation) => {
    const { requestBody } = operation
    const more = isObject(requestBody) && withContent(requestBody)
    return more ? [{ ...operation, requestBody: more }, operation] : undefined
  },
  responseTypes: (operation) =>
    withResponse(operation, (response) => {
      const more = withContent(response)
      return more && [more, response]
    }),
}

const swagger: Format = {
  parameter: { name: 'mutation', in: 'query', ...text },
  header: text,
  schemes: (document) => namesIn(document['securityDefinitions']),
  requestTypes: (operation, document) => {
    const { parameters } = operation
    const hasBody = isArray(parameters) && parameters.some((each) => isObject(each) && each['in'] === 'body')
    return hasBody ? withType(operation, document, 'consumes') : undefined
  },
  responseTypes: (operation, document) => {
    const answers = Object.entries(responsesOf(operation))
    const hasBody = answers.some(([status, each]) => /^2/.test(status) && isObject(each) && isObject(each['schema']))
    return hasBody ? withType(operation, document, 'produces') : undefined
  },
}

function withContent(holder: JsonObject): JsonObject | undefined {
  const { content } = holder
  if (!isObject(content) || mediaType in content) return undefined
  if (Object.keys(content).some((type) => type.includes('*'))) return undefined
  return { ...holder, content: { ...content, [mediaType]: { schema: text } } }
}

function withType(operation: JsonObject, document: JsonObject, side: 'consumes' | 'produces'): Versions {
  const listed = mediaTypesOf(operation, document, side)
  if (!listed || listed.length === 0 || listed.some((type) => typeof type !== 'string' || /\*|csv/.test(type)))
    return undefined
  return [
    { ...operation, [side]: [...listed, mediaType] },
    { ...operation, [side]: listed },
  ]
}

/** Both versions of the first answer that something can be done to. */
export function withResponse(operation: JsonObject, change: (response: JsonObject) => Versions): Versions {
  const responses = responsesOf(operation)
  for (const [status, response] of Object.entries(responses)) {
    if (!/^2\d\d$/.test(status) || !isObject(response) || '$ref' in response) continue
    const changed = change(response)
    if (!changed) continue
    const [before, after] = changed.map((each) => ({ ...operation, responses: { ...responses, [status]: each } }))
    return [before as JsonObject, after as JsonObject]
  }
  return undefined
}

export function responsesOf({ responses }: JsonObject): JsonObject {
  return isObject(responses) ? responses : {}
}

function namesIn(map: JsonValue | undefined): readonly string[] {
  return isObject(map) ? Object.keys(map) : []
}
