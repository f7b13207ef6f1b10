import { createExchangeClient, type ExchangeClient } from '../../samples/exchange/_expected/client.js'
import { createExchangeServer, type ExchangeHandlers } from '../../samples/exchange/_expected/server.js'
import { type Served, serve, type Way } from './serve.js'

export interface Exchange extends Served {
  readonly client: ExchangeClient
  /** What the handlers saw and what became of them, in order. */
  readonly seen: unknown[]
  /** Errors that callers see as 500. */
  readonly errors: unknown[]
}

/** The sample `exchange`, client against server; its handlers answer with what they were given. */
export async function exchange(way?: Way): Promise<Exchange> {
  const seen: unknown[] = []
  const errors: unknown[] = []
  const server = createExchangeServer({
    handlers: handlersOf(seen),
    limits: { bodyBytes: 100_000 },
    onError: (error) => void errors.push(error),
  })
  const served = await serve(server, way)
  return { ...served, client: createExchangeClient({ baseUrl: served.url, fetch: served.fetch }), seen, errors }
}

function handlersOf(seen: unknown[]): ExchangeHandlers {
  return {
    echoValues: ({ body, respond }) => noted(body, respond.ok(body)),
    queryValues: ({ body, respond }) => respond.ok(body.length),
    copyValues: ({ headers, respond }) => respond.created({ location: headers.Destination }),
    echoAnything: ({ body, respond }) => noted(body, respond.ok(body)),
    putOptional: ({ body, respond }) =>
      noted(body, respond.ok({ body: [body === undefined ? 'absent' : typeof body] })),
    async postSeveral(request) {
      const { respond } = request
      switch (request.contentType) {
        case 'text/plain':
          return noted(request.contentType, respond.ok('text/plain', request.body))
        case 'application/json':
        case 'application/vnd.note+json':
        case 'application/x-www-form-urlencoded':
          return noted(request.contentType, respond.ok('application/json', request.body))
        default:
          return noted(request.contentType, respond.ok(request.contentType, await request.body.bytes()))
      }
    },
    echoText: ({ body, respond }) => respond.ok(body),
    echoForm: ({ body, respond }) => noted(body, respond.ok(body)),
    async postMultipart({ body, respond }) {
      const { file, files = [], picture, ...rest } = body
      const blobs = [file, ...files, ...(picture ? [picture] : [])]
      const described = await Promise.all(blobs.map((blob) => describeFile(blob)))
      return noted(rest, respond.ok({ files: described.map((each) => JSON.stringify(each)) }))
    },
    upload: ({ body, respond }) => noted(body.contentType, respond.ok(body.stream())),
    download: ({ query, respond }) =>
      respond.ok(new Uint8Array(query.size).fill(7), { contentDisposition: 'attachment; filename="seven.pdf"' }),
    postStrict: ({ body, respond }) => noted(body, respond.noContent()),
    postDeclared: ({ body, respond }) =>
      body.sku === 'A-9' ? respond.conflict({ title: 'Sold out', hint: 'Try A-1.' }) : respond.noContent(),
    answerStatus({ path: { code }, respond }) {
      if (code === 200) return respond.ok({ text: 'exact' })
      if (code === 202) return respond.status2XX(202, { class: 'success' })
      if (code === 404) return respond.notFound()
      if (code === 418) return respond.status4XX(418, { title: 'Teapot' })
      return respond.other(503, 'later')
    },
    answerHeaders: ({ query, respond }) => respond.ok(true, query.sparse ? { xCount: -3 } : headers),
    answerNegotiated: ({ respond }) => ({ ...respond.ok('text/csv', 'text,size\r\n'), status: 200 }),
    headThing: ({ respond }) => respond.ok({ xSize: 12 }),
    optionsThing: ({ respond }) => respond.noContent({ allow: ['GET', 'HEAD'] }),
    getThing: ({ respond }) => respond.ok({ text: 'thing' }),
    deleteThing: ({ respond }) => respond.noContent(),
    watchEvents: ({ headers: { lastEventID }, query: { endless = false }, respond }) =>
      respond.ok(
        observed(seen, async function* () {
          yield { event: 'note', id: '1', retry: 1500, data: { text: `after ${lastEventID ?? 'nothing'}\nü` } }
          yield { event: 'count', id: '2', data: 2 }
          for (let count = 3; endless; count++) yield { event: 'count', id: String(count), data: count }
        }),
      ),
    watchText: ({ respond }) =>
      respond.ok(
        observed(seen, async function* () {
          yield { data: '{"not": json' }
          yield { data: 'two\nlines' }
          yield { data: '' }
        }),
      ),
    readLines: ({ query: { endless = false }, respond }) =>
      respond.ok(
        observed(seen, async function* () {
          yield { text: 'one\n\u2028' }
          for (let size = 2; endless || size < 4; size++) yield { text: 'more', size }
        }),
      ),
    echoLines: ({ body, respond }) => respond.ok(body),
    readSequence: ({ respond }) =>
      respond.ok(
        observed(seen, async function* () {
          yield { text: 'one' }
          yield { text: 'two', size: 2 }
        }),
      ),
    async sendSequence({ body, respond }) {
      const notes = []
      for await (const note of body) notes.push(note)
      return respond.ok(notes)
    },
    waitForever: ({ signal, respond }) =>
      new Promise((resolve) => {
        seen.push('waiting')
        signal.addEventListener('abort', () => {
          seen.push('aborted')
          resolve(respond.noContent())
        })
      }),
  }

  function noted<Reply>(value: unknown, reply: Reply): Reply {
    seen.push(value)
    return reply
  }
}

export const headers = {
  xCount: 42,
  xRatio: 0.5,
  xFinal: false,
  xTags: ['a', 'b c', 'ü'],
  xSizes: [1, -2, 3],
  xPoint: { x: 1, y: -2 },
  xArea: { w: 1.5, h: 2 },
  xMeta: { deep: [null, null] },
  etag: '"v1"',
}

async function describeFile(blob: Blob): Promise<unknown> {
  const { name } = blob as File
  return { name, type: blob.type, text: await blob.text() }
}

/** Notes when the stream has come to its end, by itself or because nobody listens any more. */
async function* observed<Item>(seen: unknown[], items: () => AsyncGenerator<Item>): AsyncGenerator<Item> {
  try {
    yield* items()
  } finally {
    seen.push('stream ended')
  }
}
