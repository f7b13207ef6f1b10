import { describe, expect, test } from 'vitest'
import { createTransport, type WireMedia } from '../../../src/runtime/src/gen1/index.js'
import { decodeForm, decodeMultipart, type WireIssue } from '../../../src/runtime/src/wire/index.js'
import { contract, json, operation, type Received, serve } from './support.js'

const text = { kind: 'scalar', types: ['string'] } as const

async function send(content: readonly WireMedia[], body: unknown, contentType?: string): Promise<Received> {
  const server = await serve((_, response) => json(response, 200, {}))
  const transport = createTransport(contract, { baseUrl: server.url, environment: { uuid: () => 'fixed-boundary' } })
  await transport.call(
    operation({ method: 'POST', body: { required: true, content } }),
    { body, contentType },
    undefined,
  )
  const [request] = server.received
  if (!request) throw new TypeError('nothing was sent')
  return request
}

describe('a body', () => {
  test('of JSON', async () => {
    const { headers, body } = await send([{ mediaType: 'application/merge-patch+json', kind: 'json' }], {
      a: [1, 'ü'],
      b: undefined,
    })
    expect([headers['content-type'], body.toString()]).toEqual(['application/merge-patch+json', '{"a":[1,"ü"]}'])
    expect((await send([{ mediaType: 'application/json', kind: 'json' }], null)).body.toString()).toBe('null')
  })
  test('of text says its charset', async () => {
    const { headers, body } = await send([{ mediaType: 'text/plain', kind: 'text' }], 'ü')
    expect([headers['content-type'], body.toString()]).toEqual(['text/plain; charset=utf-8', 'ü'])
    expect((await send([{ mediaType: 'application/xml', kind: 'text' }], '<a/>')).headers['content-type']).toBe(
      'application/xml',
    )
  })
  test('of a form', async () => {
    const media: WireMedia = {
      mediaType: 'application/x-www-form-urlencoded',
      kind: 'form',
      shape: { kind: 'object', properties: { a: text } },
    }
    const { headers, body } = await send([media], { a: 'x y&' })
    expect([headers['content-type'], body.toString()]).toEqual(['application/x-www-form-urlencoded', 'a=x%20y%26'])
    expect(decodeForm(media, body.toString(), [])).toEqual({ a: 'x y&' })
  })
  test('of several parts', async () => {
    const media: WireMedia = {
      mediaType: 'multipart/form-data',
      kind: 'multipart',
      shape: { kind: 'object', properties: { note: text, file: { kind: 'binary' } } },
    }
    const file = new File([Uint8Array.of(1, 2, 255)], 'a.bin', { type: 'application/x-thing' })
    const { headers, body } = await send([media], { note: 'ü', file })
    expect(headers['content-type']).toBe('multipart/form-data; boundary=fixed-boundary')
    expect(headers['content-length']).toBe(String(body.length))
    const issues: WireIssue[] = []
    const values = decodeMultipart(media, new Uint8Array(body), headers['content-type'] ?? '', issues)
    expect(issues).toEqual([])
    expect(values['note']).toBe('ü')
    const received = values['file'] as File
    expect([received.name, received.type, [...new Uint8Array(await received.arrayBuffer())]]).toEqual([
      'a.bin',
      'application/x-thing',
      [1, 2, 255],
    ])
  })
  test('of bytes: Blob, Uint8Array, stream', async () => {
    const media: WireMedia = { mediaType: 'image/*', kind: 'binary' }
    const png = await send([media], new Blob(['PNG'], { type: 'image/png' }))
    expect([png.headers['content-type'], png.body.toString()]).toEqual(['image/png', 'PNG'])
    const raw = await send([media], Uint8Array.of(1, 2), 'image/gif')
    expect([raw.headers['content-type'], [...raw.body]]).toEqual(['image/gif', [1, 2]])
    const streamed = await send([{ mediaType: 'application/octet-stream', kind: 'binary' }], new Blob(['abc']).stream())
    expect([streamed.headers['content-type'], streamed.headers['transfer-encoding'], streamed.body.toString()]).toEqual(
      ['application/octet-stream', 'chunked', 'abc'],
    )
  })
  test('of lines and events, as array or as they come', async () => {
    const lines: WireMedia = { mediaType: 'application/jsonl', kind: 'lines' }
    expect((await send([lines], [{ a: 1 }, 'b'])).body.toString()).toBe('{"a":1}\n"b"\n')
    async function* count(): AsyncGenerator<number> {
      yield 1
      yield 2
    }
    expect((await send([lines], count())).body.toString()).toBe('1\n2\n')
    const events: WireMedia = { mediaType: 'text/event-stream', kind: 'events' }
    expect((await send([events], [{ event: 'x', data: { a: 1 } }])).body.toString()).toBe('event: x\ndata: {"a":1}\n\n')
    expect((await send([{ ...events, shape: text }], [{ data: 'a\nb' }])).body.toString()).toBe('data: a\ndata: b\n\n')
  })
  test('of one of several media types', async () => {
    const content: WireMedia[] = [
      { mediaType: 'application/json', kind: 'json' },
      { mediaType: 'text/csv', kind: 'text' },
    ]
    expect((await send(content, 'a,b')).body.toString()).toBe('"a,b"')
    const csv = await send(content, 'a,b', 'text/csv; header=present')
    expect([csv.headers['content-type'], csv.body.toString()]).toEqual([
      'text/csv; header=present; charset=utf-8',
      'a,b',
    ])
    await expect(send(content, 'a', 'image/png')).rejects.toMatchObject({ code: 'TK7101' })
  })
})

test('media types by range get the type of what is sent', async () => {
  const any = (kind: WireMedia['kind']): WireMedia[] => [{ mediaType: '*/*', kind }]
  const types = [
    await send(any('json'), {}),
    await send(any('text'), 'a'),
    await send(any('form'), {}),
    await send(any('binary'), new Blob(['a'])),
    await send(any('binary'), Uint8Array.of(1)),
  ].map(({ headers }) => headers['content-type'])
  expect(types).toEqual([
    'application/json',
    'text/plain; charset=utf-8',
    'application/x-www-form-urlencoded',
    'application/octet-stream',
    'application/octet-stream',
  ])
  expect((await send([{ mediaType: 'application/jsonl', kind: 'lines' }], new Set([1, 2]))).body.toString()).toBe(
    '1\n2\n',
  )
})

describe('refused before anything is sent', () => {
  const loop: Record<string, unknown> = {}
  loop['again'] = loop
  test.each([
    ['json', loop],
    ['json', () => 1],
    ['text', 5],
    ['binary', 'text'],
    ['multipart', 'text'],
    ['form', ['a']],
    ['lines', 5],
    ['events', ['no event']],
  ] as const)('a body of %s', async (kind, body) => {
    await expect(send([{ mediaType: 'x/y', kind }], body)).rejects.toMatchObject({
      name: 'RequestError',
      code: 'TK7101',
    })
  })
  test('a body that the operation does not have', async () => {
    const transport = createTransport(contract, { baseUrl: 'http://127.0.0.1:1' })
    const call = transport.call(operation({ method: 'POST' }), { body: {} }, undefined)
    await expect(call).rejects.toMatchObject({ code: 'TK7101', message: expect.stringContaining('doThing') as string })
  })
  test('none where one is required', async () => {
    await expect(send([{ mediaType: 'x/y', kind: 'json' }], undefined)).rejects.toMatchObject({ code: 'TK7102' })
  })
  test('T11 a content type of two lines', async () => {
    const content: WireMedia[] = [{ mediaType: 'x/*', kind: 'binary' }]
    await expect(send(content, Uint8Array.of(1), 'x/y\r\nX-Admin: 1')).rejects.toMatchObject({ name: 'RequestError' })
  })
})
