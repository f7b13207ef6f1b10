import type { GovernedServer, RequestLike, ResponseLike } from '@tenantkit/runtime'
import type { Pages } from './create-pages.js'

/** Bytes of a body that pages are given. */
const mostBytes = 64 * 1024

/** Puts the pages around the API, which keeps everything that its contract names and all below `/v1`. */
export function mountPages(server: GovernedServer, pages: Pages): GovernedServer {
  return {
    serves: () => true,
    handle: (request) => (isOfTheApi(request.target, server) ? server.handle(request) : answer(request, pages)),
  }
}

function isOfTheApi(target: string, server: GovernedServer): boolean {
  return !target.startsWith('/') || /^\/v1(?:[/?]|$)/.test(target) || server.serves(target)
}

async function answer(request: RequestLike, pages: Pages): Promise<ResponseLike> {
  const body = await bodyOf(request)
  if (body === 'too-large') return plain(413, 'Too much.')
  const asked = requestOf(request, body)
  if (!asked) return plain(400, 'That is no request.')
  const response = await pages(asked, { address: request.address })
  return {
    status: response.status,
    headers: [...response.headers],
    ...(response.body && { body: new Uint8Array(await response.arrayBuffer()) }),
  }
}

/** Undefined for a method or a header that cannot be. */
function requestOf(
  { method, target, rawHeaders }: RequestLike,
  body: Uint8Array<ArrayBuffer> | undefined,
): Request | undefined {
  try {
    const headers = new Headers()
    for (let index = 0; index + 1 < rawHeaders.length; index += 2)
      headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '')
    // Only the path counts; the host is whatever the caller says, and nothing is built from it.
    return new Request(`http://catalog.invalid${target}`, { method, headers, ...(body && { body }) })
  } catch {
    return undefined
  }
}

function plain(status: number, text: string): ResponseLike {
  return { status, headers: [['content-type', 'text/plain; charset=utf-8']], body: `${text}\n` }
}

async function bodyOf({ method, body }: RequestLike): Promise<Uint8Array<ArrayBuffer> | 'too-large' | undefined> {
  if (!body || method === 'GET' || method === 'HEAD') return undefined
  return body instanceof Uint8Array ? body : body.read(mostBytes)
}
