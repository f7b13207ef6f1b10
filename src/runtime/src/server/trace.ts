import type { HeaderReader } from './header-reader.js'

const traceparent = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?$/

/** What the caller sent (W3C Trace Context, section 3.2), when it is well-formed and stands there once. */
export function traceparentOf(headers: HeaderReader): string | undefined {
  const lines = headers.all('traceparent')
  const sent = lines.length === 1 ? lines[0] : undefined
  return sent !== undefined && traceparent.test(sent) ? sent : undefined
}

/** The caller's trace id, when it sent one; else a new one. */
export function traceIdOf(headers: HeaderReader, newId: () => string): string {
  return traceparentOf(headers)?.slice(3, 35) ?? newId()
}

/** What the caller calls this request, when that can be repeated without harm; else the trace id. */
export function requestIdOf(headers: HeaderReader, traceId: string): string {
  const lines = headers.all('x-request-id')
  const sent = lines.length === 1 ? lines[0] : undefined
  return sent !== undefined && /^[A-Za-z0-9._-]{1,64}$/.test(sent) ? sent : traceId
}
