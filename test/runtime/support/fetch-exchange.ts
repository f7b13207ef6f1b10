import type { RequestLike, ResponseLike } from '../../../src/runtime/src/index.js'

/** One request to a fetch handler, as far as `Request` can say it. */
export async function fetchExchange(
  handle: (request: Request) => Promise<Response>,
  { method, target, rawHeaders, body, signal }: RequestLike,
): Promise<ResponseLike> {
  const headers = new Headers()
  // Text beyond Latin 1 as its bytes, as it would come over a wire.
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', Buffer.from(rawHeaders[index + 1] ?? '').toString('latin1'))
  }
  const request = new Request(target.startsWith('/') ? `http://orders.test${target}` : target, {
    method,
    headers,
    ...(body instanceof Uint8Array && { body }),
    ...(signal && { signal }),
  })
  const response = await handle(request)
  const answer = { status: response.status, headers: [...response.headers] }
  return response.body ? { ...answer, body: response.body as AsyncIterable<Uint8Array> } : answer
}
