import { isIP } from 'node:net'
import type { Limits } from '../limits.js'
import { failure, type ReferenceFailure } from '../reference/reference-failure.js'
import { isPublicAddress } from './public-address.js'

/** What is done on the network, apart from the rules for it. */
export interface Network {
  /** All addresses of a host name. */
  lookup(host: string): Promise<readonly string[]>
  /** One GET over TLS to one address, without any credentials. Bodies beyond `maxBytes` are cut off: `body` is undefined. */
  get(request: NetworkRequest): Promise<NetworkResponse>
}

export interface NetworkRequest {
  readonly url: URL
  /** The only address that may be contacted. */
  readonly address: string
  readonly maxBytes: number
  readonly signal: AbortSignal
}

export interface NetworkResponse {
  readonly status: number
  readonly location?: string | undefined
  /** Absent when it is larger than allowed. */
  readonly body?: Buffer | undefined
}

export type Fetched = { readonly kind: 'fetched'; readonly url: string; readonly bytes: Buffer } | ReferenceFailure

/**
 * Fetches a document over https. Each host, that of every redirect as well, is resolved first and refused unless all of
 * its addresses are public; then just the address that was checked is contacted.
 */
export async function fetchDocument(url: string, maxBytes: number, limits: Limits, network: Network): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.fetchTime)
  let next = new URL(url)
  for (let redirects = 0; redirects <= limits.redirects; redirects++) {
    const wrong = refusal(next)
    if (wrong) return wrong
    try {
      const address = await publicAddress(next, network, signal)
      if (typeof address !== 'string') return address
      const response = await abortable(network.get({ url: next, address, maxBytes, signal }), signal)
      const location = isRedirect(response.status) ? response.location : undefined
      if (location === undefined) return outcomeOf(next, response, maxBytes)
      if (!URL.canParse(location, next.href)) return failed(next, 'it redirects to what is no URL')
      next = new URL(location, next)
    } catch (error) {
      return failed(next, signal.aborted ? `no answer within ${limits.fetchTime} milliseconds` : reasonOf(error))
    }
  }
  return failed(next, `it redirects more than ${limits.redirects} times`)
}

/** The rules for a URL hold for every redirect, too. */
function refusal(url: URL): ReferenceFailure | undefined {
  if (url.protocol !== 'https:') return failure('TK1052', { ref: shown(url) })
  return url.username || url.password ? failure('TK1053', { ref: shown(url) }) : undefined
}

async function publicAddress(url: URL, network: Network, signal: AbortSignal): Promise<string | ReferenceFailure> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await abortable(network.lookup(host), signal)
  const [first] = addresses
  if (first === undefined) return failed(url, 'its host has no address')
  const refused = addresses.find((address) => !isPublicAddress(address))
  return refused === undefined ? first : failure('TK1050', { url: shown(url), address: refused })
}

function outcomeOf(url: URL, { status, body }: NetworkResponse, maxBytes: number): Fetched {
  if (status !== 200) return failed(url, `the server answers with status ${status}`)
  if (!body || body.length > maxBytes) return failed(url, `it is larger than ${maxBytes} bytes`)
  return { kind: 'fetched', url: shown(url), bytes: body }
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function failed(url: URL, reason: string): ReferenceFailure {
  return failure('TK1051', { url: shown(url), reason })
}

function shown(url: URL): string {
  const plain = new URL(url)
  plain.username = ''
  plain.password = ''
  plain.hash = ''
  return plain.href
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) throw error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}

/** A promise that fails as soon as the deadline has passed, whether or not what it waits for can be stopped. */
function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Error('aborted', { cause: signal.reason }))
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
