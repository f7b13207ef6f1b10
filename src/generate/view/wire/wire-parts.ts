import type { HttpOperation } from '../../../contract/model/index.js'
import type { PlannedMedia, PlannedOperation, PlannedParameter, PlannedResponse } from '../../plan/types.js'
import { strLit } from '../../render/escape.js'
import type { CodeText } from '../../render/text.js'
import { answersOf } from './answers.js'
import { eventData } from './event-data.js'
import { arrayLiteral, type Code, falseLiteral, objectLiteral, trueLiteral } from './literal.js'
import type { Schemas } from './schema-parts.js'
import { type Shape, shapeOf, shapeOfForm } from './shape.js'

/** What the server's descriptors say beyond the client's. */
export interface ServerParts {
  parameterCodec(parameter: PlannedParameter): Code
  headerCodec(header: PlannedResponse['headers'][number]): Code
  /** Undefined for bytes. */
  mediaCodec(media: PlannedMedia, direction: 'input' | 'output'): Code | undefined
}

/** A part of a descriptor that several operations may share, with the name that it would have then. */
export interface SharedPart {
  readonly code: CodeText
  readonly name: string
}

/** The pieces of one operation's descriptor, before repeated ones are hoisted. */
export interface WireParts {
  readonly parameters: readonly SharedPart[]
  readonly body?: CodeText
  readonly responses: readonly SharedPart[]
}

type Entry = readonly [key: string, value: Code | undefined]

/** Parameters, body and responses of an operation as literals; only what differs from the defaults of the runtime's types. */
export function wireParts(planned: PlannedOperation, schemas: Schemas, server?: ServerParts): WireParts {
  const { path, query, headers, cookies } = planned.parameters
  const { body } = planned
  return {
    parameters: [...path, ...query, ...headers, ...cookies].map((parameter) => ({
      name: `${parameter.property}Parameter`,
      code: parameterLiteral(parameter, schemas, server),
    })),
    ...(body && {
      body: objectLiteral([
        ['required', body.required ? trueLiteral : falseLiteral],
        ['content', contentLiteral(body.content, 'input', schemas, server)],
      ]),
    }),
    responses: answersOf(planned).map((response) => ({
      name: `${response.responder}Response`,
      code: responseLiteral(response, schemas, server),
    })),
  }
}

/** `[{ bearer: ['orders:write'] }, {}]`; undefined where nothing is asked for. */
export function securityLiteral(operation: HttpOperation): CodeText | undefined {
  if (operation.security.length === 0) return undefined
  return arrayLiteral(
    operation.security.map(({ schemes }) =>
      objectLiteral([...schemes].map(([name, scopes]) => [name, arrayLiteral(scopes.map(strLit))])),
    ),
  )
}

function parameterLiteral(planned: PlannedParameter, schemas: Schemas, server: ServerParts | undefined): CodeText {
  const { parameter, property } = planned
  const { name, content, style, explode } = parameter
  const normalStyle = parameter.in === 'path' || parameter.in === 'header' ? 'simple' : 'form'
  const normalExplode = style === 'form' || style === 'cookie'
  return objectLiteral([
    ['name', strLit(name)],
    ['property', property === name ? undefined : strLit(property)],
    ['in', strLit(parameter.in)],
    ['required', parameter.required ? trueLiteral : undefined],
    ['style', content || style === normalStyle ? undefined : strLit(style)],
    ['explode', content || explode === normalExplode ? undefined : explode ? trueLiteral : falseLiteral],
    ['allowReserved', parameter.allowReserved ? trueLiteral : undefined],
    ['shape', shapeUnlessText(parameterShape(planned, schemas))],
    ['tenantKey', planned.fromTenant ? trueLiteral : undefined],
    ['codec', server?.parameterCodec(planned)],
  ])
}

function parameterShape({ parameter }: PlannedParameter, schemas: Schemas): Shape {
  const { content } = parameter
  if (!content) return shapeOf(parameter.schema, schemas)
  // A whole query string may be a form (OpenAPI 3.2); any other content is JSON, or the text as it is.
  if (content.mediaType === 'application/x-www-form-urlencoded') return shapeOf(content.schema, schemas)
  return /\bjson\b/.test(content.mediaType) ? { kind: 'json' } : { kind: 'scalar', types: ['string'] }
}

function responseLiteral(response: PlannedResponse, schemas: Schemas, server: ServerParts | undefined): CodeText {
  const headers = response.headers.map((planned): CodeText => {
    const { header, property } = planned
    const name = header.name.toLowerCase()
    const shape: Shape = header.content ? { kind: 'json' } : shapeOf(header.schema, schemas)
    return objectLiteral([
      ['name', strLit(name)],
      ['property', property === name ? undefined : strLit(property)],
      ['required', header.required ? trueLiteral : undefined],
      ['explode', header.explode ? trueLiteral : undefined],
      ['shape', shapeUnlessText(shape)],
      ['codec', server?.headerCodec(planned)],
    ])
  })
  return objectLiteral([
    ['status', strLit(response.status)],
    ['responder', server && strLit(response.responder)],
    ['content', contentLiteral(response.content, 'output', schemas, server)],
    ['headers', headers.length > 0 ? arrayLiteral(headers) : undefined],
  ])
}

function contentLiteral(
  content: readonly PlannedMedia[],
  direction: 'input' | 'output',
  schemas: Schemas,
  server: ServerParts | undefined,
): CodeText {
  return arrayLiteral(
    content.map((planned) => {
      const shape = mediaShape(planned, schemas, server !== undefined)
      return objectLiteral([
        ['mediaType', strLit(planned.mediaType)],
        ['kind', strLit(planned.kind)],
        ['shape', shape && shapeLiteral(shape)],
        ['encoding', encodingLiteral(planned)],
        ['codec', server?.mediaCodec(planned, direction)],
      ])
    }),
  )
}

/** The client writes a form by its values and has no use for their shapes. */
function mediaShape({ kind, schema, encoding }: PlannedMedia, schemas: Schemas, reads: boolean): Shape | undefined {
  if (kind === 'form' || kind === 'multipart') return reads ? shapeOfForm(schema, encoding, kind, schemas) : undefined
  if (kind !== 'events' || eventData(schema, schemas).kind === 'json') return undefined
  return { kind: 'scalar', types: ['string'] }
}

function encodingLiteral({ kind, encoding }: PlannedMedia): CodeText | undefined {
  if (kind !== 'form' && kind !== 'multipart') return undefined
  const entries = [...encoding].map(
    ([name, { contentType, style, explode, allowReserved }]): Entry => [
      name,
      objectLiteral([
        ['contentType', contentType === undefined ? undefined : strLit(contentType)],
        ['style', style && strLit(style)],
        ['explode', explode === undefined ? undefined : explode ? trueLiteral : falseLiteral],
        ['allowReserved', allowReserved ? trueLiteral : undefined],
      ]),
    ],
  )
  return entries.length > 0 ? objectLiteral(entries) : undefined
}

function shapeUnlessText(shape: Shape): CodeText | undefined {
  const isText = shape.kind === 'scalar' && shape.types.length === 1 && shape.types[0] === 'string'
  return isText ? undefined : shapeLiteral(shape)
}

function shapeLiteral(shape: Shape): CodeText {
  const entries: Entry[] = [['kind', strLit(shape.kind)]]
  if (shape.kind === 'scalar') entries.push(['types', textList(shape.types)])
  if (shape.kind === 'array') entries.push(['items', textList(shape.items)], ['of', shape.of && shapeLiteral(shape.of)])
  if (shape.kind === 'object') {
    entries.push(
      ['properties', objectLiteral([...shape.properties].map(([name, of]): Entry => [name, shapeLiteral(of)]))],
      ['rest', shape.rest && shapeLiteral(shape.rest)],
      ['or', shape.or && textList(shape.or)],
    )
  }
  return objectLiteral(entries)
}

function textList(texts: readonly string[]): CodeText {
  return arrayLiteral(texts.map(strLit))
}
