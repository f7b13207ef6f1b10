import { createIssues, within } from '../codec/index.js'
import {
  decodeForm,
  decodeMultipart,
  parseMediaType,
  readEvents,
  readLines,
  type ServerSentEvent,
  type WireIssue,
} from '../wire/index.js'
import { binaryContent } from './binary-content.js'
import type { BodyGuard } from './body-guard.js'
import { limitedStream, tooLarge } from './body-stream.js'
import type { RoutedCall } from './call.js'
import { echoesIn, withoutFiles } from './echoes.js'
import { parseJsonText } from './json-text.js'
import { readBody } from './read-body.js'
import type { Ready } from './ready.js'
import { isRefusal, type ProblemIssue, type Refusal, refuse } from './refusal.js'
import { RefusedInput } from './refused-input.js'
import type { BodyReader } from './request.js'
import type { ServerMedia } from './types.js'
import { wireIssues } from './wire-issues.js'

/** A body as its handler gets it. */
export interface DecodedBody {
  readonly value: unknown
  /** As the contract names it, so that handlers can tell alternatives apart; for a range (`image/*`) the actual one. */
  readonly contentType: string
  /** What the idempotency fingerprint is made of: a checked value, or the bytes of what is not decoded at once. */
  readonly content: { readonly value: unknown } | { readonly bytes: Uint8Array }
}

export interface BodySource {
  readonly body: Uint8Array<ArrayBuffer> | BodyReader
  readonly media: ServerMedia
  readonly contentType: string
}

/**
 * Decodes, validates and guards a body. Streams are given to the handler at once, and judged item by item. `undefined` goes
 * to `next` where there is none: no bytes are an empty text, but no JSON.
 */
export function decodeBody<T>(
  call: RoutedCall,
  source: BodySource,
  guard: BodyGuard,
  next: (decoded: DecodedBody | Refusal | undefined) => T,
): Ready<T | Refusal> {
  const { media } = source
  const { limits } = call.environment
  const isUpload = media.kind === 'binary' || media.kind === 'multipart' || isStream(media)
  const limit = isUpload ? limits.uploadBytes : limits.bodyBytes
  if ((media.kind === 'binary' || isStream(media)) && !call.operation.operation.idempotency) {
    const stream = (): ReadableStream<Uint8Array> => limitedStream(call, source.body, limit)
    const content = { value: undefined }
    return next({ ...streamed(call, source, guard, stream), contentType: namedType(source), content })
  }
  return readBody(call, source.body, limit, (bytes) => next(decodeWhole(call, source, guard, bytes)))
}

function decodeWhole(
  call: RoutedCall,
  source: BodySource,
  guard: BodyGuard,
  bytes: Uint8Array<ArrayBuffer>,
): DecodedBody | Refusal | undefined {
  const { media } = source
  if (media.kind === 'binary' || isStream(media)) {
    const stream = (): ReadableStream<Uint8Array> => new Blob([bytes]).stream()
    return { ...streamed(call, source, guard, stream), contentType: namedType(source), content: { bytes } }
  }
  if (bytes.length === 0 && media.kind === 'json') return undefined
  const decoded = decodeBytes(call, source, bytes)
  if (isRefusal(decoded)) return decoded
  const refused = judge(media, decoded.value, guard)
  return refused ?? { value: decoded.value, contentType: namedType(source), content: decoded }
}

function namedType({ media: { mediaType }, contentType }: BodySource): string {
  return mediaType.includes('*') ? (parseMediaType(contentType)?.essence ?? contentType) : mediaType
}

function isStream({ kind }: ServerMedia): boolean {
  return kind === 'events' || kind === 'lines'
}

function decodeBytes(
  call: RoutedCall,
  { media, contentType }: BodySource,
  bytes: Uint8Array<ArrayBuffer>,
): { readonly value: unknown } | Refusal {
  const { jsonDepth, jsonItems } = call.environment.limits
  const issues: WireIssue[] = []
  if (media.kind === 'multipart') {
    const value = decodeMultipart(media, bytes, contentType, issues)
    return issues.length > 0 ? malformed(wireIssues(issues)) : { value }
  }
  const text = textOf(bytes)
  if (text === undefined) return malformed([{ path: '/body', keyword: 'encoding', expected: 'UTF-8' }])
  if (media.kind === 'text') return { value: text }
  if (media.kind === 'form') {
    if (text.split('&', jsonItems + 1).length > jsonItems) {
      return malformed([{ path: '/body', keyword: 'items', expected: `at most ${jsonItems} pairs` }])
    }
    const value = decodeForm(media, text, issues)
    return issues.length > 0 ? malformed(wireIssues(issues)) : { value }
  }
  const parsed = parseJsonText(text, jsonDepth, jsonItems)
  return 'value' in parsed ? parsed : malformed([{ path: '/body', ...parsed }])
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** 422 for what the schema does not describe and for a mask that comes back, 403 for another tenant. */
function judge({ codec, kind }: ServerMedia, value: unknown, guard: BodyGuard): Refusal | undefined {
  if (!codec) return undefined
  const issues = createIssues()
  if (!codec.check(value, within(undefined, 'body'), issues)) return refuse('TK7215', { issues: issues.list })
  const foreign = guard.check(codec, value)
  if (foreign) return foreign
  const echoes = echoesIn(codec, kind === 'json' ? value : withoutFiles(value))
  return echoes.length > 0 ? refuse('TK7215', { issues: echoes }) : undefined
}

function malformed(issues: readonly ProblemIssue[]): Refusal {
  return refuse('TK7214', { issues })
}

function streamed(
  call: RoutedCall,
  { media, contentType }: BodySource,
  guard: BodyGuard,
  open: () => ReadableStream<Uint8Array>,
): { readonly value: unknown; readonly contentType: string } {
  if (media.kind === 'binary') return { value: binaryContent(contentType, open), contentType }
  const { jsonDepth, jsonItems } = call.environment.limits
  const item = (text: string): unknown => {
    const parsed = parseJsonText(text, jsonDepth, jsonItems)
    if (!('value' in parsed)) throw new RefusedInput(malformed([{ path: '/body/*', ...parsed }]))
    return judged(parsed.value)
  }
  const judged = (value: unknown): unknown => {
    const refused = judge(media, value, guard)
    if (refused) throw new RefusedInput(refused)
    return value
  }
  if (media.kind === 'lines')
    return { value: mapped(() => readLines(open(), contentType, tooLarge), item), contentType }
  const isText = media.shape?.kind === 'scalar'
  const event = ({ data, ...rest }: ServerSentEvent<string>): unknown => ({
    ...rest,
    data: isText ? judged(data) : item(data),
  })
  return { value: mapped(() => readEvents(open(), tooLarge), event), contentType }
}

function mapped<From>(open: () => AsyncIterable<From>, map: (from: From) => unknown): AsyncIterable<unknown> {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const from of open()) yield map(from)
    },
  }
}
