import type { MediaType, Schema } from '../../contract/model/index.js'
import type { BodyKind, PlannedMedia } from './types.js'

/** Sequences of JSON values, one a line or a record (RFC 7464, JSON Lines, NDJSON). */
const lineTypes: ReadonlySet<string> = new Set([
  'application/jsonl',
  'application/jsonlines',
  'application/json-lines',
  'application/x-jsonlines',
  'application/x-json-lines',
  'application/ndjson',
  'application/x-ndjson',
  'application/json-seq',
  'application/x-json-stream',
  'application/stream+json',
])

const textTypes: ReadonlySet<string> = new Set([
  'application/ecmascript',
  'application/graphql',
  'application/javascript',
  'application/jwt',
  'application/pem-certificate-chain',
  'application/sql',
  'application/toml',
  'application/x-pem-file',
  'application/x-sh',
  'application/x-yaml',
  'application/xml',
  'application/yaml',
])

/** How the bytes of a media type are read and written. A range such as any type is JSON when it has a schema that is no file. */
function bodyKind(mediaType: string, schema?: Schema): BodyKind {
  const type = (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase()
  if (type === 'text/event-stream') return 'events'
  if (lineTypes.has(type) || type.endsWith('+json-seq') || type.endsWith('+jsonl')) return 'lines'
  if (type === 'application/json' || type === 'text/json' || type.endsWith('+json')) return 'json'
  if (type === 'application/x-www-form-urlencoded') return 'form'
  if (type.startsWith('multipart/')) return 'multipart'
  if (type.startsWith('text/') || textTypes.has(type) || type.endsWith('+xml') || type.endsWith('+yaml')) return 'text'
  if (type === '*/*' || type === 'application/*') return schema && !isBinary(schema) ? 'json' : 'binary'
  return 'binary'
}

/** A string of bytes: `format: binary`, as OpenAPI 3.0 says it, or the content keywords of 3.1. */
export function isBinary(schema: Schema): boolean {
  if (schema.format === 'binary' || schema.format === 'file') return true
  return schema.contentMediaType !== undefined && schema.contentEncoding === undefined && !schema.contentSchema
}

export interface MediaPlan {
  readonly content: readonly PlannedMedia[]
  /** Another way to write what is offered as JSON (YAML, protobuf): left out, since it adds nothing to the types. */
  readonly leftOut: readonly MediaType[]
  /** Structured content of a kind that is passed on as text or bytes, because nothing here reads it. */
  readonly opaque: readonly MediaType[]
}

/** The content of a body, in the contract's order. */
export function planMedia(content: readonly MediaType[]): MediaPlan {
  const all = content.map(plannedMedia)
  const asJson = new Set(all.filter(({ kind }) => kind === 'json').map(({ schema }) => identity(schema)))
  const leftOut = all.filter((media) => isStructured(media) && asJson.has(identity(media.media.schema)))
  const kept = all.filter((media) => !leftOut.includes(media))
  return {
    content: kept,
    leftOut: leftOut.map(({ media }) => media),
    opaque: kept.filter(isStructured).map(({ media }) => media),
  }
}

function plannedMedia(media: MediaType): PlannedMedia {
  const kind = bodyKind(media.mediaType, media.schema)
  const schema = kind === 'events' || kind === 'lines' ? itemOf(media) : media.schema
  return { media, mediaType: media.mediaType, kind, ...(schema && { schema }), encoding: media.encoding }
}

/** `itemSchema` (OpenAPI 3.2); before it, a `schema` on a stream described each item, or an array of them. */
function itemOf(media: MediaType): Schema | undefined {
  if (media.itemSchema) return media.itemSchema
  const { schema } = media
  return schema?.types?.length === 1 && schema.types[0] === 'array' ? schema.items : schema
}

/** Text or bytes whose schema describes more than a string. */
function isStructured({ kind, media: { schema } }: PlannedMedia): boolean {
  if ((kind !== 'text' && kind !== 'binary') || !schema) return false
  if (schema.ref !== undefined) return true
  return schema.types !== undefined && !schema.types.includes('string')
}

/** The same within one body: the same target, or the very same place (OpenAPI 2.0's `produces`). */
function identity(schema: Schema | undefined): string | undefined {
  return schema?.ref ?? schema?.at.pointer
}
