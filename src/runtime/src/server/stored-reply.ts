import type { View } from '../codec/index.js'
import { jsonText } from './media-codec.js'
import type { CheckedReply } from './reply-check.js'
import { declaredResponse } from './reply-check.js'
import type { Header } from './request.js'
import type { ServerOperation } from './types.js'

/** A reply as it is kept, before it is sealed: unmasked, so that it can be masked for whoever gets it next. */
interface StoredReply {
  readonly status: number
  readonly mediaType?: string
  readonly contentType?: string
  readonly headers: readonly Header[]
  readonly body: StoredBody
  /** Milliseconds since 1970. */
  readonly expires: number
}

type StoredBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json' | 'text' | 'base64'; readonly text: string }
  /** A stream, or too large: the key is used up, and its answer cannot be told again. */
  | { readonly kind: 'lost' }

/** Never kept, whatever the contract says: they are credentials, or belong to one connection. */
const neverStored = new Set([
  'set-cookie',
  'authorization',
  'www-authenticate',
  'proxy-authenticate',
  'authentication-info',
])

/** @param view shows everything and guards: a foreign tenant's data is not kept either. */
export async function storedText(reply: CheckedReply, view: View, limit: number, expires: number): Promise<string> {
  const { status, media, contentType } = reply
  const stored: StoredReply = {
    status,
    ...(media && { mediaType: media.mediaType }),
    ...(contentType !== undefined && { contentType }),
    headers: reply.headers.filter(([name]) => !neverStored.has(name)),
    body: await bodyOf(reply, view, limit),
    expires,
  }
  const text = JSON.stringify(stored)
  return text.length <= limit ? text : JSON.stringify({ ...stored, body: { kind: 'lost' } })
}

async function bodyOf({ media, body }: CheckedReply, view: View, limit: number): Promise<StoredBody> {
  switch (media?.kind) {
    case undefined:
      return { kind: 'none' }
    case 'json':
    case 'form':
      return { kind: 'json', text: jsonText(media, body, view) }
    case 'text':
      return { kind: 'text', text: body as string }
    case 'binary':
      if (body instanceof Uint8Array) return base64Of(body)
      if (body instanceof Blob && body.size <= limit) return base64Of(new Uint8Array(await body.arrayBuffer()))
      return { kind: 'lost' }
    case 'multipart':
    case 'events':
    case 'lines':
      return { kind: 'lost' }
  }
}

function base64Of(bytes: Uint8Array): StoredBody {
  return { kind: 'base64', text: Buffer.from(bytes).toString('base64') }
}

/** The reply again; undefined when it was not kept whole, or the contract has changed under it. */
export function replyOfStored(
  text: string,
  operation: ServerOperation,
): { readonly replay: CheckedReply; readonly expires: number } | undefined {
  const stored = JSON.parse(text) as StoredReply
  const { status, contentType, headers, expires } = stored
  const content = declaredResponse(operation.responses, status)?.content
  const media = content?.find(({ mediaType }) => mediaType === stored.mediaType)
  if (stored.body.kind === 'lost' || !content || (stored.mediaType !== undefined && !media)) return undefined
  return { replay: { status, media, contentType, headers, body: valueOf(stored.body) }, expires }
}

function valueOf(body: Exclude<StoredBody, { kind: 'lost' }>): unknown {
  switch (body.kind) {
    case 'none':
      return undefined
    case 'json':
      return JSON.parse(body.text)
    case 'text':
      return body.text
    case 'base64':
      return new Uint8Array(Buffer.from(body.text, 'base64'))
  }
}
