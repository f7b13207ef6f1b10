import type { View } from '../codec/index.js'
import { jsonText } from './media-codec.js'
import { type Ready, whenReady } from './ready.js'
import type { CheckedReply } from './reply-check.js'
import { declaredResponse } from './reply-check.js'
import type { Header } from './request.js'
import type { ServerOperation } from './types.js'

/**
 * A reply as it is kept, before it is sealed: unmasked, so that it can be masked for whoever gets it next. In JSON on a line
 * of its own; the text of its body follows, so that it is not escaped once more.
 */
interface StoredReply {
  readonly status: number
  readonly mediaType?: string
  readonly contentType?: string
  readonly headers: readonly Header[]
  readonly body: StoredBody['kind']
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
export function storedText(reply: CheckedReply, view: View, limit: number, expires: number): Ready<string> {
  return whenReady(bodyOf(reply, view, limit), (body) => {
    const text = recordOf(reply, body, expires)
    return text.length <= limit ? text : recordOf(reply, { kind: 'lost' }, expires)
  })
}

function recordOf({ status, media, contentType, headers }: CheckedReply, body: StoredBody, expires: number): string {
  const stored: StoredReply = {
    status,
    ...(media && { mediaType: media.mediaType }),
    ...(contentType !== undefined && { contentType }),
    headers: headers.filter(([name]) => !neverStored.has(name)),
    body: body.kind,
    expires,
  }
  return `${JSON.stringify(stored)}\n${'text' in body ? body.text : ''}`
}

function bodyOf({ media, body }: CheckedReply, view: View, limit: number): Ready<StoredBody> {
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
      if (body instanceof Blob && body.size <= limit) {
        return body.arrayBuffer().then((bytes) => base64Of(new Uint8Array(bytes)))
      }
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
  const end = text.indexOf('\n')
  const stored = JSON.parse(text.slice(0, end)) as StoredReply
  const { status, contentType, headers, expires } = stored
  const content = declaredResponse(operation.responses, status)?.content
  const media = content?.find(({ mediaType }) => mediaType === stored.mediaType)
  if (stored.body === 'lost' || !content || (stored.mediaType !== undefined && !media)) return undefined
  return { replay: { status, media, contentType, headers, body: valueOf(stored.body, text.slice(end + 1)) }, expires }
}

function valueOf(kind: Exclude<StoredBody['kind'], 'lost'>, text: string): unknown {
  switch (kind) {
    case 'none':
      return undefined
    case 'json':
      return JSON.parse(text)
    case 'text':
      return text
    case 'base64':
      return new Uint8Array(Buffer.from(text, 'base64'))
  }
}
