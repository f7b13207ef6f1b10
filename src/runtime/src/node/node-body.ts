import type { IncomingMessage } from 'node:http'
import { type BodyReader, joinBytes, type Ready } from '../server/index.js'

/** The body of a request of node:http that nobody has read. */
export class NodeBody implements BodyReader {
  readonly #message: IncomingMessage
  readonly #isOwn: boolean
  #hasCome = false

  /** @param isOwn nobody else waits for the end of the message. */
  constructor(message: IncomingMessage, isOwn: boolean) {
    this.#message = message
    this.#isOwn = isOwn
  }

  /** Whether all of it is here, for which its length must be announced. node:http says so only when it is read to its end. */
  get hasCome(): boolean {
    this.#hasCome ||= this.#message.readableLength === Number(this.#message.headers['content-length'])
    return this.#hasCome
  }

  read(limit: number): Ready<Uint8Array<ArrayBuffer> | 'too-large'> {
    if (!this.hasCome) return inTurn(this.#message, limit)
    if (this.#message.readableLength > limit) return 'too-large'
    const chunk = this.#message.read() as Buffer | null
    if (!this.#isOwn) this.#message.resume()
    return chunk ? joined([chunk], chunk.length) : new Uint8Array()
  }

  stream(): ReadableStream<Uint8Array> {
    return streamOf(this.#message)
  }

  cancel(): void {
    this.#message.removeAllListeners('data')
    this.#message.resume()
  }
}

function inTurn(message: IncomingMessage, limit: number): Promise<Uint8Array<ArrayBuffer> | 'too-large'> {
  return new Promise((resolve, reject) => {
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
    message.on('end', () => resolve(joined(chunks, length)))
    message.on('error', reject)
    // It closes after its end, too, each time: an error with its stack is made only where it is told.
    message.on('close', () => {
      if (!message.readableEnded) reject(new DOMException('the caller has gone', 'AbortError'))
    })
  })
}

/** Never a slice of Node's pool, which others can reach through `.buffer`: a copy, or what is a buffer of its own. */
function joined(chunks: readonly Buffer[], length: number): Uint8Array<ArrayBuffer> {
  const only = chunks.length === 1 ? chunks[0] : undefined
  if (only && only.length === only.buffer.byteLength) return new Uint8Array(only.buffer as ArrayBuffer)
  return joinBytes(chunks, length)
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
