import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BodyReader, RequestLike } from '../server/index.js'

/** A request of node:http as the core takes it: raw headers, raw target, the body unread. */
export function requestOf(message: IncomingMessage, response: ServerResponse): RequestLike {
  let controller: AbortController | undefined
  const body = hasBody(message) ? bodyOf(message) : undefined
  return {
    method: message.method ?? 'GET',
    target: message.url ?? '/',
    rawHeaders: message.rawHeaders,
    ...(body && { body }),
    // Made when somebody asks: most handlers never do.
    get signal() {
      if (controller) return controller.signal
      const made = new AbortController()
      controller = made
      const gone = (): void => {
        if (!response.writableFinished) made.abort(new DOMException('the caller has gone', 'AbortError'))
      }
      if (response.destroyed || response.closed) gone()
      else response.once('close', gone)
      return made.signal
    },
  }
}

/** RFC 9112, section 6.3: a request has a body when it says so; one of no bytes when it says what they would be. */
function hasBody({ headers }: IncomingMessage): boolean {
  if (headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0') return true
  return headers['content-length'] === '0' && headers['content-type'] !== undefined
}

function bodyOf(message: IncomingMessage): BodyReader {
  return {
    read: (limit) =>
      new Promise((resolve, reject) => {
        const chunks: Buffer[] = []
        let length = 0
        message.on('data', (chunk: Buffer) => {
          length += chunk.length
          if (length > limit) {
            message.removeAllListeners('data')
            message.resume()
            resolve('too-large')
          } else chunks.push(chunk)
        })
        message.once('end', () => resolve(joined(chunks, length)))
        message.once('error', reject)
        message.once('close', () => reject(new DOMException('the caller has gone', 'AbortError')))
      }),
    stream: () => streamOf(message),
  }
}

/** A copy: Node's buffers are slices of a pool that others can reach through `.buffer`. */
function joined(chunks: readonly Buffer[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function streamOf(message: IncomingMessage): ReadableStream<Uint8Array> {
  const iterator = message[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(new Uint8Array(next.value))
    },
    async cancel() {
      // Unread bytes are dropped, so that the answer can still be sent over the connection.
      message.resume()
    },
  })
}
