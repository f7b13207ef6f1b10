import {
  type BodyReader,
  consumedBody,
  type GovernedServer,
  joinBytes,
  type RequestLike,
  type ResponseLike,
} from '../server/index.js'

/**
 * The server as a fetch handler, for everything that speaks Request and Response. `Headers` joins what came twice with a
 * comma, so a repeated header is refused where one text is asked for, as over node:http.
 */
export function toFetch(server: GovernedServer): (request: Request) => Promise<Response> {
  return async (request) => responseOf(await server.handle(requestOf(request)))
}

/** What a framework still knows of how a request came. */
export interface AsSent {
  readonly target: string
  readonly rawHeaders: readonly string[]
  /** Some frameworks make up an empty body. */
  readonly hasBody: boolean
}

export function requestOf(request: Request, sent: AsSent = asSent(request)): RequestLike {
  return new FetchRequest(request, sent)
}

/** A class: an object with an accessor of its own costs more than all that is read of it. */
class FetchRequest implements RequestLike {
  readonly method: string
  readonly target: string
  readonly rawHeaders: readonly string[]
  readonly body?: BodyReader
  readonly #request: Request

  constructor(request: Request, { target, rawHeaders, hasBody }: AsSent) {
    this.method = request.method
    this.target = target
    this.rawHeaders = rawHeaders
    const body = hasBody ? request.body : null
    if (body) this.body = request.bodyUsed ? consumedBody('put it before what reads bodies') : bodyOf(body)
    this.#request = request
  }

  get signal(): AbortSignal {
    return this.#request.signal
  }
}

function asSent({ url, headers, body }: Request): AsSent {
  const { pathname, search } = pathOf(url)
  return { target: `${pathname}${search}`, rawHeaders: [...headers].flat(), hasBody: body !== null }
}

/** As sent, as far as it still can be told: `Request` has resolved dot segments already. */
function pathOf(url: string): { readonly pathname: string; readonly search: string } {
  const [, rest = '/'] = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*([^#]*)/i.exec(url) ?? []
  const mark = rest.indexOf('?')
  const pathname = mark < 0 ? rest : rest.slice(0, mark)
  return { pathname: pathname === '' ? '/' : pathname, search: mark < 0 ? '' : rest.slice(mark) }
}

function bodyOf(stream: ReadableStream<Uint8Array>): BodyReader {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  return {
    async read(limit) {
      reader = stream.getReader()
      const chunks: Uint8Array[] = []
      let length = 0
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        length += value.length
        if (length > limit) {
          await reader.cancel()
          return 'too-large'
        }
        chunks.push(value)
      }
      return joinBytes(chunks, length)
    },
    stream: () => stream,
    cancel() {
      reader?.cancel().catch(() => undefined)
    },
  }
}

export function responseOf({ status, headers, body, broken }: ResponseLike): Response {
  const sent = new Headers()
  for (const [name, value] of headers) sent.append(name, value)
  return new Response(bodyInit(body, broken), { status, headers: sent })
}

function bodyInit(body: ResponseLike['body'], broken: AbortSignal | undefined): BodyInit | null {
  if (body === undefined) return null
  if (typeof body === 'string') return body
  return body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : streamOf(body, broken)
}

function streamOf(
  body: AsyncIterable<string | Uint8Array>,
  broken: AbortSignal | undefined,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = body[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    start(controller) {
      broken?.addEventListener('abort', () => controller.error(broken.reason), { once: true })
    },
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(typeof next.value === 'string' ? encoder.encode(next.value) : next.value)
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
