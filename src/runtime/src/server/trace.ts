import { type Random, randomHex } from '../context/index.js'
import type { HeaderReader } from './header-reader.js'

const traceparent = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?$/

/** The caller's trace id (W3C Trace Context, section 3.2), when it sent one that is well-formed; else a new one. */
export function traceIdOf(headers: HeaderReader, random: Random): string {
  const lines = headers.all('traceparent')
  const sent = lines.length === 1 ? traceparent.exec(lines[0] ?? '')?.[1] : undefined
  return sent ?? randomHex(random, 16)
}

/** What the caller calls this request, when that can be repeated without harm; else the trace id. */
export function requestIdOf(headers: HeaderReader, traceId: string): string {
  const lines = headers.all('x-request-id')
  const sent = lines.length === 1 ? lines[0] : undefined
  return sent !== undefined && /^[A-Za-z0-9._-]{1,64}$/.test(sent) ? sent : traceId
}
