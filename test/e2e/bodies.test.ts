import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Form } from '../samples/exchange/_expected/types/form.js'
import type { Values } from '../samples/exchange/_expected/types/values.js'
import { exchange } from './support/exchange.js'
import { ways } from './support/serve.js'

/** What a generated client sends is what the generated server's handler gets, and the answer comes back the same. */
describe.each(ways)('bodies over %s', async (way) => {
  const { client, seen, url, fetch } = await exchange(way)
  beforeEach(() => void (seen.length = 0))

  it('JSON of every type', async () => {
    const body: Values = {
      text: 'Grüße, "世界" 👋\u0000\u2028\n',
      nothing: null,
      maybe: null,
      whole: -9007199254740991,
      number: 1e-7,
      flag: false,
      day: '2024-02-29',
      moment: '2024-02-29T23:59:60Z',
      id: '0b5c1a52-2f25-4b55-8a3e-5f1f2b7a9c11',
      bytes: 'AP8=',
      pair: ['a', 1],
      map: { '': 0, ключ: 1, '/~': 2 },
      mapOfMaps: { a: {}, b: { c: 'd' } },
      tree: { name: 'root', children: [{ name: 'leaf', children: [] }] },
      json: [{ a: [1, null, true, { b: 'c' }] }],
      either: [true, false],
      shape: { kind: 'box', width: 2, inner: { kind: 'circle', radius: 0 } },
    }
    const { status, body: back, contentType } = await client.echoValues({ body })
    expect({ status, back, contentType }).toEqual({ status: 200, back: body, contentType: 'application/json' })
    expect(seen.pop()).toEqual(body)
  })

  it('properties named like what objects inherit', async () => {
    const body = JSON.parse(
      '{"text":"a","tree":{"name":"","children":[]},"json":{"constructor":1,"__proto__":{"a":1}},"__proto__":"own"}',
    ) as Values
    const { body: back } = await client.echoValues({ body })
    for (const arrived of [seen.pop() as Values, back]) {
      expect(Object.entries(arrived).sort()).toEqual(Object.entries(body).sort())
      expect(JSON.stringify(arrived.json)).toBe(JSON.stringify(body.json))
    }
  })

  it('a tree of 100 levels', async () => {
    let tree: Values['tree'] = { name: 'leaf', children: [] }
    for (let level = 0; level < 99; level++) tree = { name: String(level), children: [tree] }
    expect((await client.echoValues({ body: { text: '', tree } })).body.tree).toEqual(tree)
  })

  it('any JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const body: unknown = JSON.parse(JSON.stringify(value))
        expect((await client.echoAnything({ body })).body).toEqual(body)
        expect(seen.pop()).toEqual(body)
      }),
      { numRuns: 50 },
    )
  })

  it('a body that may be left out, or be null', async () => {
    expect((await client.putOptional()).body).toEqual({ body: ['absent'] })
    expect((await client.putOptional({})).body).toEqual({ body: ['absent'] })
    expect((await client.putOptional({ body: null })).body).toEqual({ body: ['object'] })
    expect((await client.putOptional({ body: { name: 'a' } })).body).toEqual({ body: ['object'] })
    expect(seen.splice(0)).toEqual([undefined, undefined, null, { name: 'a' }])
  })

  it('no bytes: an empty text, an empty file, but no JSON', async () => {
    expect((await client.echoText({ body: '' })).body).toBe('')
    expect(await (await client.upload({ body: new Uint8Array() })).body.text()).toBe('')
    const put = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${url}/optional`, { method: 'PUT', body: '', headers: { 'content-length': '0', ...headers } })
    expect((await put({ 'content-type': 'application/json' })).status).toBe(200)
    // Named by clients that send nothing.
    expect((await put({ 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(200)
    expect(seen.slice(1)).toEqual([undefined, undefined])
    const posted = await fetch(`${url}/values`, {
      method: 'POST',
      body: '',
      headers: { 'content-type': 'application/json' },
    })
    expect([posted.status, await posted.json()]).toMatchObject([
      400,
      { errors: [{ path: '/body', keyword: 'required', expected: 'a body' }] },
    ])
  })

  it('one of several media types, and the answer told apart by its own', async () => {
    const json = await client.postSeveral({ body: { text: 'a', size: 1 } })
    expect([json.contentType, json.body]).toEqual(['application/json', { text: 'a', size: 1 }])
    const form = await client.postSeveral({
      contentType: 'application/x-www-form-urlencoded',
      body: { text: 'a&b=c+d', size: 2 },
    })
    expect(form.body).toEqual({ text: 'a&b=c+d', size: 2 })
    const text = await client.postSeveral({ contentType: 'text/plain', body: 'ünï' })
    expect([text.contentType, text.body]).toEqual(['text/plain', 'ünï'])
    const image = await client.postSeveral({ contentType: 'image/png', body: new Uint8Array([137, 80]) })
    if (image.contentType === 'application/json' || image.contentType === 'text/plain') throw new Error('not bytes')
    expect([image.contentType, await image.body.bytes()]).toEqual(['image/png', new Uint8Array([137, 80])])
    expect(seen.splice(0)).toEqual(['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'image/png'])
  })

  it('text', async () => {
    const text = fc.string({ unit: 'grapheme' })
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        expect((await client.echoText({ body })).body).toBe(body)
      }),
      { numRuns: 30 },
    )
  })

  it('forms, each property in its own style', async () => {
    const items = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 3 })
    const form: fc.Arbitrary<Form> = fc.record(
      {
        name: fc.string({ unit: 'grapheme' }),
        count: fc.integer(),
        ratio: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
        done: fc.boolean(),
        many: items,
        comma: items,
        space: fc.array(fc.integer(), { minLength: 1, maxLength: 3 }),
        pipe: items.map((texts) => texts.map((text) => text.replaceAll('|', '/'))),
        deep: fc.record({ city: fc.string({ unit: 'grapheme' }), zip: fc.nat() }),
        plain: fc.record({ a: fc.integer() }),
        json: fc.array(fc.record({ n: fc.integer() }), { minLength: 1 }),
      },
      { requiredKeys: ['name'], noNullPrototype: true },
    )
    await fc.assert(
      fc.asyncProperty(form, async (body) => {
        expect((await client.echoForm({ body })).body).toEqual(body)
        expect(seen.pop()).toEqual(body)
      }),
      { numRuns: 60 },
    )
  })

  it('multipart: scalars, lists, JSON parts, files with names and types', async () => {
    const fields = {
      title: 'Rechnung "März"\r\nContent-Type: evil',
      count: 3,
      done: true,
      day: '2024-02-29',
      labels: ['a', 'b,c'],
      note: { text: 'n', size: 1 },
      notes: [{ text: 'o' }, { text: 'p' }],
    }
    const { body } = await client.postMultipart({
      body: {
        ...fields,
        file: new File(['%PDF\r\n--'], 'a "b" ü.pdf', { type: 'application/pdf' }),
        files: [new Blob(['1']), new File(['2'], 'two.txt', { type: 'text/plain' })],
        picture: new Blob(['png'], { type: 'image/png' }),
      },
    })
    expect(seen.pop()).toEqual(fields)
    expect(body['files']?.map((each) => JSON.parse(each) as unknown)).toEqual([
      { name: 'a b ü.pdf', type: 'application/pdf', text: '%PDF\r\n--' },
      { name: 'file', type: 'application/octet-stream', text: '1' },
      { name: 'two.txt', type: 'text/plain', text: '2' },
      { name: 'file', type: 'image/png', text: 'png' },
    ])
  })

  it('an upload of bytes, of a blob and of a stream, and its download', async () => {
    const bytes = new Uint8Array(300_000).map((_, index) => index * 7)
    const stream = (): ReadableStream<Uint8Array> => new Blob([bytes]).stream()
    for (const body of [bytes, new Blob([bytes]), stream()]) {
      const result = await client.upload({ body })
      expect(Buffer.compare(await result.body.bytes(), bytes)).toBe(0)
    }
    const parts = []
    for await (const part of (await client.upload({ body: stream() })).body.stream()) parts.push(part)
    expect(Buffer.compare(Buffer.concat(parts), bytes)).toBe(0)
  })

  it('a download with its headers, also of no bytes', async () => {
    const { body, headers, contentType } = await client.download({ query: { size: 3 } })
    expect([await body.bytes(), headers.contentDisposition, contentType]).toEqual([
      new Uint8Array([7, 7, 7]),
      'attachment; filename="seven.pdf"',
      'application/pdf',
    ])
    expect(await (await client.download({ query: { size: 0 } })).body.text()).toBe('')
  })

  it('a download that is given up', async () => {
    const { body } = await client.download({ query: { size: 1_000_000 } })
    await body.cancel()
    expect((await client.getThing()).body).toEqual({ text: 'thing' })
  })

  it('methods beyond the usual ones', async () => {
    expect((await client.queryValues({ body: ['a', 'b'] })).body).toBe(2)
    const copied = await client.copyValues({ headers: { Destination: '/elsewhere' } })
    expect([copied.status, copied.headers.location]).toEqual([201, '/elsewhere'])
  })
})
