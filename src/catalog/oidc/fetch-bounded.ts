/** What an issuer publishes of itself and its keys has a few kilobytes. */
const mostBytes = 256 * 1024
const mostMilliseconds = 5000

/**
 * Fetches from an issuer. No redirect is followed, for it could lead into networks that the issuer does not reach itself, and
 * neither the time nor the size of an answer is without bound.
 *
 * @throws what `fetch` throws, and a TypeError for an answer that is too large.
 */
export async function fetchBounded(url: string | URL, init: RequestInit = {}): Promise<Response> {
  const timeout = AbortSignal.timeout(mostMilliseconds)
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout
  const response = await fetch(url, { ...init, redirect: 'error', signal })
  const { status, headers } = response
  return new Response(await bytesOf(response), { status, headers: withoutEncoding(headers) })
}

async function bytesOf({ body }: Response): Promise<Buffer | null> {
  if (!body) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > mostBytes) throw new TypeError('the answer is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** What was compressed is not any more. */
function withoutEncoding(headers: Headers): Headers {
  const left = new Headers(headers)
  for (const name of ['content-encoding', 'content-length']) left.delete(name)
  return left
}
