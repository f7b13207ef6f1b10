import { createIssues, within } from '../codec/index.js'
import { encodeHeader, isRecord, matchMedia, own, parseMediaType } from '../wire/index.js'
import type { Header } from './request.js'
import type { ServerHeader, ServerMedia, ServerOperation, ServerResponse } from './types.js'

/** A handler's reply that is what the contract declares. */
export interface CheckedReply {
  readonly status: number
  readonly media: ServerMedia | undefined
  readonly contentType: string | undefined
  /** Declared ones, as they go out. */
  readonly headers: readonly Header[]
  readonly body: unknown
}

/** Why a reply is not sent; for the audit. */
export interface ReplyFault {
  readonly kind: 'fault'
  readonly reason: string
  /** Places and keywords: `/body/id type`. */
  readonly issues: readonly string[]
}

/** @param accepted the media type that the caller likes best, for replies that leave the choice. */
export function checkReply(
  operation: ServerOperation,
  reply: unknown,
  accepted: string | undefined,
): CheckedReply | ReplyFault {
  if (!isRecord(reply)) return fault('reply-missing')
  const status = own(reply, 'status')
  if (!isFinalStatus(status)) return fault('status-malformed')
  const response = declaredResponse(operation.responses, status)
  if (!response) return fault(`status-undeclared-${status}`)
  const headers = headersOf(response.headers, own(reply, 'headers'))
  if ('kind' in headers) return headers
  const body = own(reply, 'body')
  if (response.content.length === 0) {
    return body === undefined
      ? { status, media: undefined, contentType: undefined, headers, body }
      : fault('body-undeclared')
  }
  const chosen = chooseMedia(response.content, own(reply, 'contentType'), body, accepted)
  if ('kind' in chosen) return chosen
  const refused = checkBody(chosen.media, body)
  return refused ?? { status, ...chosen, headers, body }
}

export function isFault(value: object): value is ReplyFault {
  return 'kind' in value && value.kind === 'fault'
}

/** The exact status first, then its class, then `default` (OpenAPI 3.1, section 4.8.16). */
export function declaredResponse(responses: readonly ServerResponse[], status: number): ServerResponse | undefined {
  const exact = String(status)
  const same = responses.find((each) => each.status === exact)
  if (same) return same
  const range = `${Math.trunc(status / 100)}XX`
  return (
    responses.find((each) => each.status.toUpperCase() === range) ?? responses.find((each) => each.status === 'default')
  )
}

function isFinalStatus(status: unknown): status is number {
  return typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599
}

interface Chosen {
  readonly media: ServerMedia
  readonly contentType: string
}

function chooseMedia(
  content: readonly ServerMedia[],
  given: unknown,
  body: unknown,
  accepted: string | undefined,
): Chosen | ReplyFault {
  if (given !== undefined) {
    if (typeof given !== 'string' || !/^[\x20-\x7e]+$/.test(given)) return fault('content-type-malformed')
    const media = matchMedia(content, given)
    return media && !given.includes('*') ? { media, contentType: given } : fault('content-type-undeclared')
  }
  const media = content.find(({ mediaType }) => mediaType === accepted) ?? content[0]
  if (!media) return fault('content-type-undeclared')
  const contentType = media.mediaType.includes('*') ? typeInRange(media, body) : media.mediaType
  return contentType === undefined ? fault('content-type-missing') : { media, contentType }
}

/** Where the contract leaves the type open and the handler does not say it. */
function typeInRange({ mediaType, kind }: ServerMedia, body: unknown): string | undefined {
  const range = parseMediaType(mediaType)
  const own = body instanceof Blob && body.type !== '' ? parseMediaType(body.type)?.essence : undefined
  const guess =
    own ?? { json: 'application/json', text: 'text/plain', binary: 'application/octet-stream' }[kind as string]
  return guess !== undefined && (range?.type === '*' || guess.startsWith(`${range?.type ?? ''}/`)) ? guess : undefined
}

function checkBody(media: ServerMedia, body: unknown): ReplyFault | undefined {
  switch (media.kind) {
    case 'binary': {
      const isBytes = body instanceof Uint8Array || body instanceof Blob || body instanceof ReadableStream
      return isBytes ? undefined : fault('body-not-binary')
    }
    case 'events':
    case 'lines':
      return isIterable(body) ? undefined : fault('body-not-a-stream')
    case 'text':
      return typeof body === 'string' ? checkValue(media, body) : fault('body-not-text')
    case 'json':
    case 'form':
    case 'multipart':
      return checkValue(media, body)
  }
}

export function checkValue({ codec }: ServerMedia, value: unknown): ReplyFault | undefined {
  const issues = createIssues()
  if (!codec || codec.check(value, within(undefined, 'body'), issues)) return undefined
  return fault('body-invalid', issues.list)
}

function isIterable(body: unknown): boolean {
  return typeof body === 'object' && body !== null && (Symbol.asyncIterator in body || Symbol.iterator in body)
}

/** Framing is the adapter's; what a contract declares of it is not repeated. */
const framing = new Set(['content-type', 'content-length', 'transfer-encoding', 'connection', 'keep-alive', 'upgrade'])

const none: readonly Header[] = []

function headersOf(declared: readonly ServerHeader[] | undefined, given: unknown): readonly Header[] | ReplyFault {
  if (!declared) return none
  const values = isRecord(given) ? given : {}
  const headers: Header[] = []
  for (const header of declared) {
    if (framing.has(header.name.toLowerCase())) continue
    const value = own(values, header.property ?? header.name)
    if (value === undefined) {
      if (header.required) return fault('header-missing', [{ path: `/headers/${header.name}`, keyword: 'required' }])
      continue
    }
    const issues = createIssues()
    if (!header.codec.check(value, within(within(undefined, 'headers'), header.name), issues)) {
      return fault('header-invalid', issues.list)
    }
    try {
      const text = encodeHeader(header, value)
      if (text !== undefined) headers.push([header.name.toLowerCase(), text])
    } catch {
      return fault('header-not-sendable', [{ path: `/headers/${header.name}`, keyword: 'format' }])
    }
  }
  return headers
}

function fault(
  reason: string,
  issues: readonly { readonly path: string; readonly keyword: string }[] = [],
): ReplyFault {
  return { kind: 'fault', reason, issues: issues.map(({ path, keyword }) => `${path} ${keyword}`) }
}
