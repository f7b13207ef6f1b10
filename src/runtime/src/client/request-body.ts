import { RequestError } from '../error/index.js'
import {
  encodeForm,
  encodeMultipart,
  eventText,
  headerValue,
  isRecord,
  lineText,
  matchMedia,
  type ServerSentEvent,
  streamOf,
  type WireMedia,
} from '../wire/index.js'
import type { CallInput, ClientOperation } from './types.js'

export interface RequestBody {
  readonly body: BodyInit
  readonly contentType: string
  /** False for a stream, which can be read only once. */
  readonly isReplayable: boolean
}

/** The bytes of a call's body; undefined when it has none. Throws a RequestError. */
export function encodeBody(
  operation: ClientOperation,
  { body, contentType }: CallInput,
  boundary: () => string,
): RequestBody | undefined {
  const { id, body: declared } = operation
  if (body === undefined) {
    if (declared?.required) throw new RequestError('TK7102', `${id} needs a body`)
    return undefined
  }
  const content = declared?.content ?? []
  const media = contentType === undefined ? content[0] : matchMedia(content, contentType)
  if (!media) throw new RequestError('TK7101', `${id} has no body of that media type`)
  const isRange = media.mediaType.includes('*')
  const encoded = encode(id, media, body, contentType ?? (isRange ? undefined : media.mediaType), boundary)
  return { ...encoded, contentType: headerValue('content-type', encoded.contentType) }
}

function encode(
  id: string,
  media: WireMedia,
  body: unknown,
  contentType: string | undefined,
  boundary: () => string,
): RequestBody {
  switch (media.kind) {
    case 'json':
      return { body: jsonText(id, body), contentType: contentType ?? 'application/json', isReplayable: true }
    case 'text':
      return { body: textBody(id, body), contentType: withCharset(contentType ?? 'text/plain'), isReplayable: true }
    case 'form':
      return {
        body: encodeForm(media, body),
        contentType: contentType ?? 'application/x-www-form-urlencoded',
        isReplayable: true,
      }
    case 'multipart': {
      const blob = encodeMultipart(media, body, boundary())
      return { body: blob, contentType: blob.type, isReplayable: true }
    }
    case 'binary':
      return binaryBody(id, body, contentType)
    case 'events':
    case 'lines':
      return sequenceBody(id, media, body, contentType)
  }
}

function jsonText(id: string, body: unknown): string {
  let json: string | undefined
  try {
    json = JSON.stringify(body)
  } catch {
    // The engine's message names properties of the value: not passed on.
  }
  if (json === undefined) throw new RequestError('TK7101', `the body of ${id} must be a value that JSON can carry`)
  return json
}

function textBody(id: string, body: unknown): string {
  if (typeof body !== 'string') throw new RequestError('TK7101', `the body of ${id} must be text`)
  return body
}

/** What is sent is UTF-8, and recipients of text are free to guess otherwise. */
function withCharset(contentType: string): string {
  return /^text\//i.test(contentType) && !/;\s*charset=/i.test(contentType)
    ? `${contentType}; charset=utf-8`
    : contentType
}

function binaryBody(id: string, body: unknown, contentType: string | undefined): RequestBody {
  if (body instanceof Blob) {
    const own = body.type === '' ? undefined : body.type
    return { body, contentType: contentType ?? own ?? 'application/octet-stream', isReplayable: true }
  }
  const type = contentType ?? 'application/octet-stream'
  if (body instanceof Uint8Array)
    return { body: body as Uint8Array<ArrayBuffer>, contentType: type, isReplayable: true }
  if (body instanceof ReadableStream) return { body, contentType: type, isReplayable: false }
  throw new RequestError('TK7101', `the body of ${id} must be a Blob, a Uint8Array or a ReadableStream`)
}

/** Events and lines: an array is sent as text and can be sent again; anything else is a stream. */
function sequenceBody(id: string, media: WireMedia, body: unknown, contentType: string | undefined): RequestBody {
  const type = contentType ?? media.mediaType
  const write = (item: unknown): string =>
    media.kind === 'events' ? writeEvent(id, media, item) : lineText(jsonText(id, item), type)
  if (Array.isArray(body)) return { body: body.map(write).join(''), contentType: type, isReplayable: true }
  if (isIterable(body)) return { body: streamOf(body, write), contentType: type, isReplayable: false }
  throw new RequestError('TK7101', `the body of ${id} must be an array or an iterable`)
}

function writeEvent(id: string, media: WireMedia, item: unknown): string {
  if (!isRecord(item)) throw new RequestError('TK7101', `the body of ${id} must be made of events`)
  const event = item as unknown as ServerSentEvent<unknown>
  return eventText(
    event,
    media.shape?.kind === 'scalar' && typeof event.data === 'string' ? event.data : jsonText(id, event.data),
  )
}

function isIterable(value: unknown): value is Iterable<unknown> | AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && (Symbol.asyncIterator in value || Symbol.iterator in value)
}
