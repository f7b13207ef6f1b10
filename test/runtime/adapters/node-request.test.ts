import { type IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { NodeRequest } from '../../../src/runtime/src/node/node-request.js'
import type { BodyReader } from '../../../src/runtime/src/server/index.js'

async function read(chunks: readonly Buffer[]): Promise<Uint8Array> {
  const message = Object.assign(Readable.from(chunks, { objectMode: false }), {
    method: 'POST',
    rawHeaders: ['Transfer-Encoding', 'chunked'],
  })
  const request = message as unknown as IncomingMessage
  const { body } = new NodeRequest(request, new ServerResponse(request), '/')
  return (await (body as BodyReader).read(10_000)) as Uint8Array
}

describe('the body of a request of node:http', () => {
  const pool = Buffer.from(new Uint8Array(8192).fill(7).buffer)

  it.each([
    ['a buffer of its own', [Buffer.from(new Uint8Array([1, 2, 3]).buffer)], 3],
    ['a slice of a pool', [pool.subarray(0, 3)], 3],
    ['slices of a pool, as long as the pool together', [pool.subarray(0, 5000), pool.subarray(5000)], 8192],
    ['nothing', [], 0],
  ])('reaches nothing beside itself: %s', async (_, chunks, length) => {
    const bytes = await read(chunks)
    expect([Buffer.from(bytes), bytes.buffer.byteLength]).toEqual([Buffer.concat(chunks), length])
    expect(bytes.buffer).not.toBe(pool.buffer)
  })
})
