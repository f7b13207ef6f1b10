import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  currentContext,
  isTenantId,
  runInContext,
  scopeKey,
  TenantContextMissing,
  tenantOf,
} from '../../../src/runtime/src/index.js'
import { acme, createApp, orderOf, type TestHandler, textOf, tokenOf } from '../support/app.js'
import { transportName } from '../support/transport.js'

const context = (tenant: string | undefined) => ({
  operation: 'getOrder',
  tenant: tenant === undefined ? undefined : { id: tenant },
  principal: undefined,
  traceId: '0'.repeat(32),
  idempotencyKey: undefined,
})

describe('context', () => {
  it('T37 T38 there is none outside of a call: never a default', () => {
    expect(() => currentContext()).toThrow(TenantContextMissing)
    expect(() => tenantOf()).toThrow(TenantContextMissing)
    expect(() => tenantOf(context(undefined))).toThrow('getOrder is not bound to a tenant')
  })

  it('T39 a nested run restores what was there', () => {
    const seen: string[] = []
    runInContext(context('acme'), () => {
      runInContext(context('beta'), () => seen.push(tenantOf().id))
      seen.push(tenantOf().id)
    })
    expect(seen).toEqual(['beta', 'acme'])
  })

  it('T39 nothing in the runtime enters a context without leaving it', () => {
    const root = join(import.meta.dirname, '../../../src/runtime/src')
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    expect(files.length).toBeGreaterThan(50)
    expect(files.filter((file) => readFileSync(join(root, file), 'utf8').includes('enterWith'))).toEqual([])
  })

  it('T35 hundreds of interleaved calls of fifty tenants: each sees its own, at every step', async () => {
    let turn = 1
    const pause = async (): Promise<void> => {
      turn = (turn * 1_103_515_245 + 12_345) % 2_147_483_648
      for (let ticks = turn % 7; ticks > 0; ticks -= 1)
        await (ticks % 2 ? Promise.resolve() : new Promise(setImmediate))
    }
    const createOrder: TestHandler = async ({ tenant, principal, body, respond }) => {
      for (let step = 0; step < 3; step += 1) {
        await pause()
        expect([currentContext().tenant?.id, currentContext().principal?.id]).toEqual([tenant.id, principal.id])
        expect(body.sku).toBe(tenant.id)
      }
      return respond.created(orderOf(tenantOf().id, principal.id), { location: `/${tenant.id}` })
    }
    const app = createApp({ createOrder })
    const calls = Array.from({ length: transportName() === 'core' ? 1000 : 200 }, async (_, index) => {
      const tenant = `tenant-${index % 50}`
      const answer = await app.call('/orders', {
        method: 'POST',
        as: { sub: `user-${index}`, tenant_id: tenant, clearance: 'support' },
        body: { sku: tenant },
        headers: [['Idempotency-Key', `key-of-call-number-${index}`]],
      })
      expect(answer.json).toEqual({ id: `user-${index}`, tenantId: tenant, email: `user-${index}@${tenant}.example` })
    })
    await Promise.all(calls)
    // Each call reveals an address to its caller, and says so under its own tenant.
    const told = app.audit.events.map(({ event, tenant, principal }) => [event, tenant, principal])
    const own = calls.map((_, index) => ['data-revealed', `tenant-${index % 50}`, `user-${index}`])
    expect(told.map(String).sort()).toEqual(own.map(String).sort())
  })

  it('T36 a call that throws, rejects or times out leaves nothing behind', async () => {
    const outcomes: TestHandler[] = [
      () => {
        throw new Error('thrown')
      },
      () => Promise.reject(new Error('rejected')),
      () => new Promise(() => undefined),
    ]
    const app = createApp({ getOrder: (request) => outcomes.shift()?.(request) })
    while (outcomes.length > 0) {
      const left = outcomes.length - 1
      const answer = app.call('/orders/o1', { as: acme })
      await vi.waitUntil(() => outcomes.length === left)
      app.clock.advance(30_000)
      expect((await answer).status).toBeGreaterThanOrEqual(500)
      expect(() => currentContext()).toThrow(TenantContextMissing)
    }
  })

  it('T37 streams run in the context of their call, whoever reads them', async () => {
    async function* rows(): AsyncGenerator {
      for (let row = 0; row < 3; row += 1) {
        await new Promise(setImmediate)
        yield orderOf(tenantOf().id, `o${row}`)
      }
    }
    const app = createApp({ exportOrders: () => ({ status: 200, body: rows() }) })
    const open = (claims: object): Promise<{ body?: unknown }> =>
      app.raw({ target: '/export', rawHeaders: ['Authorization', `Bearer ${tokenOf({ ...claims })}`] })
    const streams = await Promise.all([open(acme), open({ sub: 'bob', tenant_id: 'beta' })])
    const [first, second] = await Promise.all(streams.map(({ body }) => textOf(body as AsyncIterable<string>)))
    expect(first?.match(/"tenantId":"\w+"/g)).toEqual(Array(3).fill('"tenantId":"acme"'))
    expect(second?.match(/"tenantId":"\w+"/g)).toEqual(Array(3).fill('"tenantId":"beta"'))
  })

  it('T41 what is remembered or shared between calls is kept by tenant', async () => {
    const made: string[] = []
    const flights = new Map<string, Promise<string>>()
    const single = (id: string): Promise<string> => {
      const { tenant } = currentContext()
      const key = scopeKey('orders', { tenant: tenant?.id }, id)
      const flight = flights.get(key) ?? new Promise<void>(setImmediate).then(() => `${tenantOf().id}/${id}`)
      if (!flights.has(key)) made.push(key)
      flights.set(key, flight)
      return flight
    }
    const getOrder: TestHandler = async ({ tenant, path, respond }) =>
      respond.ok(orderOf(tenant.id, await single(path.orderId)))
    const app = createApp({ getOrder })
    const tenants = ['acme', 'beta', 'acme', 'beta', 'acme']
    const answers = await Promise.all(
      tenants.map((tenant_id) => app.call('/orders/o1', { as: { sub: 'ann', tenant_id } })),
    )
    expect(answers.map(({ json }) => (json as { id: string }).id)).toEqual(tenants.map((tenant) => `${tenant}/o1`))
    expect(made).toHaveLength(2)
    // @ts-expect-error: there is no key without a scope.
    expect(() => scopeKey('orders')).toThrow()
  })

  it('T43 a message to another thread brings no context with it', async () => {
    const runtime = new URL('../../../src/runtime/dist/index.js', import.meta.url).href
    const worker = new Worker(
      `const { parentPort } = require('node:worker_threads')
      parentPort.on('message', async (message) => {
        const { currentContext, tenantOf } = await import(${JSON.stringify(runtime)})
        const outcome = (ask) => { try { return ask() } catch (error) { return error.code } }
        parentPort.postMessage([outcome(currentContext), outcome(tenantOf), message])
      })`,
      { eval: true },
    )
    try {
      const answer = new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
      runInContext(context('acme'), () => worker.postMessage({ tenant: 'acme' }))
      expect(await answer).toEqual(['TK7001', 'TK7001', { tenant: 'acme' }])
    } finally {
      await worker.terminate()
    }
  })

  it('T43 a message within the process is heard without the context of its sender', async () => {
    const { port1, port2 } = new MessageChannel()
    const answer = new Promise((resolve) => {
      port2.on('message', () => {
        try {
          resolve(currentContext())
        } catch (error) {
          resolve((error as Error).name)
        }
      })
    })
    runInContext(context('acme'), () => port1.postMessage('acme'))
    expect(await answer).toBe('TenantContextMissing')
    port1.close()
  })

  it('T42 is frozen, all the way down', async () => {
    const attempts: unknown[] = []
    const getOrder: TestHandler = ({ tenant, principal, respond }) => {
      const changes = [
        () => Object.assign(tenant, { id: 'beta' }),
        () => Object.assign(principal, { clearance: 'support' }),
        () => Object.assign(principal.claims, { tenant_id: 'beta' }),
        () => (principal.claims['roles'] as string[]).push('admin'),
        () => Object.assign(currentContext(), { tenant: { id: 'beta' } }),
      ]
      for (const change of changes) {
        try {
          attempts.push(change())
        } catch (error) {
          attempts.push((error as Error).name)
        }
      }
      return respond.ok(orderOf(tenant.id))
    }
    const answer = await createApp({ getOrder }).call('/orders/o1', { as: { ...acme, roles: ['user'] } })
    expect(attempts).toEqual(Array(5).fill('TypeError'))
    expect(answer.json).toMatchObject({ tenantId: 'acme', email: '****' })
  })
})

describe('keys of stores', () => {
  it('T61 no choice of parts imitates another', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 4 }), fc.array(fc.string(), { maxLength: 4 }), (left, right) => {
        const same = JSON.stringify(left) === JSON.stringify(right)
        expect(scopeKey('p', { tenant: 'acme' }, ...left) === scopeKey('p', { tenant: 'acme' }, ...right)).toBe(same)
      }),
    )
    expect(scopeKey('p', { tenant: 'acme' }, 'a:b', 'c')).not.toBe(scopeKey('p', { tenant: 'acme' }, 'a', 'b:c'))
  })

  it('T61 no tenant, an empty one and a principal of the same name are three scopes', () => {
    const keys = [
      scopeKey('p', { tenant: undefined }, 'x'),
      scopeKey('p', { tenant: '' }, 'x'),
      scopeKey('p', { tenant: 'x' }),
      scopeKey('p', { tenant: 'acme', principal: 'x' }),
      scopeKey('p', { tenant: 'acme' }, 'x'),
      scopeKey('p', { tenant: 'acme', principal: undefined }, 'absent', 'x'),
      scopeKey('q', { tenant: 'acme' }, 'x'),
    ]
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('tenant ids', () => {
  it.each(['a', '0a', 'acme', 'acme-2_x', 'a'.repeat(63)])('takes %s', (id) => expect(isTenantId(id)).toBe(true))
  it.each([
    '',
    '-a',
    '_a',
    'A',
    'a b',
    'a.b',
    'ä',
    'a'.repeat(64),
    'a\n',
    'null',
    'undefined',
    'constructor',
    '0',
    1,
    null,
    ['a'],
  ])('refuses %j', (id) => expect(isTenantId(id)).toBe(false))
})
