import { describe, expect, it, vi } from 'vitest'
import type { ServerContract } from '../../../src/runtime/src/gen1/server/index.js'
import {
  type Authenticated,
  type Authenticator,
  grantList,
  killSwitch,
  type ResponseLike,
  type ServerOptions,
  serverRefusal,
  type TenantState,
} from '../../../src/runtime/src/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import {
  type App,
  acme,
  believing,
  beta,
  createApp,
  orderOf,
  type TestHandler,
  textOf,
  tokenOf,
} from '../support/app.js'
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

/** What would not be let in any more is not served on: told by the clock and by hooks, without a piece that comes along. */
describe('a stream that outlives', () => {
  type Ending = { readonly options: Partial<ServerOptions> & { contract?: ServerContract }; readonly stop?: () => void }
  const authenticating = (more: Partial<Authenticated>): Authenticator => ({
    async authenticate(credential) {
      const proof = await believing.authenticate(credential)
      return proof.outcome === 'authenticated' ? { ...proof, ...more } : proof
    },
  })
  const crossing: ServerContract = {
    ...orders,
    operations: orders.operations.map((each) =>
      each.id === 'exportOrders' || each.id === 'watchOrders'
        ? { ...each, scope: 'cross-tenant' as const, pathways: [{ id: 'supply', purpose: 'fulfilment' }] }
        : each,
    ),
  }
  const granted = () =>
    grantList([
      {
        id: 'g1',
        from: 'acme',
        to: 'beta',
        operations: ['exportOrders', 'watchOrders'],
        pathway: 'supply',
        expiresAt: Number.MAX_SAFE_INTEGER,
      },
    ])
  const start = manualClock().now()
  const endings: readonly [string, () => Ending, string, object][] = [
    [
      'T23 its token',
      () => ({ options: { authenticate: authenticating({ expiresAt: start + 1000 }) } }),
      'TK7205',
      { event: 'authentication-refused', reason: 'credentials-ended' },
    ],
    [
      'T91 the revocation of its token',
      () => {
        let isRevoked = false
        const stop = (): void => void (isRevoked = true)
        return { options: { authenticate: authenticating({ stillHolds: () => !isRevoked }) }, stop }
      },
      'TK7205',
      { event: 'authentication-refused', reason: 'credentials-revoked' },
    ],
    [
      'T91 who could tell of revocations',
      () => {
        const stillHolds = (): Promise<boolean> => Promise.reject(new Error('down'))
        return { options: { authenticate: authenticating({ stillHolds }) } }
      },
      'TK7217',
      { event: 'dependency-failed', reason: 'revocation-not-known' },
    ],
    [
      'T21 what its tenant may do',
      () => {
        let state: TenantState = 'active'
        const stop = (): void => void (state = 'quarantined')
        return { options: { tenants: { stateOf: () => state } }, stop }
      },
      'TK7207',
      { event: 'access-refused', reason: 'tenant-quarantined' },
    ],
    [
      'T28 its grant',
      () => {
        const grants = granted()
        return { options: { contract: crossing, grants }, stop: () => void grants.revoke('g1') }
      },
      'TK7207',
      { event: 'access-refused', reason: 'grant-missing' },
    ],
    [
      'T21 what the other tenant of its grant may do',
      () => {
        let state: TenantState = 'active'
        const stateOf = (tenant: string): TenantState => (tenant === 'beta' ? state : 'active')
        const stop = (): void => void (state = 'quarantined')
        return { options: { contract: crossing, grants: granted(), tenants: { stateOf } }, stop }
      },
      'TK7207',
      { event: 'access-refused', reason: 'other-tenant-quarantined' },
    ],
  ]
  const event = { event: 'order', data: orderOf('acme') }
  async function* silent(items: readonly unknown[], ended: () => void): AsyncGenerator {
    try {
      yield* items
      await new Promise(() => undefined)
    } finally {
      ended()
    }
  }
  const opened = async (target: string, items: readonly unknown[], { options }: Ending) => {
    const handler: TestHandler = () => ({ status: 200, body: silent(items, vi.fn()) })
    const app = createApp({ exportOrders: handler, watchOrders: handler }, { ...options, limits: { stallTime: 1e9 } })
    const pieces = piecesOf(await app.raw({ target, rawHeaders: headersOf(acme) }))
    await pieces.next()
    const crossed = app.audit.events.length
    return { app, pieces, told: () => app.audit.events.slice(crossed) }
  }
  const rest = async (pieces: AsyncIterator<Uint8Array | string>): Promise<string> => {
    let text = ''
    for (let next = await pieces.next(); !next.done; next = await pieces.next())
      text += Buffer.from(next.value).toString()
    return text
  }

  it.each(endings)('%s ends within a second, although it is silent', async (_, make, _code, note) => {
    const ending = make()
    const { app, pieces, told } = await opened('/export', [orderOf('acme')], ending)
    const ended = rest(pieces)
    app.clock.advance(999)
    await new Promise(setImmediate)
    expect(told()).toEqual([])
    ending.stop?.()
    app.clock.advance(1)
    await expect(ended).rejects.toThrow()
    expect(told()).toMatchObject([note])
  })

  it.each(endings)('%s says so where it can, in an event, and ends', async (_, make, code, note) => {
    const ending = make()
    const { app, pieces, told } = await opened('/order-events', [event], ending)
    const ended = rest(pieces)
    ending.stop?.()
    app.clock.advance(1000)
    const text = await ended
    expect(text).toMatch(/^event: error\ndata: \{.*\}\n\n$/)
    expect(serverRefusal(JSON.parse(text.slice('event: error\ndata: '.length)))).toMatchObject({ code, issues: [] })
    expect(told()).toMatchObject([note])
  })

  it('T21 a hook that does not answer is no leave to go on', async () => {
    let isHung = false
    const stateOf = (): TenantState | Promise<TenantState> => (isHung ? new Promise(() => undefined) : 'active')
    const { app, pieces, told } = await opened('/export', [orderOf('acme')], { options: { tenants: { stateOf } } })
    const ended = rest(pieces)
    isHung = true
    app.clock.advance(1000)
    await new Promise(setImmediate)
    app.clock.advance(5000)
    await expect(ended).rejects.toThrow()
    expect(told()).toMatchObject([{ event: 'dependency-failed', reason: 'tenant-check-failed' }])
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
