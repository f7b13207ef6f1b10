import { type IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { describe, expect, it, vi } from 'vitest'
import { NodeRequest } from '../../../src/runtime/src/node/node-request.js'
import type { BodyReader } from '../../../src/runtime/src/server/index.js'

function requestOf(message: Readable, headers: Readonly<Record<string, string>>, isOwn = false): NodeRequest {
  Object.assign(message, { method: 'POST', rawHeaders: Object.entries(headers).flat(), headers })
  const request = message as unknown as IncomingMessage
  return new NodeRequest(request, new ServerResponse(request), { isOwn })
}

/** Chunks that come one by one, or are there before anybody asks. */
async function read(chunks: readonly Buffer[], isThere: boolean): Promise<Uint8Array> {
  const length = Buffer.concat(chunks).length
  const message = isThere ? new Readable({ read: () => undefined }) : Readable.from(chunks, { objectMode: false })
  if (isThere) for (const chunk of chunks) message.push(chunk)
  const { body } = requestOf(message, isThere ? lengthOf(length) : { 'transfer-encoding': 'chunked' })
  return (await (body as BodyReader).read(10_000)) as Uint8Array
}

const lengthOf = (length: number): Readonly<Record<string, string>> => ({
  'content-type': 'text/plain',
  'content-length': String(length),
})

describe('the body of a request of node:http', () => {
  const pool = Buffer.from(new Uint8Array(8192).fill(7).buffer)

  describe.each([
    ['that comes', false],
    ['that is there', true],
  ])('%s', (_, isThere) => {
    it.each([
      ['a buffer of its own', [Buffer.from(new Uint8Array([1, 2, 3]).buffer)], 3],
      ['a slice of a pool', [pool.subarray(0, 3)], 3],
      ['slices of a pool, as long as the pool together', [pool.subarray(0, 5000), pool.subarray(5000)], 8192],
      ['nothing', [], 0],
    ])('reaches nothing beside itself: %s', async (_, chunks, length) => {
      const bytes = await read(chunks, isThere)
      expect([Buffer.from(bytes), bytes.buffer.byteLength]).toEqual([Buffer.concat(chunks), length])
      expect(bytes.buffer).not.toBe(pool.buffer)
    })
  })

  it('is had at once when all of it is there, and has come then', () => {
    const message = new Readable({ read: () => undefined })
    const request = requestOf(message, lengthOf(4))
    message.push('ab')
    expect(request.isUnread).toBe(true)
    message.push('cd')
    expect(request.isUnread).toBe(false)
    expect((request.body as BodyReader).read(4)).toEqual(new Uint8Array(Buffer.from('abcd')))
    expect(request.isUnread).toBe(false)
  })

  it('is too large before it is read', () => {
    const message = new Readable({ read: () => undefined })
    message.push('abcd')
    expect((requestOf(message, lengthOf(4)).body as BodyReader).read(3)).toBe('too-large')
    expect(message.readableLength).toBe(4)
  })

  it.each([
    ['others, who may wait for it', false, 1],
    ['nobody, where nobody else has the request', true, 0],
  ])('ends for %s', async (_, isOwn, times) => {
    const message = new Readable({ read: () => undefined })
    const ended = vi.fn()
    message.on('end', ended)
    message.push('abcd')
    expect((requestOf(message, lengthOf(4), isOwn).body as BodyReader).read(4)).toHaveLength(4)
    message.push(null)
    await new Promise(setImmediate)
    expect(ended).toHaveBeenCalledTimes(times)
  })
})
