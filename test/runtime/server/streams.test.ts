import { describe, expect, it, vi } from 'vitest'
import type { ServerContract } from '../../../src/runtime/src/gen1/server/index.js'
import { killSwitch, type ResponseLike, type ServerOptions, type TenantState } from '../../../src/runtime/src/index.js'
import { type App, acme, beta, createApp, orderOf, type TestHandler, textOf, tokenOf } from '../support/app.js'
import { contract as orders } from '../support/contract.js'

/** A streamed answer is under way until its last piece is taken: what it holds is given back then, and not before. */

const bulkhead: ServerContract = {
  ...orders,
  operations: orders.operations.map((operation) => ({ ...operation, resilience: { bulkhead: 1 } })),
}

/** Rows that come as they are let; `end` is called when the stream has ended, however. */
function rows(): {
  readonly handler: TestHandler
  readonly end: ReturnType<typeof vi.fn<() => void>>
  readonly give: (what: 'row' | 'end' | 'error') => void
  /** Until so many rows were asked for. */
  readonly until: (count: number) => Promise<unknown>
} {
  const given: ('row' | 'end' | 'error')[] = []
  const end = vi.fn<() => void>()
  let wake = (): void => undefined
  let asked = 1
  async function* stream(signal: AbortSignal): AsyncGenerator {
    signal.addEventListener('abort', () => wake())
    try {
      for (;;) {
        const next = given.shift()
        if (next === 'row') {
          yield orderOf('acme')
          asked += 1
        } else if (next === 'error') throw new Error('broken')
        else if (next === 'end' || signal.aborted) return
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      end()
    }
  }
  return {
    handler: ({ signal }) => ({ status: 200, body: stream(signal) }),
    end,
    until: (count) => vi.waitUntil(() => asked >= count),
    give(what) {
      given.push(what)
      wake()
    },
  }
}

const headersOf = (claims: Readonly<Record<string, unknown>>): string[] => [
  'Authorization',
  `Bearer ${tokenOf(claims)}`,
]
const open = (app: App, signal?: AbortSignal): Promise<ResponseLike> =>
  app.raw({ target: '/export', rawHeaders: headersOf(acme), ...(signal && { signal }) })
const piecesOf = ({ body }: ResponseLike): AsyncIterator<Uint8Array | string> =>
  (body as AsyncIterable<Uint8Array | string>)[Symbol.asyncIterator]()
const statusOf = async (app: App, claims = acme): Promise<number> =>
  (await app.call('/orders/o1', { as: claims })).status
const getOrder: TestHandler = ({ respond, tenant }) => respond.ok(orderOf(tenant.id))
const limited = (handler: TestHandler): App =>
  createApp({ exportOrders: handler, getOrder }, { contract: bulkhead, resilience: { queue: 0 } })
/** Until the place is free: over a socket the server learns a little later what the caller has done. */
const untilFree = (app: App): Promise<unknown> => vi.waitUntil(async () => (await statusOf(app)) === 200)

describe('T118 the place of a streamed answer', () => {
  it('is kept while it goes out, and given back when all of it was taken', async () => {
    const { handler, give } = rows()
    const app = limited(handler)
    give('row')
    const answer = await open(app)
    expect([await statusOf(app), await statusOf(app, beta)]).toEqual([429, 200])
    give('end')
    expect(await textOf(answer.body)).toContain('"tenantId":"acme"')
    await untilFree(app)
  })

  it('is given back when the stream breaks off', async () => {
    const { handler, give } = rows()
    const app = limited(handler)
    const answer = await open(app)
    expect(await statusOf(app)).toBe(429)
    give('error')
    await expect(textOf(answer.body)).rejects.toThrow()
    await untilFree(app)
  })

  it('T36 is given back when the caller goes', async () => {
    const { handler, give, end } = rows()
    const app = limited(handler)
    give('row')
    const leaving = new AbortController()
    const pieces = piecesOf(await open(app, leaving.signal))
    await pieces.next()
    expect(await statusOf(app)).toBe(429)
    leaving.abort()
    pieces.return?.().catch(() => undefined)
    await untilFree(app)
    expect(end).toHaveBeenCalledTimes(1)
  })

  it('is none where there is nothing to send: HEAD', async () => {
    const { handler } = rows()
    const app = limited(handler)
    const { status } = await app.raw({ method: 'HEAD', target: '/export', rawHeaders: headersOf(acme) })
    expect([status, await statusOf(app)]).toEqual([200, 200])
  })

  it('counts among the requests that the server takes at the same time', async () => {
    const { handler, give } = rows()
    const app = createApp({ exportOrders: handler, getOrder }, { limits: { requests: 1 } })
    const answer = await open(app)
    const shed = await app.call('/orders/o1', { as: beta })
    expect([shed.status, shed.json]).toMatchObject([503, { code: 'TK7222' }])
    give('end')
    await textOf(answer.body)
    await untilFree(app)
  })
})

describe('T21 a stream of a tenant', () => {
  const untilNext = async (app: App, give: (what: 'row') => void, pieces: AsyncIterator<unknown>): Promise<void> => {
    for (let count = 0; count < 20; count += 1) {
      app.clock.advance(500)
      give('row')
      if ((await pieces.next()).done) return
    }
  }
  it.each<
    [string, () => { readonly options: Partial<ServerOptions>; readonly stop: () => void; readonly reason: string }]
  >([
    [
      'that is suspended',
      () => {
        let state: TenantState = 'active'
        const stop = (): void => void (state = 'suspended')
        return { options: { tenants: { stateOf: () => state } }, stop, reason: 'tenant-suspended' }
      },
    ],
    [
      'that is stopped',
      () => {
        const board = killSwitch()
        return {
          options: { killSwitch: board },
          stop: () => board.stop({ tenant: 'acme', reason: 'leak' }),
          reason: 'stopped',
        }
      },
    ],
    [
      'whose operation is stopped',
      () => {
        const board = killSwitch()
        const stop = (): void => board.stop({ operation: 'exportOrders', reason: 'leak' })
        return { options: { killSwitch: board }, stop, reason: 'stopped' }
      },
    ],
  ])('%s ends within a second, however long it has run', async (_, make) => {
    const { options, stop, reason } = make()
    const { handler, give, end } = rows()
    const app = createApp({ exportOrders: handler, getOrder }, { ...options, limits: { stallTime: 1e9 } })
    give('row')
    const pieces = piecesOf(await open(app))
    await pieces.next()
    for (let count = 0; count < 5; count += 1) {
      app.clock.advance(600_000)
      give('row')
      expect((await pieces.next()).done).toBe(false)
    }
    stop()
    app.clock.advance(1000)
    await expect(untilNext(app, give, pieces)).rejects.toThrow()
    await vi.waitUntil(() => end.mock.calls.length === 1)
    expect(app.audit.events).toMatchObject([{ event: 'access-refused', reason }])
  })
})

describe('a caller that does not read', () => {
  it('T118 is broken off, its place is given back, its handler is ended and the audit is told', async () => {
    const end = vi.fn()
    async function* endless(): AsyncGenerator {
      try {
        for (;;) yield orderOf('acme', 'o'.repeat(50_000))
      } finally {
        end()
      }
    }
    const app = createApp(
      { exportOrders: () => ({ status: 200, body: endless() }), getOrder },
      { contract: bulkhead, resilience: { queue: 0 }, limits: { stallTime: 5000 } },
    )
    const pieces = piecesOf(await open(app))
    await pieces.next()
    // All that lies between the two is full first; nobody can say when.
    await vi.waitUntil(
      () => {
        app.clock.advance(5000)
        return end.mock.calls.length > 0
      },
      { timeout: 20_000, interval: 20 },
    )
    await untilFree(app)
    expect(app.audit.events).toMatchObject([
      { event: 'answer-broken-off', reason: 'not-read-for-5000-ms', tenant: 'acme', operation: 'exportOrders' },
    ])
    const readOn = async (): Promise<void> => {
      while (!(await pieces.next()).done);
    }
    await expect(readOn()).rejects.toThrow()
  })

  it('is not one that waits for a silent handler', async () => {
    const { handler, give, until } = rows()
    const app = createApp({ exportOrders: handler }, { limits: { stallTime: 5000 } })
    give('row')
    const pieces = piecesOf(await open(app))
    await pieces.next()
    const second = pieces.next()
    await until(2)
    app.clock.advance(3_600_000)
    give('row')
    expect(Buffer.from((await second).value ?? '').toString()).toContain('acme')
    await pieces.return?.()
    expect(app.audit.events).toEqual([])
  })
})
