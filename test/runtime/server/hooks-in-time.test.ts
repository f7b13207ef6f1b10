import { describe, expect, it, vi } from 'vitest'
import type { ServerContract } from '../../../src/runtime/src/gen1/server/index.js'
import { grantList, jwt, type ServerOptions } from '../../../src/runtime/src/index.js'
import { type ManualClock, manualClock } from '../../../src/runtime/src/testing/index.js'
import { acme, believing, type Call, createApp } from '../support/app.js'
import { contract } from '../support/contract.js'

/** What a service is asked before a handler runs may hang: its caller must not, and nothing is served meanwhile. */

const never = (): Promise<never> => new Promise(() => undefined)
const grant = (clock: ManualClock) => ({
  id: 'g1',
  from: 'acme',
  to: 'beta',
  operations: ['handOver'],
  pathway: 'supply',
  expiresAt: clock.now() + 1e9,
})
const order: readonly [string, Call] = ['/orders/o1', { as: acme }]
const handOver: readonly [string, Call] = ['/handovers', { method: 'POST', as: acme, body: { supplier: 'beta' } }]
const choice: readonly [string, Call] = ['/tenant?tenant=beta', { as: { sub: 'op' } }]
/** Everything that is answered with keys needs them before its handler runs. */
const keyed: ServerContract = {
  ...contract,
  operations: contract.operations.map((each) => ({
    ...each,
    responses: each.responses.map((response) => ({
      ...response,
      content: response.content.map(({ codec, ...media }) => ({
        ...media,
        ...(codec && { codec: { ...codec, keyed: true as const } }),
      })),
    })),
  })),
}

interface Hook {
  readonly name: string
  readonly call: readonly [string, Call]
  readonly reason: string
  /** Calls `asked` when the hook is, and never settles. */
  options(asked: () => Promise<never>, clock: ManualClock): Partial<ServerOptions> & { contract?: ServerContract }
}

const hooks: readonly Hook[] = [
  {
    name: 'T19 who verifies credentials',
    call: order,
    reason: 'authenticator-failed',
    options: (asked) => ({ authenticate: { authenticate: asked } }),
  },
  {
    name: 'T20 whom an issuer may speak for',
    call: order,
    reason: 'tenant-check-failed',
    options: (asked) => ({ trustedIssuers: asked }),
  },
  {
    name: 'T20 whom an issuer may speak for, as the authenticator knows it',
    call: order,
    reason: 'tenant-check-failed',
    options: (asked) => ({
      authenticate: {
        authenticate: async (credential) => ({ ...(await believing.authenticate(credential)), trust: asked }),
      },
    }),
  },
  {
    name: 'T21 the state of the tenant',
    call: order,
    reason: 'tenant-check-failed',
    options: (asked) => ({ tenants: { stateOf: asked } }),
  },
  {
    name: 'T21 what is stopped',
    call: order,
    reason: 'stops-not-known',
    options: (asked) => ({ killSwitch: { stopOf: asked } }),
  },
  {
    name: 'T24 who is an operator',
    call: choice,
    reason: 'operator-check-failed',
    options: (asked) => ({ operators: asked }),
  },
  {
    name: 'where the caller is from',
    call: order,
    reason: 'audience-not-known',
    options: (asked) => ({ audienceOf: asked, contract: { ...contract, audience: 'external-partner' } }),
  },
  {
    name: 'T28 what is granted',
    call: handOver,
    reason: 'grant-check-failed',
    options: (asked) => ({ grants: { find: asked } }),
  },
  {
    name: 'T28 the state of the other tenant',
    call: handOver,
    reason: 'grant-check-failed',
    options: (asked, clock) => ({
      grants: grantList([grant(clock)]),
      tenants: { stateOf: (tenant) => (tenant === 'beta' ? asked() : 'active') },
    }),
  },
  {
    name: 'T28 what is stopped for the other tenant',
    call: handOver,
    reason: 'grant-check-failed',
    options: (asked, clock) => ({
      grants: grantList([grant(clock)]),
      killSwitch: { stopOf: ({ tenant }) => (tenant === 'beta' ? asked() : undefined) },
    }),
  },
  {
    name: 'T77 the keys of the tenant',
    call: order,
    reason: 'keys-not-available',
    options: (asked) => ({ keys: { keysOf: asked }, contract: keyed }),
  },
]

/** A clock that knows what is still to come. */
function countingClock(): ManualClock & { readonly open: () => number } {
  const clock = manualClock()
  let open = 0
  return {
    ...clock,
    open: () => open,
    after(milliseconds, callback) {
      open += 1
      let isOpen = true
      const close = (): void => {
        if (isOpen) open -= 1
        isOpen = false
      }
      const stop = clock.after(milliseconds, () => {
        close()
        callback()
      })
      return () => {
        close()
        stop()
      }
    },
  }
}

describe.each(hooks)('$name', ({ call: [target, call], reason, options }) => {
  const handler = vi.fn(() => ({ status: 204, body: undefined }))
  const handlers = { getOrder: handler, handOver: handler, findTenant: handler }

  it.each([
    ['in five seconds', {}, 5000],
    ['in its limit', { limits: { hookTime: 700, storeTime: 700 } }, 700],
  ])('is told %s, or nothing is served: 503', async (_, limits, time) => {
    const clock = countingClock()
    const asked = vi.fn(never)
    const app = createApp(handlers, { clock, ...options(asked, clock), ...limits })
    const answering = app.call(target, call)
    await vi.waitUntil(() => asked.mock.calls.length > 0)
    const settled = vi.fn()
    answering.finally(settled).catch(() => undefined)
    clock.advance(time - 1)
    await new Promise(setImmediate)
    expect(settled).not.toHaveBeenCalled()
    clock.advance(1)
    const answer = await answering
    expect([answer.status, answer.json, answer.headers.get('retry-after')]).toMatchObject([
      503,
      { code: 'TK7217' },
      '1',
    ])
    expect(handler).not.toHaveBeenCalled()
    expect(app.audit.events).toMatchObject([{ event: 'dependency-failed', reason, status: 503 }])
    expect(app.errors).toMatchObject([{ name: 'TimeoutError' }])
    expect(clock.open()).toBe(0)
  })
})

it('T19 a revocation that nobody tells in time: 503', async () => {
  const { SignJWT } = await import('jose')
  const secret = new Uint8Array(32).fill(7)
  const clock = countingClock()
  const revoked = vi.fn(never)
  const authenticate = jwt({ secret, issuer: 'us', audience: 'them', clock, revoked })
  const token = await new SignJWT({ tenant_id: 'acme' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('us')
    .setAudience('them')
    .setSubject('ann')
    .setExpirationTime(clock.now() / 1000 + 60)
    .sign(secret)
  const getOrder = vi.fn()
  const app = createApp({ getOrder }, { clock, authenticate })
  const answering = app.call('/orders/o1', { headers: [['Authorization', `Bearer ${token}`]] })
  await vi.waitUntil(() => revoked.mock.calls.length > 0)
  clock.advance(5000)
  expect([(await answering).status, getOrder.mock.calls.length, clock.open()]).toEqual([503, 0, 0])
  expect(app.audit.events).toMatchObject([{ event: 'dependency-failed', reason: 'authenticator-failed' }])
})
