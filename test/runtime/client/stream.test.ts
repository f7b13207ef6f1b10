import { describe, expect, test } from 'vitest'
import {
  type BinaryContent,
  createTransport,
  type EventStream,
  type Result,
  type WireMedia,
} from '../../../src/runtime/src/gen1/index.js'
import { contract, manual, operation, serve, type TestServer } from './support.js'

const json: WireMedia = { mediaType: 'text/event-stream', kind: 'events' }
const get = async <Body>(
  server: TestServer,
  media: WireMedia,
  options: object = {},
  signal?: AbortSignal,
): Promise<Result<200, Body>> =>
  (await createTransport(contract, { baseUrl: server.url, ...options }).call(
    operation({ responses: [{ status: '200', content: [media] }] }),
    {},
    { signal },
  )) as Result<200, Body>

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

const streaming = (contentType: string, chunks: readonly string[], isOpen = false): Promise<TestServer> =>
  serve((_, response) => {
    response.writeHead(200, { 'content-type': contentType })
    for (const chunk of chunks) response.write(chunk)
    if (!isOpen) response.end()
  })

describe('server-sent events', () => {
  test('come as they are sent, their data decoded', async () => {
    const server = await streaming('text/event-stream', [
      'id: 1\nevent: add\nda',
      'ta: {"a":1}\n\n',
      ': ping\n\ndata: [2]\n\n',
    ])
    const { body, contentType } = await get<EventStream<unknown>>(server, json)
    expect(contentType).toBe('text/event-stream')
    expect(await collect(body)).toEqual([{ id: '1', event: 'add', data: { a: 1 } }, { data: [2] }])
  })
  test('as text where the contract says so', async () => {
    const server = await streaming('text/event-stream', ['data: {not json\n\n'])
    const media: WireMedia = { ...json, shape: { kind: 'scalar', types: ['string'] } }
    expect(await collect((await get<EventStream<string>>(server, media)).body)).toEqual([{ data: '{not json' }])
  })
  test('leaving the loop ends the connection', async () => {
    const server = await streaming('text/event-stream', ['data: 1\n\ndata: 2\n\n'], true)
    const { body } = await get<EventStream<number>>(server, json)
    for await (const { data } of body) {
      expect(data).toBe(1)
      break
    }
    await server.brokenOff
  })
  test('returning while the server is silent does, too', async () => {
    const server = await streaming('text/event-stream', [': hello\n'], true)
    const iterator = (await get<EventStream<number>>(server, json)).body[Symbol.asyncIterator]()
    const waiting = iterator.next()
    await iterator.return?.()
    await server.brokenOff
    expect(await waiting).toMatchObject({ done: true })
  })
  test("the caller's signal ends it; the time limit no longer does", async () => {
    const environment = manual()
    const controller = new AbortController()
    const server = await streaming('text/event-stream', ['data: 1\n\n'], true)
    const iterator = (await get<EventStream<number>>(server, json, { environment }, controller.signal)).body[
      Symbol.asyncIterator
    ]()
    environment.expire()
    expect(await iterator.next()).toMatchObject({ value: { data: 1 } })
    const waiting = iterator.next()
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ name: 'ConnectionError', code: 'TK7123' })
    await server.brokenOff
  })
  test('data that is not what the contract says ends it with an error that does not quote it', async () => {
    const server = await streaming('text/event-stream', ['data: s3cret\n\n'], true)
    const error: unknown = await collect((await get<EventStream<unknown>>(server, json)).body).catch(
      (reason: unknown) => reason,
    )
    expect(error).toMatchObject({ name: 'UnexpectedResponseError', code: 'TK7134' })
    expect(String(error)).not.toContain('s3cret')
    await server.brokenOff
  })
  test('a connection that breaks is an error, not an end', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('data: 1\n\n', () => response.destroy())
    })
    const { body } = await get<EventStream<number>>(server, json)
    await expect(collect(body)).rejects.toMatchObject({ name: 'ConnectionError', code: 'TK7121' })
  })
})

describe('lines', () => {
  test('of JSON, and json-seq', async () => {
    const lines = await streaming('application/jsonl', ['{"a":', '1}\n2\n\n"', 'x"'])
    expect(
      await collect((await get<AsyncIterable<unknown>>(lines, { mediaType: 'application/jsonl', kind: 'lines' })).body),
    ).toEqual([{ a: 1 }, 2, 'x'])
    const seq = await streaming('application/json-seq', ['\u001e{"a":\n1}\n', '\u001e2\n'])
    expect(
      await collect(
        (await get<AsyncIterable<unknown>>(seq, { mediaType: 'application/json-seq', kind: 'lines' })).body,
      ),
    ).toEqual([{ a: 1 }, 2])
  })
  test('that are none end with an error that does not quote them', async () => {
    const server = await streaming('application/jsonl', ['1\ns3cret\n'])
    const { body } = await get<AsyncIterable<unknown>>(server, { mediaType: 'application/jsonl', kind: 'lines' })
    const error: unknown = await collect(body).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'TK7134' })
    expect(String((error as Error).stack)).not.toContain('s3cret')
  })
})

describe('files', () => {
  const media: WireMedia = { mediaType: 'image/*', kind: 'binary' }
  const file = (): Promise<TestServer> =>
    serve((_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([1, 2, 255])))
  test('as bytes, text, Blob or stream', async () => {
    const result = await get<BinaryContent>(await file(), media)
    expect([result.contentType, result.body.contentType]).toEqual(['image/png', 'image/png'])
    expect([...(await result.body.bytes())]).toEqual([1, 2, 255])
    const blob = await (await get<BinaryContent>(await file(), media)).body.blob()
    expect([blob.type, blob.size]).toEqual(['image/png', 3])
    expect((await (await get<BinaryContent>(await file(), media)).body.text()).length).toBe(3)
    const stream = (await get<BinaryContent>(await file(), media)).body.stream()
    expect([...new Uint8Array(await new Response(stream).arrayBuffer())]).toEqual([1, 2, 255])
  })
  test('are not read before they are asked for, and can be given up', async () => {
    const server = await streaming('image/png', ['x'.repeat(100)], true)
    const { body } = await get<BinaryContent>(server, media)
    await body.cancel()
    await server.brokenOff
  })
  test('of no bytes, and given up after they were read', async () => {
    const interceptors = [
      async (): Promise<Response> => new Response(null, { headers: { 'content-type': 'image/png' } }),
    ]
    const { body } = await get<BinaryContent>(await file(), media, { interceptors })
    expect(await new Response(body.stream()).text()).toBe('')
    const events = [
      async (): Promise<Response> => new Response(null, { headers: { 'content-type': 'text/event-stream' } }),
    ]
    expect(await collect((await get<EventStream<unknown>>(await file(), json, { interceptors: events })).body)).toEqual(
      [],
    )
    const read = await get<BinaryContent>(await file(), media)
    await read.body.bytes()
    await expect(read.body.cancel()).resolves.toBeUndefined()
  })
  test('that break off are an error', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': '100' })
      response.write('x', () => response.destroy())
    })
    await expect((await get<BinaryContent>(server, media)).body.bytes()).rejects.toMatchObject({ code: 'TK7121' })
  })
})

describe('forms', () => {
  test('are answers, too', async () => {
    const form: WireMedia = {
      mediaType: 'application/x-www-form-urlencoded',
      kind: 'form',
      shape: { kind: 'object', properties: { a: { kind: 'scalar', types: ['integer'] } } },
    }
    const server = await streaming('application/x-www-form-urlencoded', ['a=1&b=x+y'])
    expect((await get(server, form)).body).toEqual({ a: 1, b: 'x y' })
    const parts: WireMedia = { ...form, mediaType: 'multipart/form-data', kind: 'multipart' }
    const body = '--q\r\nContent-Disposition: form-data; name="a"\r\n\r\n5\r\n--q--'
    expect((await get(await streaming('multipart/form-data; boundary=q', [body]), parts)).body).toEqual({ a: 5 })
    await expect(get(await streaming('application/x-www-form-urlencoded', ['a=s3cret']), form)).rejects.toMatchObject({
      code: 'TK7134',
      message: expect.not.stringContaining('s3cret') as string,
    })
  })
})
