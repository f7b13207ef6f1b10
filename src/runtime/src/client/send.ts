import { ConnectionError } from '../error/index.js'
import type { ClientOperation } from './types.js'

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const followedMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])
const maxRedirects = 5

/**
 * Sends a request. Redirects are followed for safe methods and within the origin only: credentials, tenant and idempotency
 * key go nowhere else. One that the contract declares is an answer like any other.
 */
export async function send(
  fetch: typeof globalThis.fetch,
  operation: ClientOperation,
  request: Request,
): Promise<Response> {
  let current = request
  for (let hop = 0; ; hop++) {
    const response = await fetch(current)
    // Browsers do not show where a redirect leads.
    if (response.type === 'opaqueredirect') throw refused(operation, 'browsers cannot check it')
    if (!redirectStatuses.has(response.status) || isDeclared(operation, response.status)) return response
    const location = response.headers.get('location')
    if (location === null) return response
    await response.body?.cancel()
    if (hop === maxRedirects) throw refused(operation, `more than ${maxRedirects} in a row`)
    current = followed(operation, current, location)
  }
}

function followed(operation: ClientOperation, request: Request, location: string): Request {
  if (!followedMethods.has(request.method)) throw refused(operation, `${request.method} is no safe method`)
  const from = new URL(request.url)
  if (!URL.canParse(location, from.href)) throw refused(operation, 'its location is no URL')
  const to = new URL(location, from)
  if (to.origin !== from.origin || to.username !== '' || to.password !== '') {
    throw refused(operation, 'it leads to another origin')
  }
  const { method, headers, signal } = request
  return new Request(to, { method, headers, signal, redirect: 'manual' })
}

function refused({ id }: ClientOperation, why: string): ConnectionError {
  return new ConnectionError('TK7124', `${id}, ${why}`)
}

function isDeclared({ responses }: ClientOperation, status: number): boolean {
  return responses.some((each) => each.status === String(status) || each.status === '3XX')
}
