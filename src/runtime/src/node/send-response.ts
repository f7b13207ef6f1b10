import type { ServerResponse } from 'node:http'
import type { Header, ResponseLike } from '../server/index.js'

/**
 * Sends an answer: at once, but for a stream, which goes out at the pace of the caller. A stream that fails breaks the
 * connection: it must not look complete.
 */
export function sendResponse(
  answer: ResponseLike,
  response: ServerResponse,
  isHead: boolean,
): Promise<unknown> | undefined {
  const { body, broken } = answer
  if (response.destroyed) {
    // Nobody is there any more, but what was begun must be told.
    return isStream(body) ? body[Symbol.asyncIterator]().return?.() : undefined
  }
  const headers = flat(answer.headers)
  if (body === undefined) {
    if (!isHead && answer.status !== 204 && answer.status !== 304) headers.push('content-length', '0')
    response.writeHead(answer.status, headers).end()
    return undefined
  }
  if (typeof body === 'string') {
    const length = Buffer.byteLength(body)
    headers.push('content-length', String(length))
    response.writeHead(answer.status, headers)
    // Headers are Latin 1, but node:http writes them in the encoding of a text that goes out with them. Latin 1 is written
    // fastest, and nearly all texts are in it: as long in UTF-8 as in units, a text is ASCII.
    if (length === body.length) sendAtOnce(body, 'latin1', response)
    else if (isAsciiHead(response, headers)) sendAtOnce(body, 'utf8', response)
    else response.end(Buffer.from(body))
    return undefined
  }
  if (!isStream(body)) {
    headers.push('content-length', String(body.length))
    response.writeHead(answer.status, headers).end(body)
    return undefined
  }
  broken?.addEventListener('abort', () => response.destroy(), { once: true })
  response.writeHead(answer.status, headers)
  // What streams may be silent for long: the caller must know at once that it is there.
  if (isAsciiHead(response, headers)) response.flushHeaders()
  else response.write('', 'latin1')
  return pump(body, response)
}

/**
 * In one write, which the connection takes as it is: `end` would write the text and then nothing, and have the connection
 * join the two.
 */
function sendAtOnce(body: string, encoding: 'latin1' | 'utf8', response: ServerResponse): void {
  const { socket } = response
  // Else `write` would do so, until the next tick.
  socket?.cork()
  response.write(body, encoding)
  socket?.uncork()
  response.end()
}

type Streamed = AsyncIterable<string | Uint8Array>

export function isStream(body: ResponseLike['body']): body is Streamed {
  return typeof body === 'object' && !(body instanceof Uint8Array)
}

/** Headers are Latin 1, but node:http writes them as UTF-8 when they are flushed, or go out with a text in it. */
function isAsciiHead(response: ServerResponse, headers: readonly string[]): boolean {
  // A framework has set more of them.
  if (response.getHeaderNames().length > 0) return false
  for (const text of headers) {
    for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7e) return false
  }
  return true
}

async function pump(body: Streamed, response: ServerResponse): Promise<void> {
  const iterator = body[Symbol.asyncIterator]()
  const gone = new Promise<'gone'>((resolve) => response.once('close', () => resolve('gone')))
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), gone])
      if (next === 'gone') break
      if (next.done) {
        response.end()
        return
      }
      if (!response.write(next.value) && (await Promise.race([drained(response), gone])) === 'gone') break
    }
    await iterator.return?.()
  } catch {
    response.destroy()
  }
}

function drained(response: ServerResponse): Promise<'drained'> {
  return new Promise((resolve) => response.once('drain', () => resolve('drained')))
}

/** Names and values in one list, so that a name may come twice. */
function flat(headers: readonly Header[]): string[] {
  const list: string[] = []
  for (const header of headers) list.push(header[0], header[1])
  return list
}
