import { describe, expect, it } from 'vitest'
import { toFetch } from '../../../src/runtime/src/fetch/index.js'
import { type BodiesClient, createBodiesClient } from '../../samples/bodies/_expected/client.js'
import { type BodiesHandlers, createBodiesServer } from '../../samples/bodies/_expected/server.js'

/** The generated client of the sample `bodies` calls its generated server: each body goes there and comes back. */
const handlers: BodiesHandlers = {
  putJson: ({ body, respond }) => respond.ok({ id: 'n1', text: body.text }),
  patchJson: ({ body, respond }) =>
    body?.text === 'refused' ? Promise.reject(new Error('refused')) : respond.noContent(),
  async postSeveral(request) {
    const { respond } = request
    switch (request.contentType) {
      case 'text/csv':
        return respond.ok('text/csv', `${request.body};`)
      case 'application/json':
        return respond.ok('application/json', { text: request.body.text })
      case 'application/vnd.note+json':
        return respond.created('application/vnd.note+json', request.body, { location: '/several/1' })
      default:
        return respond.ok('application/pdf', await request.body.bytes())
    }
  },
  putSeveral: ({ query, body, respond }) => respond.other(query.dry ? 200 : body === undefined ? 404 : 201),
  postText: ({ body, respond }) => respond.ok(body.toUpperCase()),
  postForm: ({ body, respond }) => seen({ ...body }, respond.noContent()),
  async postMultipart({ body, respond }) {
    const files = await Promise.all((body.files ?? []).map((file) => file.text()))
    return seen(
      { file: await body.file.text(), type: body.file.type, files, note: body.note, notes: body.notes },
      respond.noContent(),
    )
  },
  upload: async ({ body, respond }) => respond.ok(await body.bytes()),
  putPicture: async ({ contentType, body, respond }) =>
    seen({ contentType }, { ...respond.ok(await body.blob()), contentType }),
  watch: ({ respond }) =>
    respond.ok(
      (async function* () {
        yield { event: 'note', id: '1', data: { text: 'a\nb' } }
        yield { event: 'count', data: 2 }
      })(),
    ),
  watchText: ({ respond }) =>
    respond.ok(
      (async function* () {
        yield { data: '{"not":"json' }
      })(),
    ),
  postLines: ({ body, respond }) =>
    respond.ok(
      (async function* () {
        for await (const note of body) yield { id: 'n', text: note.text }
      })(),
    ),
  nothing: ({ respond }) => respond.ok({ anything: [1, null] }),
}

let last: unknown
function seen<Reply>(value: unknown, reply: Reply): Reply {
  last = value
  return reply
}

const serve = toFetch(createBodiesServer({ handlers }))
const client: BodiesClient = createBodiesClient({
  baseUrl: 'https://bodies.example.com',
  fetch: (input, init) => serve(new Request(input, init)),
})

describe('what a generated client sends and its generated server answers', () => {
  it('JSON', async () => {
    const { status, body, contentType } = await client.putJson({ body: { text: 'ü' } })
    expect({ status, body, contentType }).toEqual({
      status: 200,
      body: { id: 'n1', text: 'ü' },
      contentType: 'application/json',
    })
  })

  it('an answer without a body', async () => {
    expect(await client.patchJson()).toMatchObject({ status: 204, body: undefined })
    expect(await client.patchJson({ body: { text: 'a' } })).toMatchObject({ status: 204, body: undefined })
  })

  it('one of several media types', async () => {
    expect(await client.postSeveral({ body: { text: 'a' } })).toMatchObject({
      status: 200,
      contentType: 'application/json',
      body: { text: 'a' },
    })
    expect(await client.postSeveral({ contentType: 'text/csv', body: 'a;b' })).toMatchObject({
      status: 200,
      contentType: 'text/csv',
      body: 'a;b;',
    })
    expect(await client.postSeveral({ contentType: 'application/vnd.note+json', body: { text: 'a' } })).toMatchObject({
      status: 201,
      headers: { location: '/several/1' },
      body: { text: 'a' },
    })
    const picture = await client.postSeveral({ contentType: 'image/png', body: new Uint8Array([1, 2]) })
    expect(picture.status === 200 && picture.contentType === 'application/pdf' && (await picture.body.bytes())).toEqual(
      new Uint8Array([1, 2]),
    )
  })

  it('a status of a range', async () => {
    expect((await client.putSeveral({ query: { dry: true } })).status).toBe(200)
    expect((await client.putSeveral()).status).toBe(404)
    expect((await client.putSeveral({ contentType: 'text/plain', body: 'a' })).status).toBe(201)
  })

  it('text', async () => {
    expect((await client.postText({ body: 'straße' })).body).toBe('STRASSE')
  })

  it('a form', async () => {
    await client.postForm({ body: { name: 'a&b=c', count: 2, tags: ['x', 'y'], address: { city: 'Köln' } } })
    expect(last).toEqual({ name: 'a&b=c', count: 2, tags: ['x', 'y'], address: { city: 'Köln' } })
  })

  it('a multipart form with files', async () => {
    const file = new File(['%PDF'], 'a.pdf', { type: 'application/pdf' })
    const body = { file, files: [new Blob(['1']), new Blob(['2'])], note: { text: 'n' }, notes: [{ text: 'o' }] }
    await client.postMultipart({ body })
    expect(last).toEqual({
      file: '%PDF',
      type: 'application/pdf',
      files: ['1', '2'],
      note: { text: 'n' },
      notes: [{ text: 'o' }],
    })
  })

  it('bytes', async () => {
    const { body } = await client.upload({ body: new Uint8Array([0, 255]) })
    expect(await body.bytes()).toEqual(new Uint8Array([0, 255]))
  })

  it('bytes of a type that the caller names', async () => {
    const { body, contentType } = await client.putPicture({ contentType: 'image/webp', body: new Uint8Array([1]) })
    expect([await body.bytes(), contentType, last]).toEqual([
      new Uint8Array([1]),
      'image/webp',
      { contentType: 'image/webp' },
    ])
  })

  it('events', async () => {
    const { body } = await client.watch()
    const events = []
    for await (const { event, id, data } of body) events.push({ event, id, data })
    expect(events).toEqual([
      { event: 'note', id: '1', data: { text: 'a\nb' } },
      { event: 'count', id: undefined, data: 2 },
    ])
  })

  it('events of text', async () => {
    const { body } = await client.watchText()
    for await (const { data } of body) expect(data).toBe('{"not":"json')
  })

  it('lines both ways', async () => {
    const notes = (async function* () {
      yield { text: 'a' }
      yield { text: 'b' }
    })()
    const { body } = await client.postLines({ body: notes })
    const lines = []
    for await (const line of body) lines.push(line)
    expect(lines).toEqual([
      { id: 'n', text: 'a' },
      { id: 'n', text: 'b' },
    ])
  })

  it('any JSON', async () => {
    expect((await client.nothing()).body).toEqual({ anything: [1, null] })
  })
})
