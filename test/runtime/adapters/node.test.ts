import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import { createServer } from '../../../src/runtime/src/gen1/server/index.js'
import { type GovernedServer, memoryIdempotency } from '../../../src/runtime/src/index.js'
import { type Listening, type ListenOptions, listen, nodeListener } from '../../../src/runtime/src/node/index.js'
import { acme, believing, orderOf, type TestHandler, tokenOf } from '../support/app.js'
import { contract } from '../support/contract.js'
import { describeAdapter } from './conformance.js'
import { fetchable, servers } from './support/serve.js'

describeAdapter('node', fetchable(servers.node))

const serverOf = (handlers: Readonly<Record<string, TestHandler>>): GovernedServer =>
  createServer(contract, {
    handlers: Object.fromEntries(contract.operations.map(({ id }) => [id, handlers[id] ?? (() => undefined)])),
    authenticate: believing,
    idempotency: memoryIdempotency(),
  })

/** Speaks HTTP by hand: what a client library would never send. */
async function talk(
  port: number,
  text: string,
  isEnough: (received: string) => boolean = () => false,
): Promise<string> {
  const socket: Socket = connect(port, '127.0.0.1')
  let received = ''
  await new Promise<void>((resolve, reject) => {
    socket.on('data', (chunk) => {
      received += chunk.toString()
      if (isEnough(received)) resolve()
    })
    socket.once('close', () => resolve())
    socket.once('error', reject)
    socket.write(text)
  })
  socket.destroy()
  return received
}

const withListening = async (
  handlers: Readonly<Record<string, TestHandler>>,
  work: (listening: Listening) => Promise<void>,
  options: ListenOptions = {},
): Promise<void> => {
  const listening = await listen(serverOf(handlers), options)
  try {
    await work(listening)
  } finally {
    await listening.close(500)
  }
}
const authorization = `Authorization: Bearer ${tokenOf(acme)}\r\n`
const get = (target: string, headers = ''): string =>
  `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`

describe('node', () => {
  it('T5 sees repeated headers that node would join or drop', () =>
    withListening({ getOrder: () => ({ status: 200, body: orderOf('acme') }) }, async ({ port }) => {
      const answer = await talk(port, get('/orders/o1', `${authorization}X-Tenant-Id: acme\r\nX-Tenant-Id: acme\r\n`))
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
      const twice = await talk(port, get('/orders/o1', `${authorization}Authorization: Bearer other\r\n`))
      expect(twice).toMatch(/^HTTP\/1\.1 401 /)
      expect(await talk(port, get('/orders/o1', `${authorization}X-Tenant-Id:  acme \r\n`))).toMatch(/^HTTP\/1\.1 200 /)
    }))

  it('T15 sees dot segments that a client would resolve', () =>
    withListening({}, async ({ port }) => {
      for (const target of ['/orders/../status', '/orders/%2e%2e', '/./status']) {
        expect(await talk(port, get(target))).toMatch(/^HTTP\/1\.1 400 /)
      }
    }))

  it('keeps the connection of a call that is answered at once', () =>
    withListening({ getOrder: () => ({ status: 200, body: orderOf('acme') }) }, async ({ port }) => {
      const call = `GET /orders/o1 HTTP/1.1\r\nHost: x\r\n${authorization}\r\n`
      const answer = await talk(port, `${call}${call}`, (received) => received.split('HTTP/1.1 200 ').length === 3)
      expect(answer.match(/^Connection: .*$/gm)).toEqual(['Connection: keep-alive', 'Connection: keep-alive'])
    }))

  it('keeps the connection of a refused call whose body has come', () =>
    withListening({}, async ({ port }) => {
      const call = 'POST /orders HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}'
      const answer = await talk(port, `${call}${call}`, (received) => received.split('HTTP/1.1 401 ').length === 3)
      expect(answer.match(/^Connection: .*$/gm)).toEqual(['Connection: keep-alive', 'Connection: keep-alive'])
    }))

  it('writes headers in Latin 1, whatever the text is written in', async () => {
    const order = orderOf('acme', 'grün €')
    const listener = nodeListener(serverOf({ getOrder: () => ({ status: 200, body: order }) }))
    const http = createHttpServer((message, response) => listener(message, response.setHeader('X-Set-Before', 'grün')))
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    const { port } = http.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/orders/o1`, {
      headers: { authorization: `Bearer ${tokenOf(acme)}` },
    })
    expect([answer.headers.get('x-set-before'), await answer.json()]).toEqual(['grün', { ...order, email: '****' }])
    http.close()
  })

  it('does not read the rest of a refused body as the next request', () =>
    withListening({}, async ({ port }) => {
      const smuggled = `GET /status HTTP/1.1\r\nHost: x\r\n\r\n`
      const head = `POST /orders HTTP/1.1\r\nHost: x\r\nContent-Length: ${smuggled.length}\r\n\r\n`
      const answer = await talk(port, `${head}${smuggled}`, (received) => received.includes('TK7204'))
      expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1)
    }))

  it('breaks off callers that send their headers too slowly', () =>
    withListening(
      {},
      async ({ port }) => {
        const answer = await talk(port, 'GET /status HTTP/1.1\r\nHost: x\r\n')
        expect(answer).toMatch(/^HTTP\/1\.1 408 /)
      },
      { headersTimeout: 50, requestTimeout: 100 },
    ))

  it('refuses headers that are too large', () =>
    withListening(
      {},
      async ({ port }) => {
        expect(await talk(port, get('/status', `X-Large: ${'x'.repeat(5000)}\r\n`))).toMatch(/^HTTP\/1\.1 431 /)
      },
      { maxHeaderSize: 2048 },
    ))

  it('T36 tells the handler that the caller has gone', () => {
    const started = vi.fn()
    const gone = vi.fn()
    const getOrder: TestHandler = ({ signal, respond }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          gone(signal.reason.name)
          resolve(respond.ok(orderOf('acme')))
        })
        started()
      })
    return withListening({ getOrder }, async ({ url }) => {
      const leaving = new AbortController()
      const headers = { authorization: `Bearer ${tokenOf(acme)}` }
      const call = fetch(`${url}/orders/o1`, { headers, signal: leaving.signal })
      await vi.waitUntil(() => started.mock.calls.length > 0)
      leaving.abort()
      await expect(call).rejects.toThrow()
      await vi.waitUntil(() => gone.mock.calls.length > 0)
      expect(gone).toHaveBeenCalledWith('AbortError')
    })
  })

  it('waits for a slow reader instead of filling memory', async () => {
    let made = 0
    async function* rows(): AsyncGenerator {
      for (let row = 0; row < 100_000; row += 1) {
        made += 1
        yield orderOf('acme', 'o'.repeat(1000))
      }
    }
    await withListening({ exportOrders: () => ({ status: 200, body: rows() }) }, async ({ port }) => {
      const socket = connect(port, '127.0.0.1')
      socket.pause()
      socket.write(get('/export', authorization))
      // Until nothing moves any more: all buffers between the two are full.
      let before = -1
      await vi.waitUntil(
        () => {
          const isStill = made > 0 && made === before
          before = made
          return isStill
        },
        { interval: 100, timeout: 10_000 },
      )
      expect(made).toBeLessThan(50_000)
      socket.destroy()
    })
  })

  it('lets running calls end when it closes, and takes no more', async () => {
    let open = (): void => undefined
    const started = vi.fn()
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const listening = await listen(
      serverOf({
        getOrder: async () => {
          started()
          await gate
          return { status: 200, body: orderOf('acme') }
        },
      }),
    )
    const call = fetch(`${listening.url}/orders/o1`, { headers: { authorization: `Bearer ${tokenOf(acme)}` } })
    await vi.waitUntil(() => started.mock.calls.length > 0)
    const closed = listening.close()
    await expect(fetch(`${listening.url}/status`)).rejects.toThrow()
    open()
    expect((await call).status).toBe(200)
    await closed
  })

  it('rejects when the port is taken', async () => {
    const first = await listen(serverOf({}))
    await expect(listen(serverOf({}), { port: first.port })).rejects.toThrow('EADDRINUSE')
    await first.close()
  })
})
