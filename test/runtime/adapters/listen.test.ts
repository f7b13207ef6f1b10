import { connect } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import { createServer } from '../../../src/runtime/src/gen1/server/index.js'
import { type GovernedServer, memoryIdempotency } from '../../../src/runtime/src/index.js'
import { type Listening, type ListenOptions, listen } from '../../../src/runtime/src/node/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import { acme, believing, orderOf, type TestHandler, tokenOf } from '../support/app.js'
import { contract } from '../support/contract.js'

/** The life of a listening server: health, draining, the end, and callers that do not read. */

const headers = { authorization: `Bearer ${tokenOf(acme)}` }
const serverOf = (handlers: Readonly<Record<string, TestHandler>> = {}, basePath = ''): GovernedServer =>
  createServer(contract, {
    handlers: Object.fromEntries(
      contract.operations.map(({ id }) => [id, handlers[id] ?? (() => ({ status: 200, body: { state: 'up' } }))]),
    ),
    authenticate: believing,
    idempotency: memoryIdempotency(),
    basePath,
  })
const statusOf = async (url: string): Promise<number> => {
  const response = await fetch(url)
  await response.text()
  return response.status
}
/** A handler that waits until it is let go. */
function gate(): { readonly run: TestHandler; readonly open: () => void; readonly started: Promise<void> } {
  let open = (): void => undefined
  let start = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const started = new Promise<void>((resolve) => {
    start = resolve
  })
  const run: TestHandler = async () => {
    start()
    await opened
    return { status: 200, body: orderOf('acme') }
  }
  return { run, open: () => open(), started }
}
const withListening = async (
  server: GovernedServer,
  options: ListenOptions,
  work: (listening: Listening) => Promise<void>,
): Promise<void> => {
  const listening = await listen(server, options)
  try {
    await work(listening)
  } finally {
    await listening.close(0)
  }
}

describe('health', () => {
  it('is nowhere unless it is asked for', () =>
    withListening(serverOf(), {}, async ({ url, healthUrl }) => {
      expect(healthUrl).toBeUndefined()
      expect([await statusOf(`${url}/livez`), await statusOf(`${url}/readyz`)]).toEqual([404, 404])
    }))

  it('beside the contract, without credentials and audit', () =>
    withListening(serverOf(), { health: {} }, async ({ url, healthUrl }) => {
      expect(healthUrl).toBe(url)
      expect([await statusOf(`${url}/livez`), await statusOf(`${url}/readyz?full`)]).toEqual([200, 200])
      expect(await statusOf(`${url}/status`)).toBe(200)
    }))

  it('on a port of its own, where the contract is not', () =>
    withListening(serverOf(), { health: { port: 0 } }, async ({ url, healthUrl }) => {
      expect(healthUrl).not.toBe(url)
      expect([await statusOf(`${healthUrl}/livez`), await statusOf(`${url}/livez`)]).toEqual([200, 404])
      expect(await statusOf(`${healthUrl}/status`)).toBe(404)
    }))

  it('is ready while the check holds', async () => {
    const checks = [() => true, () => false, () => Promise.reject(new Error('canary'))]
    const check = (): boolean | Promise<boolean> => (checks.shift() as () => boolean | Promise<boolean>)()
    await withListening(serverOf(), { health: { ready: '/ok', check } }, async ({ url }) => {
      expect([await statusOf(`${url}/ok`), await statusOf(`${url}/ok`), await statusOf(`${url}/ok`)]).toEqual([
        200, 503, 503,
      ])
    })
  })

  it('cannot take a path of the contract', async () => {
    await expect(listen(serverOf(), { health: { live: '/status' } })).rejects.toThrow('serves the path `/status`')
    await expect(listen(serverOf({}, '/v1'), { health: { ready: '/v1/status' } })).rejects.toThrow('TK7002')
  })

  it('gives its port back when the other one cannot be had', () =>
    withListening(serverOf(), {}, async ({ port }) => {
      await expect(listen(serverOf(), { health: { port } })).rejects.toThrow('EADDRINUSE')
    }))
})

describe('the end', () => {
  it('is announced: not ready, but still taking requests while it drains, then none', async () => {
    const clock = manualClock()
    const listening = await listen(serverOf(), { health: { port: 0 }, drain: 5000, clock })
    const { url, healthUrl } = listening
    const closed = listening.close()
    expect(listening.close()).toBe(closed)
    expect([await statusOf(`${healthUrl}/readyz`), await statusOf(`${healthUrl}/livez`)]).toEqual([503, 200])
    const answer = await fetch(`${url}/status`)
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close'])
    await answer.text()
    clock.advance(5000)
    await closed
    await expect(fetch(`${url}/status`)).rejects.toThrow()
    await expect(fetch(`${healthUrl}/livez`)).rejects.toThrow()
  })

  it('waits for what runs, closes what is idle, and breaks off what does not end in time', async () => {
    const clock = manualClock()
    const { run, started } = gate()
    const listening = await listen(serverOf({ getOrder: run }), { clock })
    // Two idle connections: one that has said nothing yet, one that is kept.
    const idle = connect(listening.port, '127.0.0.1')
    const ended = new Promise<void>((resolve) => idle.once('close', () => resolve()))
    idle.on('error', () => undefined)
    await statusOf(`${listening.url}/status`)
    const call = fetch(`${listening.url}/orders/o1`, { headers })
    call.catch(() => undefined)
    await started
    let isClosed = false
    const closed = listening.close(3000).then(() => {
      isClosed = true
    })
    await ended
    expect(isClosed).toBe(false)
    clock.advance(3000)
    await closed
    await expect(call).rejects.toThrow()
  })

  it('lets what runs end before the time is over', async () => {
    const { run, open, started } = gate()
    const listening = await listen(serverOf({ getOrder: run }), { clock: manualClock() })
    const call = fetch(`${listening.url}/orders/o1`, { headers })
    await started
    const closed = listening.close(1)
    open()
    expect((await call).status).toBe(200)
    await closed
  })
})

describe('callers that do not read', () => {
  it('are broken off, and the handler is told', async () => {
    const ended = vi.fn()
    async function* rows(): AsyncGenerator {
      try {
        for (;;) yield orderOf('acme', 'o'.repeat(1000))
      } finally {
        ended()
      }
    }
    const server = serverOf({ exportOrders: () => ({ status: 200, body: rows() }) })
    await withListening(server, { stallTimeout: 50 }, async ({ port }) => {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.pause()
      socket.write(`GET /export HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers.authorization}\r\n\r\n`)
      await vi.waitUntil(() => ended.mock.calls.length > 0, { timeout: 10_000 })
      socket.destroy()
    })
  })

  it('are not those that wait for a handler', async () => {
    const { run, open, started } = gate()
    await withListening(serverOf({ getOrder: run }), { stallTimeout: 300 }, async ({ url }) => {
      const call = fetch(`${url}/orders/o1`, { headers })
      await started
      // As long as the server takes to break another caller off; long enough for the call to be sent on a busy machine.
      const idle = connect(Number(new URL(url).port), '127.0.0.1')
      await new Promise((resolve) => idle.once('close', resolve))
      open()
      expect((await call).status).toBe(200)
    })
  })
})
