import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeMultipart,
  encodeMultipart,
  parseParts,
  safeFileName,
  type WireIssue,
  type WireMedia,
} from '../../../src/runtime/src/wire/index.js'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer())

const media: WireMedia = {
  mediaType: 'multipart/form-data',
  kind: 'multipart',
  shape: {
    kind: 'object',
    properties: {
      title: { kind: 'scalar', types: ['string'] },
      count: { kind: 'scalar', types: ['integer'] },
      tags: { kind: 'array', items: ['string'] },
      address: { kind: 'json' },
      photo: { kind: 'binary' },
      files: { kind: 'array', items: [], of: { kind: 'binary' } },
    },
  },
  encoding: { title: { contentType: 'text/markdown' } },
}

describe('writing', () => {
  test('one part for each value, with its own content type', async () => {
    const photo = new File(['PNG'], 'me "1".png', { type: 'image/png' })
    const body = encodeMultipart(media, { title: '# Hi', count: 2, tags: ['a', 'b'], address: { a: 1 }, photo }, 'b0')
    expect(body.type).toBe('multipart/form-data; boundary=b0')
    expect(await body.text()).toBe(
      [
        '--b0\r\nContent-Disposition: form-data; name="title"\r\nContent-Type: text/markdown\r\n\r\n# Hi',
        '--b0\r\nContent-Disposition: form-data; name="count"\r\n\r\n2',
        '--b0\r\nContent-Disposition: form-data; name="tags"\r\n\r\na',
        '--b0\r\nContent-Disposition: form-data; name="tags"\r\n\r\nb',
        '--b0\r\nContent-Disposition: form-data; name="address"\r\nContent-Type: application/json\r\n\r\n{"a":1}',
        '--b0\r\nContent-Disposition: form-data; name="photo"; filename="me %221%22.png"\r\nContent-Type: image/png\r\n\r\nPNG',
        '--b0--\r\n',
      ].join('\r\n'),
    )
  })
  test('T11 names and types cannot add headers', async () => {
    const file = new File(['x'], 'a\r\nX: y"', { type: 'text/plain' })
    const body = encodeMultipart(
      { ...media, encoding: { 'n"\r\nY: z': { contentType: 'a/b\r\nZ: 1' } } },
      { 'n"\r\nY: z': 'v', file },
      'b',
    )
    const text = await body.text()
    expect(text).toContain('name="n%22%0D%0AY: z"\r\nContent-Type: a/bZ: 1\r\n\r\nv')
    expect(text).toContain('filename="a%0D%0AX: y%22"\r\n')
  })
  test('the boundary is the same in type and content', async () => {
    const body = encodeMultipart(media, {}, 'UPPER-b')
    expect([body.type, await body.text()]).toEqual(['multipart/form-data; boundary=upper-b', '--upper-b--\r\n'])
  })
  test('bytes and Blobs without a name or type; ranges and lists of types', async () => {
    const encoding = {
      raw: { contentType: 'image/png' },
      any: { contentType: 'image/*' },
      when: { contentType: 'a/b, c/d' },
    }
    const loose: WireMedia = { mediaType: 'multipart/*', kind: 'multipart', encoding }
    const value = {
      raw: Uint8Array.of(65),
      any: new Blob(['B']),
      more: Uint8Array.of(66),
      when: new Date(0),
      nested: { a: 1 },
    }
    const body = encodeMultipart(loose, value, 'b')
    expect(body.type).toBe('multipart/form-data; boundary=b')
    const types = (await body.text()).match(/name="\w+"[^\r]*(?:\r\nContent-Type: .*)?/g)
    expect(types?.map((line) => line.replace('\r\nContent-Type: ', ' '))).toEqual([
      'name="raw"; filename="file" image/png',
      'name="any"; filename="file" application/octet-stream',
      'name="more"; filename="file" application/octet-stream',
      'name="when"',
      'name="nested" application/json',
    ])
    const issues: WireIssue[] = []
    const values = decodeMultipart(loose, await bytesOf(body), body.type, issues)
    expect(issues).toEqual([])
    expect(values).toMatchObject({ when: '1970-01-01T00:00:00.000Z', nested: '{"a":1}' })
    expect(await (values['raw'] as File).text()).toBe('A')
  })
  test('absent values and empty arrays are left out', async () => {
    expect(await encodeMultipart(media, { title: undefined, tags: [] }, 'b').text()).toBe('--b--\r\n')
  })
})

describe('reading', () => {
  const read = async (
    body: Blob | string,
    contentType = 'multipart/form-data; boundary=b',
  ): Promise<[Record<string, unknown>, WireIssue[]]> => {
    const issues: WireIssue[] = []
    const raw = typeof body === 'string' ? bytes(body) : await bytesOf(body)
    return [decodeMultipart(media, raw, contentType, issues), issues]
  }
  test('gives back what was written', async () => {
    const photo = new File([Uint8Array.of(0, 13, 10, 45, 45, 255)], 'me.png', { type: 'image/png' })
    const files = [new File(['1'], 'a.txt'), new File([''], 'b.txt')]
    const body = encodeMultipart(media, { title: 'ü', count: 2, tags: ['a'], address: { a: [1] }, photo, files }, 'b')
    const [values, issues] = await read(body)
    expect(issues).toEqual([])
    expect(values).toMatchObject({ title: 'ü', count: 2, tags: ['a'], address: { a: [1] } })
    const received = values['photo'] as File
    expect([received.name, received.type, [...(await bytesOf(received))]]).toEqual([
      'me.png',
      'image/png',
      [0, 13, 10, 45, 45, 255],
    ])
    expect((values['files'] as File[]).map(({ name, size }) => [name, size])).toEqual([
      ['a.txt', 1],
      ['b.txt', 0],
    ])
  })
  test('reads what the platform writes', async () => {
    const form = new FormData()
    form.append('title', 'a\nb')
    form.append('photo', new File(['x'], 'ü "q".png', { type: 'image/png' }))
    const request = new Request('http://localhost', { method: 'POST', body: form })
    const issues: WireIssue[] = []
    const body = new Uint8Array(await request.arrayBuffer())
    const values = decodeMultipart(media, body, request.headers.get('content-type') ?? '', issues)
    expect(issues).toEqual([])
    expect(values['title']).toMatch(/^a\r?\nb$/)
    expect((values['photo'] as File).name).toBe('ü q.png')
  })
  test('preamble, epilogue, blanks after the boundary and quoted boundaries', async () => {
    const body = 'before\r\n--b b \t\r\nContent-Disposition: form-data; name=title\r\n\r\nx\r\n--b b--\r\nafter'
    expect(await read(body, 'multipart/form-data; boundary="b b"')).toEqual([{ title: 'x' }, []])
    expect(await read('--b--')).toEqual([{}, []])
  })
  test('a part may be empty, and hold what looks like a boundary', async () => {
    const head = 'Content-Disposition: form-data; name="title"'
    expect(await read(`--b\r\n${head}\r\n\r\n\r\n--b--`)).toEqual([{ title: '' }, []])
    expect(await read(`--b\r\n${head}\r\n\r\nx--b\r\n --b\r\n--b--`)).toEqual([{ title: 'x--b\r\n --b' }, []])
  })
  test('a file without a name or type has both', async () => {
    const [values] = await read('--b\r\nContent-Disposition: form-data; name="photo"\r\n\r\nx\r\n--b--')
    expect([(values['photo'] as File).name, (values['photo'] as File).type]).toEqual([
      'file',
      'application/octet-stream',
    ])
    expect((await read('--b\r\nX: y\r\n\r\nx\r\n--b--'))[1]).toMatchObject([{ expected: 'parts with names' }])
    expect(await read('--b\r\nContent-Disposition: form-data; name=\r\n\r\nx\r\n--b--')).toEqual([{ '': 'x' }, []])
  })
  test('T64 names of the prototype are data', async () => {
    const [values] = await read('--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--')
    expect(Object.entries(values)).toEqual([['__proto__', 'x']])
  })
  const part = (head: string, content = 'x'): string => `--b\r\n${head}\r\n\r\n${content}\r\n--b--`
  const named = (name: string): string => `Content-Disposition: form-data; name="${name}"`
  test.each([
    [part(named('count'), 'x'), 'count', 'type', 'integer'],
    [part(named('count'), '1').replace('--b--', part(named('count'), '2')), 'count', 'duplicate', 'one part'],
    [part(named('address'), '{'), 'address', 'type', 'JSON'],
    [part('Content-Disposition: attachment; name="title"'), '*', 'style', 'parts with names'],
    [part('Content-Disposition: form-data'), '*', 'style', 'parts with names'],
    [part(`${named('title')}\r\nContent-Transfer-Encoding: base64`), '*', 'style', 'plain transfer encoding'],
    [part(named('title')).slice(0, -4), '*', 'style', 'parts between boundaries'],
    ['', '*', 'style', 'parts between boundaries'],
    ['--bx\r\n', '*', 'style', 'parts between boundaries'],
    [`--b\r\n${'X: y\r\n'.repeat(4000)}\r\n`, '*', 'limit', 'shorter part headers'],
    [`--b\r\n${named('title')}\r\n\r\n\r\n`.repeat(1001), '*', 'limit', 'fewer parts'],
  ])('refuses body %#', async (body, name, keyword, expected) => {
    expect((await read(body))[1]).toEqual([{ place: 'body', name, keyword, expected }])
  })
  test.each([
    'multipart/form-data',
    'multipart/form-data; boundary=',
    `multipart/form-data; boundary=${'x'.repeat(71)}`,
  ])('refuses %s', async (contentType) => {
    expect((await read('--b--', contentType))[1]).toMatchObject([{ expected: 'a boundary in the content type' }])
  })
  test('refuses bytes that are no UTF-8 where text is asked for', async () => {
    const body = new Blob([`--b\r\n${named('title')}\r\n\r\n`, Uint8Array.of(0xff), '\r\n--b--'])
    expect((await read(body))[1]).toEqual([{ place: 'body', name: 'title', keyword: 'encoding', expected: 'UTF-8' }])
  })
})

test('any bytes survive, and any noise ends in parts or a reason', () => {
  const contents = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 5 })
  return fc.assert(
    fc.asyncProperty(
      contents,
      fc.string({ unit: fc.constantFrom('-', 'b', '\r', '\n', ':', 'x') }),
      async (files, noise) => {
        const body = encodeMultipart(media, { files: files.map((each) => new Blob([each])) }, 'q7')
        const parts = parseParts(await bytesOf(body), body.type)
        expect(typeof parts === 'string' ? parts : parts.map((each) => [...each.bytes])).toEqual(
          files.map((each) => [...each]),
        )
        parseParts(bytes(`--b${noise}`), 'multipart/form-data; boundary=b')
      },
    ),
  )
})

test('file names are made safe', () => {
  const table: readonly (readonly [string, string])[] = [
    ['report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\b.txt', 'b.txt'],
    ['..', 'file'],
    ['', 'file'],
    ['.bashrc', 'bashrc'],
    ['a\0b\r\n.txt', 'ab.txt'],
    ['evil\u202egpj.exe', 'evilgpj.exe'],
    ['con.txt', 'file'],
    ['a:b*c?.txt', 'abc.txt'],
    ['ärger 1.png ', 'ärger 1.png'],
    ['x'.repeat(500), 'x'.repeat(200)],
  ]
  expect(table.map(([given]) => safeFileName(given))).toEqual(table.map(([, safe]) => safe))
})
