import { RequestError } from '../error/index.js'
import { escapeText, headerName, headerValue, isToken } from '../wire/index.js'
import type { SentCredential } from './credentials.js'
import type { PreparedCall } from './prepare-call.js'

/** W3C Trace Context, section 3.2: version 00, neither id all zeros. */
const traceparentPattern = /^00-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}$/

/** One attempt of a prepared call. Throws a RequestError for what `fetch` cannot send. */
export function makeRequest(
  { operation, url, headers: prepared, body }: PreparedCall,
  credentials: readonly SentCredential[],
  traceparent: string | undefined,
  signal: AbortSignal,
): Request {
  const headers = new Headers(prepared)
  const target = new URL(url)
  for (const credential of credentials) {
    if (credential.in === 'header')
      headers.set(headerName(credential.name), headerValue(credential.name, credential.value))
    else if (credential.in === 'query')
      target.search += `${target.search === '' ? '' : '&'}${escapeText(credential.name)}=${escapeText(credential.value)}`
    else headers.set('cookie', withCookie(headers.get('cookie'), credential))
  }
  if (traceparent !== undefined && traceparentPattern.test(traceparent)) headers.set('traceparent', traceparent)
  const init: RequestInit & { readonly duplex?: 'half' } = {
    method: operation.method,
    headers,
    signal,
    redirect: 'manual',
    ...(body && { body: body.body }),
    // The answer is read after the body is sent; what `fetch` asks for with streams.
    ...(body && !body.isReplayable && { duplex: 'half' }),
  }
  try {
    return new Request(target, init)
  } catch {
    throw new RequestError('TK7110', `${operation.method} of ${operation.id}${body ? ' with a body' : ''}`)
  }
}

function withCookie(cookies: string | null, { name, value }: SentCredential): string {
  if (!isToken(name) || !/^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/.test(value)) {
    throw new RequestError('TK7109', 'as a cookie it must be visible ASCII without quotes, commas and semicolons')
  }
  return cookies === null ? `${name}=${value}` : `${cookies}; ${name}=${value}`
}
