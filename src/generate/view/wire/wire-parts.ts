import type { MediaType, Parameter } from '../../../contract/model/index.js'
import type { Direction, PlannedMedia, PlannedOperation, PlannedParameter, PlannedResponse } from '../../plan/types.js'
import { strLit } from '../../render/escape.js'
import type { CodeText } from '../../render/text.js'
import { answersOf } from './answers.js'
import { eventData } from './event-data.js'
import { arrayLiteral, type Code, type Entry, falseLiteral, objectLiteral, trueLiteral } from './literal.js'
import type { Schemas } from './schema-parts.js'
import { type Shape, shapeOf, shapeOfForm } from './shape.js'
import { shapeLiteral, shapeUnlessText } from './shape-literal.js'

/** What the server's descriptors say beyond the client's. */
export interface ServerParts {
  parameterCodec(parameter: PlannedParameter): Code
  headerCodec(header: PlannedResponse['headers'][number]): Code
  /** Undefined for bytes. */
  mediaCodec(media: PlannedMedia, direction: Direction): Code | undefined
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

/**
 * Writes parameters, body and responses of operations as literals; only what differs from the defaults of the runtime's
 * types. One for each module: what operations share is written once.
 */
export function createWireWriter(schemas: Schemas, server?: ServerParts): (planned: PlannedOperation) => WireParts {
  const parameters = new Map<Parameter, CodeText>()
  const responses = new Map<string, CodeText>()
  const contents: Record<Direction, Map<MediaType, CodeText>> = { input: new Map(), output: new Map() }

  const parameterCode = (planned: PlannedParameter): CodeText => {
    const { parameter, property } = planned
    const known = parameters.get(parameter)
    if (known !== undefined) return known
    const code = parameterLiteral(planned, parameterShape(parameter, schemas), server)
    // Another operation may give an odd name another property.
    if (property === parameter.name) parameters.set(parameter, code)
    return code
  }
  const content = (all: readonly PlannedMedia[], direction: Direction): CodeText =>
    arrayLiteral(
      all.map((planned) => {
        const known = contents[direction].get(planned.media)
        if (known !== undefined) return known
        const shape = mediaShape(planned, schemas, server !== undefined)
        const code = mediaLiteral(planned, shape, server?.mediaCodec(planned, direction))
        contents[direction].set(planned.media, code)
        return code
      }),
    )
  const responseCode = (planned: PlannedResponse): CodeText => {
    const { document, pointer } = planned.response.at
    // A declared response, with content or without where HTTP allows none.
    const key = `${planned.status} ${planned.content.length} ${document}#${pointer}`
    const known = responses.get(key)
    if (known !== undefined) return known
    const code = objectLiteral([
      ['status', strLit(planned.status)],
      ['responder', server && strLit(planned.responder)],
      ['content', content(planned.content, 'output')],
      ['headers', headersLiteral(planned, schemas, server)],
    ])
    responses.set(key, code)
    return code
  }

  return (planned) => {
    const { path, query, headers, cookies } = planned.parameters
    const { body } = planned
    const required = body?.required ? trueLiteral : falseLiteral
    return {
      parameters: [...path, ...query, ...headers, ...cookies].map((parameter) => ({
        name: `${parameter.property}Parameter`,
        code: parameterCode(parameter),
      })),
      ...(body && {
        body: objectLiteral([
          ['required', required],
          ['content', content(body.content, 'input')],
        ]),
      }),
      responses: answersOf(planned).map((response) => ({
        name: `${response.responder}Response`,
        code: responseCode(response),
      })),
    }
  }
}

function parameterLiteral(planned: PlannedParameter, shape: Shape, server: ServerParts | undefined): CodeText {
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
    ['shape', shapeUnlessText(shape)],
    ['tenantKey', parameter.tenantKey ? trueLiteral : undefined],
    ['codec', server?.parameterCodec(planned)],
  ])
}

function parameterShape({ content, schema }: Parameter, schemas: Schemas): Shape {
  if (!content) return shapeOf(schema, schemas)
  // A whole query string may be a form (OpenAPI 3.2); any other content is JSON, or the text as it is.
  if (content.mediaType === 'application/x-www-form-urlencoded') return shapeOf(content.schema, schemas)
  return /\bjson\b/.test(content.mediaType) ? { kind: 'json' } : { kind: 'scalar', types: ['string'] }
}

function headersLiteral(
  { headers }: PlannedResponse,
  schemas: Schemas,
  server: ServerParts | undefined,
): CodeText | undefined {
  if (headers.length === 0) return undefined
  const literals = headers.map((planned): CodeText => {
    const { header, property } = planned
    const name = header.name.toLowerCase()
    return objectLiteral([
      ['name', strLit(name)],
      ['property', property === name ? undefined : strLit(property)],
      ['required', header.required ? trueLiteral : undefined],
      ['explode', header.explode ? trueLiteral : undefined],
      ['shape', shapeUnlessText(header.content ? { kind: 'json' } : shapeOf(header.schema, schemas))],
      ['codec', server?.headerCodec(planned)],
    ])
  })
  return arrayLiteral(literals)
}

function mediaLiteral(planned: PlannedMedia, shape: Shape | undefined, codec: Code | undefined): CodeText {
  return objectLiteral([
    ['mediaType', strLit(planned.mediaType)],
    ['kind', strLit(planned.kind)],
    ['shape', shape && shapeLiteral(shape)],
    ['encoding', encodingLiteral(planned)],
    ['codec', codec],
  ])
}

/** The client writes a form by its values and has no use for their shapes. */
function mediaShape({ kind, schema, encoding }: PlannedMedia, schemas: Schemas, reads: boolean): Shape | undefined {
  if (kind === 'form' || kind === 'multipart') return reads ? shapeOfForm(schema, encoding, kind, schemas) : undefined
  if (kind !== 'events' || eventData(schema, schemas).kind === 'json') return undefined
  return { kind: 'scalar', types: ['string'] }
}

function encodingLiteral({ kind, encoding }: PlannedMedia): CodeText | undefined {
  if ((kind !== 'form' && kind !== 'multipart') || encoding.size === 0) return undefined
  return objectLiteral(
    [...encoding].map(
      ([name, { contentType, style, explode, allowReserved }]): Entry => [
        name,
        objectLiteral([
          ['contentType', contentType === undefined ? undefined : strLit(contentType)],
          ['style', style && strLit(style)],
          ['explode', explode === undefined ? undefined : explode ? trueLiteral : falseLiteral],
          ['allowReserved', allowReserved ? trueLiteral : undefined],
        ]),
      ],
    ),
  )
}
