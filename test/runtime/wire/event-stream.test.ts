import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  eventParser,
  eventText,
  lineText,
  readEvents,
  readLines,
  streamOf,
} from '../../../src/runtime/src/wire/index.js'

const tooLong = (): Error => new RangeError('too long')

function streamOfChunks(chunks: readonly Uint8Array[], onCancel?: () => void): ReadableStream<Uint8Array> {
  const queue = [...chunks]
  return new ReadableStream({
    pull(controller) {
      const chunk = queue.shift()
      if (chunk) controller.enqueue(chunk)
      else controller.close()
    },
    ...(onCancel && { cancel: onCancel }),
  })
}

const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}
const events = (text: string): Promise<unknown[]> =>
  all(readEvents(streamOfChunks([new TextEncoder().encode(text)]), tooLong))

describe('server-sent events (HTML, section 9.2.6)', () => {
  test('the fields', async () => {
    expect(await events(': hello\nevent: add\nid: 1\nretry: 500\ndata: a\ndata:b\ndata\ndata:  c\n\n')).toEqual([
      { event: 'add', id: '1', retry: 500, data: 'a\nb\n\n c' },
    ])
  })
  test('LF, CR and CRLF end lines', async () => {
    expect(await events('data: a\r\n\r\ndata: b\r\rdata: c\n\n')).toEqual([{ data: 'a' }, { data: 'b' }, { data: 'c' }])
  })
  test('a byte order mark at the start is skipped, elsewhere it is text', async () => {
    expect(await events('\ufeffdata: a\n\ndata: \ufeffb\n\n')).toEqual([{ data: 'a' }, { data: '\ufeffb' }])
  })
  test('events without data and the last one without an empty line are dropped', async () => {
    expect(await events('event: x\nid: 1\n\ndata\n\ndata: cut')).toEqual([{ data: '' }])
  })
  test('what means nothing is passed over', async () => {
    expect(await events('id: a\0b\nretry: 1s\nretry: -1\nfoo: bar\nDATA: x\n data: y\nevent:\ndata: z\n\n')).toEqual([
      { data: 'z' },
    ])
  })
  test('every line end, split at every byte', async () => {
    const bytes = new TextEncoder().encode(
      'id: 1\r\ndata: ä\r\ndata: b\r\n\r\ndata: c\rdata: d\r\rdata: e\ndata: f\n\n',
    )
    const expected = [{ id: '1', data: 'ä\nb' }, { data: 'c\nd' }, { data: 'e\nf' }]
    for (let at = 0; at <= bytes.length; at++) {
      const stream = streamOfChunks([bytes.subarray(0, at), bytes.subarray(at)])
      expect(await all(readEvents(stream, tooLong))).toEqual(expected)
    }
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte))
    expect(await all(readEvents(streamOfChunks(single), tooLong))).toEqual(expected)
  })
  test('the same events wherever the bytes are split', () => {
    const sources = fc.array(
      fc.constantFrom('data: ä', 'data:𝄞', 'id: 1', 'event: e', ':', '\n', '\r', '\r\n', '\n\n', '\ufeff', 'retry:3'),
    )
    return fc.assert(
      fc.asyncProperty(sources, fc.array(fc.nat(60)), async (pieces, cuts) => {
        const bytes = new TextEncoder().encode(pieces.join(''))
        const at = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
        const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end))
        const split = await all(readEvents(streamOfChunks(chunks), tooLong))
        expect(split).toEqual(await all(readEvents(streamOfChunks([bytes]), tooLong)))
      }),
    )
  })
  test('what is written is read', () => {
    const line = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n\0\p{Surrogate}]/gu, ''))
    const event = fc.record({ event: line, id: line, retry: fc.nat() }, { requiredKeys: [] })
    fc.assert(
      fc.property(event, fc.array(line, { minLength: 1 }), (fields, lines) => {
        const data = lines.join('\n')
        const { event: name, ...rest } = fields
        const expected = { data, ...(name && { event: name }), ...rest }
        expect(eventParser(tooLong).push(eventText(fields, data))).toEqual([expected])
      }),
    )
  })
  test('names and ids of several lines are refused', () => {
    expect(() => eventText({ event: 'a\ndata: b' }, '')).toThrow(expect.objectContaining({ code: 'TK7101' }))
    expect(() => eventText({ id: 'a\rb' }, '')).toThrow(expect.objectContaining({ code: 'TK7101' }))
  })
  test('an event without end is refused before it fills the memory', () => {
    const parser = eventParser(tooLong)
    const chunk = 'x'.repeat(1024 * 1024)
    expect(() => {
      for (let count = 0; count < 20; count++) parser.push(chunk)
    }).toThrow('too long')
    const lines = eventParser(tooLong)
    expect(() => {
      for (let count = 0; count < 20; count++) lines.push(`data:${chunk}\n`)
    }).toThrow('too long')
  })
})

describe('sequences of JSON', () => {
  const lines = (text: string, type: string): Promise<string[]> =>
    all(readLines(streamOfChunks(Array.from(text, (each) => new TextEncoder().encode(each))), type, tooLong))

  test('lines, with or without a last line end', async () => {
    expect(await lines('{"a":1}\r\n\n[2]\n"ü"', 'application/jsonl')).toEqual(['{"a":1}\r', '[2]', '"ü"'])
  })
  test('json-seq (RFC 7464)', async () => {
    const text = [1, 'a'].map((value) => lineText(JSON.stringify(value), 'application/json-seq')).join('')
    expect(text).toBe('\u001e1\n\u001e"a"\n')
    expect(await lines(text, 'application/json-seq')).toEqual(['1\n', '"a"\n'])
    expect(lineText('1', 'application/x-ndjson')).toBe('1\n')
  })
})

test('who asks for two at a time gets them in order', async () => {
  const chunks = ['1\n2\n', '3\n4', '\n5\n'].map((text) => new TextEncoder().encode(text))
  const lines = readLines(streamOfChunks(chunks), 'application/jsonl', tooLong)
  const asked = await Promise.all(Array.from({ length: 7 }, () => lines.next()))
  expect(asked.map(({ value }) => value as unknown)).toEqual(['1', '2', '3', '4', '5', undefined, undefined])
})

describe('leaving early', () => {
  test('cancels the source', async () => {
    let isCancelled = false
    const stream = streamOfChunks([new TextEncoder().encode('1\n2\n'), new TextEncoder().encode('3\n')], () => {
      isCancelled = true
    })
    for await (const line of readLines(stream, 'application/jsonl', tooLong)) {
      expect(line).toBe('1')
      break
    }
    expect(isCancelled).toBe(true)
  })
  test('works while the source is silent', async () => {
    let isCancelled = false
    const silent = new ReadableStream<Uint8Array>({
      cancel: () => {
        isCancelled = true
      },
    })
    const iterator = readEvents(silent, tooLong)
    const waiting = iterator.next()
    await iterator.return?.()
    expect(isCancelled).toBe(true)
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(await iterator.next()).toEqual({ done: true, value: undefined })
  })
  test('after the end, or twice, is nothing', async () => {
    const lines = readLines(streamOfChunks([new TextEncoder().encode('1')]), 'application/jsonl', tooLong)
    expect(await all(lines)).toEqual(['1'])
    expect([await lines.return?.(), await lines.return?.()]).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
    ])
    const plain = streamOf(['a', 'b'], (text) => text)
    expect(await new Response(plain).text()).toBe('ab')
  })
  test('ends the iteration that a stream is made of', async () => {
    let isEnded = false
    async function* count(): AsyncGenerator<number> {
      try {
        for (let at = 0; ; at++) yield at
      } finally {
        isEnded = true
      }
    }
    const reader = streamOf(count(), String).getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('0')
    await reader.cancel()
    expect(isEnded).toBe(true)
  })
})
