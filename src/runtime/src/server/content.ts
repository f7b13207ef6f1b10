import { matchMedia, negotiate, parseMediaType } from '../wire/index.js'
import type { RoutedCall } from './call.js'
import { type Refusal, refuse } from './refusal.js'
import type { ServerMedia } from './types.js'

/** What kind of answer the caller wants, and what kind of body it sent. */
export interface Negotiated {
  /** The offer that the caller likes best; undefined where nothing is offered. */
  readonly accepted: string | undefined
  /** Undefined: there is no body, or the operation reads none. */
  readonly body: { readonly media: ServerMedia; readonly contentType: string } | undefined
}

/** 406 and 415; what is missing though it is required is the decoder's to say. */
export function negotiateContent(call: RoutedCall): Negotiated | Refusal {
  const { offers, operation } = call.operation
  const accept = call.headers.all('accept')
  const accepted = negotiate(accept.length > 0 ? accept.join(',') : undefined, offers)
  if (accepted === undefined && offers.length > 0) return refuse('TK7210')
  if (!operation.body || call.request.body === undefined) return { accepted, body: undefined }
  const { content } = operation.body
  const lines = call.headers.all('content-type')
  const encoded = call.headers.all('content-encoding').some((line) => line.trim().toLowerCase() !== 'identity')
  if (lines.length > 1 || encoded) return unsupported(content)
  // Without a header the body is bytes (RFC 9110, section 8.3).
  const contentType = lines[0] ?? 'application/octet-stream'
  const media = matchMedia(content, contentType)
  if (media && isReadable(media, contentType)) return { accepted, body: { media, contentType } }
  return hasNoBytes(call) ? { accepted, body: undefined } : unsupported(content)
}

function unsupported(content: readonly ServerMedia[]): Refusal {
  return refuse('TK7211', { headers: [['accept', content.map(({ mediaType }) => mediaType).join(', ')]] })
}

/** What has no bytes is of no type either: some clients name one all the same. */
function hasNoBytes({ headers }: RoutedCall): boolean {
  return headers.all('content-length').join() === '0'
}

/** All text is UTF-8 here. */
function isReadable({ kind }: ServerMedia, contentType: string): boolean {
  if (kind === 'binary' || kind === 'multipart' || !contentType.includes(';')) return true
  const charset = parseMediaType(contentType)?.parameters.get('charset')?.toLowerCase()
  return charset === undefined || charset === 'utf-8' || charset === 'utf8' || charset === 'us-ascii'
}
