import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toFetch } from '../../../src/runtime/src/fetch/index.js'
import { createServer } from '../../../src/runtime/src/gen1/server/index.js'
import { type GovernedServer, memoryIdempotency } from '../../../src/runtime/src/index.js'
import { type ManualClock, manualClock } from '../../../src/runtime/src/testing/index.js'
import { acme, believing, type TestHandler, tokenOf } from '../support/app.js'
import { contract } from '../support/contract.js'
import { type Served, servers } from './support/serve.js'

/** Bodies that come too slowly, or never end: the deadline is the core's, so that no adapter is without it. */

interface Slow {
  readonly server: GovernedServer
  readonly clock: ManualClock
  readonly handler: ReturnType<typeof vi.fn<TestHandler>>
  /** Resolves when the core waits for the body. */
  readonly waiting: () => Promise<void>
}

function slow(): Slow {
  const clock = manualClock()
  const after = vi.spyOn(clock, 'after')
  const handler = vi.fn<TestHandler>(async ({ body }) => ({ status: 200, body: await body.bytes() }))
  const server = createServer(contract, {
    handlers: Object.fromEntries(contract.operations.map(({ id }) => [id, handler])),
    authenticate: believing,
    idempotency: memoryIdempotency({ clock }),
    clock,
    limits: { bodyTime: 5000 },
  })
  const waiting = async (): Promise<void> => {
    await vi.waitUntil(() => after.mock.calls.some(([milliseconds]) => milliseconds === 5000))
  }
  return { server, clock, handler, waiting }
}

const text = (method: string, target: string, contentType: string, length = 100): string =>
  [
    `${method} ${target} HTTP/1.1`,
    'Host: x',
    `Authorization: Bearer ${tokenOf(acme)}`,
    `Content-Type: ${contentType}`,
    'Idempotency-Key: key-0123456789abcdef',
    `Content-Length: ${length}`,
    '',
    '{"sku":',
  ].join('\r\n')

describe.each(Object.entries(servers))('a body over %s', (name, serve) => {
  let served: Served
  let slowly: Slow
  beforeEach(async () => {
    if (name === 'hono') vi.spyOn(console, 'error').mockReturnValue()
    slowly = slow()
    served = await serve(slowly.server)
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await served.close()
  })

  it.each([
    ['POST', '/orders', 'application/json', false],
    ['PUT', '/files/a', 'image/png', true],
  ])('that stops coming: 408, and the connection is closed (%s %s)', async (method, target, contentType, isStream) => {
    const socket = connect(served.port, '127.0.0.1')
    let answer = ''
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    socket.on('error', () => undefined)
    socket.write(text(method, target, contentType))
    await slowly.waiting()
    // Of a stream each piece has its time: the first has come, the second does not.
    if (isStream) await new Promise(setImmediate)
    slowly.clock.advance(5000)
    await closed
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer).toContain('TK7221')
    expect(slowly.handler).toHaveBeenCalledTimes(isStream ? 1 : 0)
  })
})

describe('a body over fetch', () => {
  it('that stops coming: 408, and it is not read on', async () => {
    const { server, clock, waiting } = slow()
    const cancelled = vi.fn()
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"sku":')),
      cancel: cancelled,
    })
    const headers = {
      authorization: `Bearer ${tokenOf(acme)}`,
      'content-type': 'application/json',
      'idempotency-key': 'key-0123456789abcdef',
    }
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers, duplex: 'half' }
    const answer = toFetch(server)(new Request('http://orders.test/orders', init))
    await waiting()
    clock.advance(5000)
    expect((await answer).status).toBe(408)
    expect(cancelled).toHaveBeenCalledTimes(1)
  })
})
