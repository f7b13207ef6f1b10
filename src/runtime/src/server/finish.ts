import { problemMediaType } from '../error/index.js'
import { audit, type Call } from './call.js'
import { problemText } from './problem-text.js'
import type { Refusal } from './refusal.js'
import type { Header, ResponseLike } from './request.js'
import { requestIdOf } from './trace.js'

export interface Answer {
  readonly status: number
  readonly contentType: string | undefined
  readonly headers: readonly Header[]
  readonly body: ResponseLike['body'] | undefined
}

/** Adds what every answer carries: no sniffing, no shared cache of a tenant's data, an id to ask about. */
export function finish(call: Call, { status, contentType, headers, body }: Answer): ResponseLike {
  const all: Header[] = contentType === undefined ? [] : [['content-type', contentType]]
  for (const header of headers) if (header[0] !== 'cache-control' && header[0] !== 'vary') all.push(header)
  for (const header of call.rate) all.push(header)
  const caching = cacheControl(call, headers)
  if (caching !== undefined) all.push(caching)
  const vary = varyOf(call, headers)
  if (vary !== undefined) all.push(vary)
  all.push(noSniffing, ['x-request-id', requestIdOf(call.headers, call.traceId)])
  const isBodiless = call.request.method === 'HEAD' || body === undefined
  if (call.request.method === 'HEAD' && body !== undefined) {
    if (typeof body === 'string' || body instanceof Uint8Array) {
      all.push(['content-length', String(typeof body === 'string' ? Buffer.byteLength(body) : body.length)])
    } else void body[Symbol.asyncIterator]().return?.()
  }
  return isBodiless ? { status, headers: all } : { status, headers: all, body }
}

/** A refusal as problem details (RFC 9457), the same for the same refusal whoever asks. */
export function finishRefusal(call: Call, refusal: Refusal): ResponseLike {
  const { status, headers = [] } = refusal
  if (refusal.audit) audit(call, { ...refusal.audit, status })
  return finish(call, {
    status,
    contentType: problemMediaType,
    headers: [...headers, ['cache-control', 'no-store']],
    body: problemText(refusal),
  })
}

const noSniffing: Header = ['x-content-type-options', 'nosniff']
const uncached: Header = ['cache-control', 'private, no-store']

/** What a contract declares is kept, but never so that a shared cache could keep what is one tenant's. */
function cacheControl(call: Call, headers: readonly Header[]): Header | undefined {
  const declared = headers.find((header) => header[0] === 'cache-control')
  const isShared = call.operation === undefined || call.operation.operation.scope === 'public'
  if (isShared) return declared
  if (declared === undefined) return uncached
  const kept = declared[1]
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/^(?:public|s-maxage)\b/i.test(part))
  const isPrivate = kept.some((part) => /^(?:private|no-store)$/i.test(part))
  return ['cache-control', (isPrivate ? kept : ['private', ...kept]).join(', ')]
}

function varyOf(call: Call, headers: readonly Header[]): Header | undefined {
  const own = call.operation?.vary
  const declared = headers.filter((header) => header[0] === 'vary')
  if (declared.length === 0) return own
  const parts = (own ? [own, ...declared] : declared).map((header) => header[1])
  return ['vary', parts.join(', ')]
}
