import type { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { type BodyReader, type ClientCertificate, consumedBody, hasBody, type RequestLike } from '../server/index.js'
import { certificateOf } from './certificate.js'
import { linger } from './linger.js'
import { NodeBody } from './node-body.js'

export interface NodeRequestOptions {
  /** Path and query as the contract has them, where a framework has a prefix before them. Default: the message's. */
  readonly target?: string
  /** Nobody else has the message, so that nobody waits for its end. Default: somebody may. */
  readonly isOwn?: boolean
}

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

  constructor(message: IncomingMessage, response: ServerResponse, { target, isOwn = false }: NodeRequestOptions) {
    this.method = message.method ?? 'GET'
    this.target = target ?? message.url ?? '/'
    this.rawHeaders = message.rawHeaders
    if (hasBody(message.rawHeaders)) this.body = bytesOf(message, isOwn)
    // Else node:http would read nothing to its end, and tell of that in several turns.
    else if (isOwn) message.read()
    this.#message = message
    this.#response = response
  }

  /** A body, or a part of one, that has not come. Without a body there is none, also before node:http says that it is complete. */
  get isUnread(): boolean {
    const { body } = this
    return body !== undefined && !this.#message.complete && !(body instanceof NodeBody && body.hasCome)
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
function bytesOf(message: IncomingMessage, isOwn: boolean): Uint8Array<ArrayBuffer> | BodyReader {
  if (!message.readableDidRead) return new NodeBody(message, isOwn)
  const raw: unknown = Reflect.get(message, 'rawBody')
  if (raw instanceof Uint8Array) return new Uint8Array(raw)
  return consumedBody('put it before body parsers, or keep the bytes as `rawBody`')
}
