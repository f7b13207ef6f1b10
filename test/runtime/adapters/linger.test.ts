import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import { createServer as createGoverned } from '../../../src/runtime/src/gen1/server/index.js'
import { type GovernedServer, memoryIdempotency } from '../../../src/runtime/src/index.js'
import { type LingerOptions, linger } from '../../../src/runtime/src/node/linger.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import { acme, believing, orderOf, type TestHandler, tokenOf } from '../support/app.js'
import { contract } from '../support/contract.js'
import { servers } from './support/serve.js'

/** A refused upload: its caller sends on, and reads the answer only then. */

const mebibyte = Buffer.alloc(1024 * 1024, 0x20)

function headOf(length: number): string {
  return [
    'POST /orders HTTP/1.1',
    'Host: x',
    `Authorization: Bearer ${tokenOf(acme)}`,
    'Content-Type: application/json',
    'Idempotency-Key: key-0123456789abcdef',
    `Content-Length: ${length}`,
    '',
    '',
  ].join('\r\n')
}

/** What a caller reads that reads nothing before it has sent everything; the error's code where the connection breaks. */
function sendAll(port: number, pieces: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.setEncoding('latin1').pause()
    socket.on('data', (text: string) => {
      received += text
    })
    socket.on('end', () => resolve(received))
    socket.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'error'))
    for (const piece of pieces.slice(0, -1)) socket.write(piece)
    socket.write(pieces.at(-1) ?? '', () => socket.resume())
  })
}

function governed(createOrder: TestHandler): GovernedServer {
  return createGoverned(contract, {
    handlers: Object.fromEntries(contract.operations.map(({ id }) => [id, createOrder])),
    authenticate: believing,
    idempotency: memoryIdempotency(),
  })
}

describe.each(['node', 'express', 'fastify'] as const)('an upload that is refused over %s', (name) => {
  it('can be sent to its end, and its answer read then', async () => {
    const handler = vi.fn<TestHandler>(() => ({ status: 201, body: orderOf('acme') }))
    const { port, close } = await servers[name](governed(handler))
    const body = Array.from({ length: 8 }, () => mebibyte)
    const received = await sendAll(port, [headOf(8 * mebibyte.length), ...body])
    expect(received).toMatch(/^HTTP\/1\.1 413 /)
    expect(received).toMatch(/\r\nconnection: close\r\n/i)
    expect(handler).not.toHaveBeenCalled()
    await close()
  })

  it('is the last request of its connection', async () => {
    const handler = vi.fn<TestHandler>(() => ({ status: 201, body: orderOf('acme') }))
    const { port, close } = await servers[name](governed(handler))
    const next = `${headOf(12)}{"sku":"a1"}`
    const received = await sendAll(port, [headOf(2 * mebibyte.length), mebibyte, mebibyte, next])
    expect(received.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413'])
    expect(handler).not.toHaveBeenCalled()
    await close()
  })
})

describe('a connection that lingers', () => {
  /** A server that answers without reading, and its callers. */
  async function withServer(
    options: LingerOptions,
    work: (caller: Socket, closed: Promise<unknown>, message: IncomingMessage) => Promise<void>,
  ): Promise<void> {
    let arrived = (_message: IncomingMessage): void => undefined
    const arrival = new Promise<IncomingMessage>((resolve) => {
      arrived = resolve
    })
    const server: Server = createServer((message, response) => {
      linger(message, options)
      response.shouldKeepAlive = false
      response.writeHead(413).end()
      arrived(message)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const caller = connect((server.address() as AddressInfo).port, '127.0.0.1')
    caller.on('error', () => undefined)
    caller.write(headOf(64 * mebibyte.length))
    const message = await arrival
    const closed = new Promise((resolve) => message.socket.once('close', resolve))
    await new Promise((resolve) => caller.once('data', resolve))
    await work(caller, closed, message)
    caller.destroy()
    await new Promise((resolve) => server.close(resolve))
  }

  it('is closed when its time is over', async () => {
    const clock = manualClock()
    await withServer({ clock, time: 3000 }, async (_, closed, { socket }) => {
      await vi.waitUntil(() => socket.writableEnded)
      clock.advance(2999)
      expect(socket.destroyed).toBe(false)
      clock.advance(1)
      expect(socket.destroyed).toBe(true)
      await closed
    })
  })

  it('is closed when so many bytes have come', () =>
    withServer({ clock: manualClock(), bytes: mebibyte.length }, async (caller, closed, { socket }) => {
      caller.write(mebibyte)
      caller.write(mebibyte)
      await closed
      expect(socket.bytesRead).toBeLessThan(3 * mebibyte.length)
    }))

  it('leaves no timer behind when its caller goes', async () => {
    const clock = manualClock()
    const cancelled = vi.fn()
    const after = vi.spyOn(clock, 'after').mockReturnValue(cancelled)
    await withServer({ clock }, async (caller, closed) => {
      await vi.waitUntil(() => after.mock.calls.length > 0)
      caller.destroy()
      await closed
      expect(cancelled).toHaveBeenCalledOnce()
    })
  })
})
