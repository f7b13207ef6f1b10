import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { AddressGuard } from '../target/address-guard.js'
import type { ResolveName } from '../target/resolve-name.js'
import { hostOf } from '../target/target-refusal.js'

/** Why nothing was taken, in one word; nothing of what a receiver says stands in it. */
export type PostProblem =
  | 'address-refused'
  | 'name-unknown'
  | 'unreachable'
  | 'tls'
  | 'timeout'
  | 'broken-off'
  | 'redirect'
  | 'status'

export interface PostAnswer {
  /** Absent when it was taken. */
  readonly problem?: PostProblem
  readonly status?: number
  /** `Retry-After`, as it stands there. */
  readonly retryAfter?: string
}

export interface PostOptions {
  readonly guard: AddressGuard
  /** Ends the attempt, however far it is. */
  readonly signal: AbortSignal
  readonly resolve: ResolveName
}

/**
 * Posts something, once, and waits for the head of the answer. Each attempt has a connection of its own, to an address that
 * was looked at after the name was resolved and is the one that is connected to. Redirects are not followed. What stands
 * in the answer is not read: nobody needs it, and whoever may name an address shall not read what answers there.
 */
export function post(
  url: URL,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  { guard, signal, resolve }: PostOptions,
): Promise<PostAnswer> {
  const host = hostOf(url)
  // A name is looked at when it is resolved; an address is connected to as it is.
  if (isIP(host) !== 0 && !guard(host)) return Promise.resolve({ problem: 'address-refused' })
  const isPlain = url.protocol === 'http:'
  return new Promise((settle) => {
    const options = {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      lookup: guardedLookup(guard, resolve),
      signal,
      maxHeaderSize,
    }
    // An agent of its own: no connection of another delivery, and no proxy of the environment.
    const request = isPlain
      ? httpRequest(url, { ...options, agent: new HttpAgent({ keepAlive: false }) })
      : httpsRequest(url, { ...options, agent: new HttpsAgent({ keepAlive: false, maxCachedSessions: 0 }) })
    request.once('response', (response) => {
      settle(answerOf(response))
      response.on('error', () => undefined)
      response.destroy()
    })
    request.on('error', (error) => settle({ problem: problemOf(error) }))
    // An answer that wants to speak another protocol ends without either.
    request.once('close', () => settle({ problem: 'broken-off' }))
    request.end(body)
  })
}

/** Bytes of the head of an answer. */
const maxHeaderSize = 16 * 1024

class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError'
}

/** Resolves a name, and refuses it when any of its addresses is refused: which one is taken is not ours to say. */
function guardedLookup(guard: AddressGuard, resolve: ResolveName): LookupFunction {
  return (name, options, callback) => {
    void resolve(name).then(
      (addresses) => {
        const [first] = addresses
        if (first === undefined || !addresses.every(guard)) callback(new AddressRefusedError(), [])
        else if (options.all)
          callback(
            null,
            addresses.map((address) => ({ address, family: isIP(address) })),
          )
        else callback(null, first, isIP(first))
      },
      (error: unknown) => callback(error instanceof Error ? error : new AddressRefusedError(), []),
    )
  }
}

function answerOf({ statusCode: status = 0, headers }: IncomingMessage): PostAnswer {
  if (status >= 200 && status < 300) return { status }
  const retryAfter = headers['retry-after']
  const problem = status >= 300 && status < 400 ? 'redirect' : 'status'
  return { problem, status, ...(retryAfter !== undefined && { retryAfter }) }
}

function problemOf(error: Error): PostProblem {
  if (error instanceof AddressRefusedError) return 'address-refused'
  if (error.name === 'AbortError') return 'timeout'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (/^(?:ENOTFOUND|ENODATA|ESERVFAIL|ETIMEOUT|EBADNAME|EREFUSED|ECANCELLED)$/.test(code)) return 'name-unknown'
  if (/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/.test(code)) return 'unreachable'
  return /TLS|SSL|CERT|SIGNATURE|EPROTO/.test(code) ? 'tls' : 'broken-off'
}
