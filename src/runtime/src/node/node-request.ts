import type { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { type BodyReader, type ClientCertificate, consumedBody, hasBody, type RequestLike } from '../server/index.js'
import { certificateOf } from './certificate.js'
import { linger } from './linger.js'

/**
 * A request of node:http as the core takes it: raw headers, raw target, the body unread. A class, because one is made for
 * every request: an object with accessors of its own costs more than all that is read of it.
 */
export class NodeRequest implements RequestLike {
  readonly method: string
  readonly target: string
  readonly rawHeaders: readonly string[]
  readonly body?: Uint8Array<ArrayBuffer> | BodyReader
  readonly #message: IncomingMessage
  readonly #response: ServerResponse
  #controller: AbortController | undefined

  constructor(message: IncomingMessage, response: ServerResponse, target: string) {
    this.method = message.method ?? 'GET'
    this.target = target
    this.rawHeaders = message.rawHeaders
    if (hasBody(message.rawHeaders)) this.body = bytesOf(message)
    this.#message = message
    this.#response = response
  }

  /** A body, or a part of one, that nobody has read. Without a body there is none, also before node:http says that it is complete. */
  get isUnread(): boolean {
    return this.body !== undefined && !this.#message.complete
  }

  /** Unread bytes would keep the next request of the connection from being read. */
  drop(): void {
    if (this.isUnread) this.#message.resume()
  }

  /** Where the connection is this request's alone: neither HTTP/2 nor a test's has one that can be closed. */
  linger(): void {
    const message = this.#message
    if (message.httpVersionMajor === 1 && message.socket instanceof Socket) linger(message)
  }

  get certificate(): ClientCertificate | undefined {
    return certificateOf(this.#message.socket)
  }

  get address(): string | undefined {
    return this.#message.socket.remoteAddress
  }

  /** Made when somebody asks: most handlers never do. */
  get signal(): AbortSignal {
    if (this.#controller) return this.#controller.signal
    const response = this.#response
    const made = new AbortController()
    this.#controller = made
    const gone = (): void => {
      if (!response.writableFinished) made.abort(new DOMException('the caller has gone', 'AbortError'))
    }
    if (response.destroyed || response.closed) gone()
    else response.once('close', gone)
    return made.signal
  }
}

/** Parsers of frameworks read the stream; what is kept as `rawBody`, by a wide-spread convention, are its bytes. */
function bytesOf(message: IncomingMessage): Uint8Array<ArrayBuffer> | BodyReader {
  if (!message.readableDidRead) return bodyOf(message)
  const raw: unknown = Reflect.get(message, 'rawBody')
  if (raw instanceof Uint8Array) return new Uint8Array(raw)
  return consumedBody('put it before body parsers, or keep the bytes as `rawBody`')
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
        message.on('end', () => resolve(joined(chunks, length)))
        message.on('error', reject)
        // It closes after its end, too, each time: an error with its stack is made only where it is told.
        message.on('close', () => {
          if (!message.readableEnded) reject(new DOMException('the caller has gone', 'AbortError'))
        })
      }),
    stream: () => streamOf(message),
    cancel() {
      message.removeAllListeners('data')
      message.resume()
    },
  }
}

/** Never a slice of Node's pool, which others can reach through `.buffer`: a copy, or what is a buffer of its own. */
function joined(chunks: readonly Buffer[], length: number): Uint8Array<ArrayBuffer> {
  const only = chunks.length === 1 ? chunks[0] : undefined
  if (only && only.length === only.buffer.byteLength) return new Uint8Array(only.buffer as ArrayBuffer)
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
