import type { View } from '../codec/index.js'
import { type CallContext, randomHex } from '../context/index.js'
import { encodeForm, encodeMultipart, isRecord } from '../wire/index.js'
import type { RoutedCall } from './call.js'
import { jsonText } from './media-codec.js'
import type { Ready } from './ready.js'
import type { CheckedReply } from './reply-check.js'
import { writeStream } from './reply-stream.js'
import type { ResponseLike } from './request.js'
import type { ServerMedia } from './types.js'
import type { AnswerView } from './views.js'

export interface WrittenBody {
  readonly body: NonNullable<ResponseLike['body']> | undefined
  readonly contentType: string | undefined
}

/** Bytes of a checked reply as the view may see them. Throws when there is anything that it must not see. */
export function writeReply(
  call: RoutedCall,
  { media, contentType, body }: CheckedReply,
  view: AnswerView,
  context: CallContext,
): Ready<WrittenBody> {
  if (!media || contentType === undefined) return { body: undefined, contentType }
  switch (media.kind) {
    case 'json':
      return { body: jsonText(media, body, view), contentType }
    case 'text':
      return { body: textBody(media, body as string, view), contentType: withCharset(contentType) }
    case 'binary':
      return bytesOf(body as Uint8Array | Blob | ReadableStream<Uint8Array>).then((bytes) => ({
        body: bytes,
        contentType,
      }))
    case 'form':
      return { body: encodeForm(media, JSON.parse(jsonText(media, body, view))), contentType }
    case 'multipart': {
      const blob = encodeMultipart(media, maskedParts(media, body, view), randomHex(call.environment.random, 16))
      return bytesOf(blob).then((bytes) => ({ body: bytes, contentType: blob.type }))
    }
    case 'events':
    case 'lines':
      return { body: writeStream(call, { media, contentType, items: body, view, context }), contentType }
  }
}

/** A text may be classified as a whole: its codec writes a JSON string, of which the text goes out. */
function textBody({ codec }: ServerMedia, body: string, view: View): string {
  if (!codec) return body
  const text: unknown = JSON.parse(codec.write(body, view))
  return typeof text === 'string' ? text : ''
}

function withCharset(contentType: string): string {
  return /;\s*charset=/i.test(contentType) ? contentType : `${contentType}; charset=utf-8`
}

/** Larger files are sent as they are read. */
const wholeUpTo = 1024 * 1024

async function bytesOf(
  body: Uint8Array | Blob | ReadableStream<Uint8Array>,
): Promise<NonNullable<ResponseLike['body']>> {
  if (body instanceof Uint8Array) return body
  if (body instanceof Blob) {
    return body.size <= wholeUpTo ? new Uint8Array(await body.arrayBuffer()) : chunksOf(body.stream())
  }
  return chunksOf(body)
}

/** No generator: one that was never started would not cancel its source. */
function chunksOf(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = stream.getReader()
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const { done, value } = await reader.read()
        return done ? { done: true, value: undefined } : { done: false, value }
      },
      async return() {
        await reader.cancel().catch(() => undefined)
        return { done: true, value: undefined }
      },
    }),
  }
}

/** Files stay as they are; everything else goes through the codec. */
function maskedParts(media: ServerMedia, body: unknown, view: View): Readonly<Record<string, unknown>> {
  const entries = Object.entries(isRecord(body) ? body : {})
  const isFile = (value: unknown): boolean =>
    [value].flat().some((each) => each instanceof Blob || each instanceof Uint8Array)
  const plain = Object.fromEntries(entries.filter(([, value]) => !isFile(value)))
  const masked = JSON.parse(jsonText(media, plain, view)) as Readonly<Record<string, unknown>>
  return { ...masked, ...Object.fromEntries(entries.filter(([, value]) => isFile(value))) }
}
