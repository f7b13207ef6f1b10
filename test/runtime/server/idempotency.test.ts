import { describe, expect, it, vi } from 'vitest'
import type { ServerContract } from '../../../src/runtime/src/gen1/server/index.js'
import { type IdempotencyStore, type KeyProvider, memoryIdempotency } from '../../../src/runtime/src/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import { type Answer, type App, acme, beta, createApp, orderOf, type TestHandler } from '../support/app.js'
import { contract } from '../support/contract.js'

const key = 'key-0123456789abcdef'
const body = { sku: 'A-1' }

const created: TestHandler = ({ tenant, respond }) =>
  respond.created({ ...orderOf(tenant.id), secret: 'undeclared' }, { location: '/orders/o1' })

interface Place {
  readonly as?: Readonly<Record<string, unknown>>
  readonly key?: string | undefined
  readonly body?: unknown
  readonly target?: string
  readonly headers?: readonly (readonly [string, string])[]
}

function place(app: App, place: Place = {}): Promise<Answer> {
  const { as = acme, target = '/orders', headers = [] } = place
  const sent = 'key' in place ? place.key : key
  return app.call(target, {
    method: 'POST',
    as,
    body: place.body ?? body,
    headers: [...(sent === undefined ? [] : [['Idempotency-Key', sent] as const]), ...headers],
  })
}

/** A handler that waits until it is let go. */
function gate(handler: TestHandler = created): {
  run: TestHandler & { mock: unknown }
  open: () => void
  started: Promise<void>
} {
  let open = (): void => undefined
  let start = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const started = new Promise<void>((resolve) => {
    start = resolve
  })
  const run = vi.fn<TestHandler>(async (request) => {
    start()
    await opened
    return handler(request)
  })
  return { run, open, started }
}

describe('idempotency', () => {
  it('replays the first answer, marked as such', async () => {
    const createOrder = vi.fn(created)
    const app = createApp({ createOrder })
    const first = await place(app)
    const again = await place(app)
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.json).toEqual(first.json)
    expect(again.headers.get('location')).toBe('/orders/o1')
    expect(first.headers.has('idempotency-replayed')).toBe(false)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
    expect(createOrder).toHaveBeenCalledTimes(1)
    expect(app.audit.events.map(({ event }) => event)).toEqual(['idempotency-replayed'])
  })

  it('T82 T96 the same key and body of two tenants: two executions', async () => {
    const createOrder = vi.fn(created)
    const app = createApp({ createOrder })
    const answers = [await place(app), await place(app, { as: beta })]
    expect(answers.map(({ json }) => (json as { tenantId: string }).tenantId)).toEqual(['acme', 'beta'])
    expect(answers[1]?.headers.has('idempotency-replayed')).toBe(false)
    expect(createOrder).toHaveBeenCalledTimes(2)
    // Another body under the same key would be a conflict within one tenant; across tenants it tells nothing.
    expect((await place(app, { as: { sub: 'x', tenant_id: 'gamma' }, body: { sku: 'B-2' } })).status).toBe(201)
  })

  it('T83 the same key of two principals where they are kept apart', async () => {
    const placeOrder = vi.fn(created)
    const app = createApp({ placeOrder })
    await place(app, { target: '/placements' })
    await place(app, { target: '/placements', as: { ...acme, sub: 'zoe' } })
    await place(app, { target: '/placements', as: { ...acme, iss: 'other' } })
    expect(placeOrder).toHaveBeenCalledTimes(3)
  })

  it('T84 the same key on another operation', async () => {
    const createOrder = vi.fn(created)
    const placeOrder = vi.fn(created)
    const app = createApp({ createOrder, placeOrder })
    await place(app)
    expect((await place(app, { target: '/placements' })).headers.has('idempotency-replayed')).toBe(false)
    expect([createOrder.mock.calls.length, placeOrder.mock.calls.length]).toEqual([1, 1])
  })

  it('T85 the same key with another body: 422, also while the first is in progress', async () => {
    const { run, open, started } = gate()
    const app = createApp({ createOrder: run })
    const first = place(app)
    await started
    const during = await place(app, { body: { sku: 'B-2' } })
    open()
    await first
    const after = await place(app, { body: { sku: 'B-2' } })
    expect([during, after].map(({ status, json }) => [status, (json as { code: string }).code])).toEqual([
      [422, 'TK7303'],
      [422, 'TK7303'],
    ])
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('T86 fifty at once: one execution, 49 times 409 with Retry-After', async () => {
    const { run, open, started } = gate()
    const app = createApp({ createOrder: run })
    const calls = Array.from({ length: 50 }, () => place(app))
    await started
    const refused = await Promise.all(calls.slice(1))
    open()
    expect((await calls[0])?.status).toBe(201)
    expect(refused.map(({ status }) => status)).toEqual(Array(49).fill(409))
    expect(new Set(refused.map(({ headers }) => headers.get('retry-after')))).toEqual(new Set(['60']))
    expect(run).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['missing', undefined, 'TK7301'],
    ['empty', '', 'TK7302'],
    ['too short', 'k', 'TK7302'],
    ['too long', 'k'.repeat(256), 'TK7302'],
    ['not ASCII', `${key}é`, 'TK7302'],
    ['with a space', `${key} x`, 'TK7302'],
    ['a list', `${key},${key}`, 'TK7302'],
    ['a quoted list', `"${key}", "${key}"`, 'TK7302'],
    ['with parameters', `"${key}";a=1`, 'TK7302'],
  ])('T87 T94 a key that is %s: 400, not executed, not kept', async (_, sent, code) => {
    const createOrder = vi.fn(created)
    const app = createApp({ createOrder })
    const answer = await place(app, { key: sent })
    expect([answer.status, (answer.json as { code: string }).code]).toEqual([400, code])
    expect(createOrder).not.toHaveBeenCalled()
  })

  it('T87 a key that comes twice: 400', async () => {
    const app = createApp({ createOrder: created })
    expect((await place(app, { headers: [['idempotency-key', key]] })).status).toBe(400)
  })

  it('T87 quoted, as the draft has it, is the same key as bare', async () => {
    const createOrder = vi.fn(created)
    const app = createApp({ createOrder })
    await place(app)
    expect((await place(app, { key: `"${key}"` })).headers.get('idempotency-replayed')).toBe('true')
    expect(createOrder).toHaveBeenCalledTimes(1)
  })

  it('takes the key from the body where the contract says so', async () => {
    const payOrder = vi.fn(() => ({ status: 204, body: undefined }))
    const app = createApp({ payOrder })
    const pay = (reference: unknown): Promise<Answer> =>
      place(app, { target: '/orders/o1/payment', key: undefined, body: reference === undefined ? {} : { reference } })
    expect((await pay(key)).status).toBe(204)
    expect((await pay(key)).headers.get('idempotency-replayed')).toBe('true')
    expect((await pay(undefined)).status).toBe(400)
    expect((await pay('short')).status).toBe(400)
    expect(payOrder).toHaveBeenCalledTimes(1)
  })

  it('goes without a key where it is optional', async () => {
    const placeOrder = vi.fn(created)
    const app = createApp({ placeOrder })
    await place(app, { target: '/placements', key: undefined })
    await place(app, { target: '/placements', key: undefined })
    expect(placeOrder).toHaveBeenCalledTimes(2)
    expect(placeOrder.mock.calls[0]?.[0].idempotency).toMatchObject({ key: undefined, fence: 1 })
  })

  it('T88 T89 a lost owner is taken over when its lease ends, and its late answer does not count', async () => {
    const late = gate(({ respond }) => respond.created(orderOf('acme', 'late'), { location: '/late' }))
    const clock = manualClock()
    const memory = memoryIdempotency({ clock })
    // The owner has died as far as the store can tell: its lease is not renewed.
    const store: IdempotencyStore = { ...memory, extend: async () => false }
    const handlers: TestHandler[] = [late.run, created]
    const createOrder = vi.fn<TestHandler>((request) => handlers.shift()?.(request))
    const app = createApp({ createOrder }, { clock, idempotency: store, limits: { handlerTime: 3_600_000 } })
    const first = place(app)
    await late.started
    clock.advance(60_001)
    const second = await place(app)
    late.open()
    const refused = await first
    const third = await place(app)
    expect([second.status, refused.status, third.status]).toEqual([201, 409, 201])
    expect(third.json).toEqual(second.json)
    expect(createOrder.mock.calls.map(([{ idempotency }]) => idempotency.fence)).toEqual([1, 2])
    expect(app.audit.events.map(({ event, reason }) => [event, reason])).toEqual([
      ['idempotency-refused', 'fenced-off'],
      ['idempotency-replayed', 'completed'],
    ])
  })

  it('a lease is renewed while the handler works', async () => {
    const { run, open, started } = gate()
    const clock = manualClock()
    const app = createApp(
      { createOrder: run },
      { clock, idempotency: memoryIdempotency({ clock }), limits: { handlerTime: 3_600_000 } },
    )
    const first = place(app)
    await started
    for (let minute = 0; minute < 10; minute += 1) {
      clock.advance(20_000)
      await Promise.resolve()
      await Promise.resolve()
      await Promise.resolve()
    }
    expect((await place(app)).status).toBe(409)
    open()
    expect((await first).status).toBe(201)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('T88 what blocks stays blocked after its lease', async () => {
    const placeOrder = vi.fn(() => Promise.reject(new Error('broke down')))
    const clock = manualClock()
    const app = createApp({ placeOrder }, { clock, idempotency: memoryIdempotency({ clock }) })
    expect((await place(app, { target: '/placements' })).status).toBe(500)
    clock.advance(60_001)
    expect((await place(app, { target: '/placements' })).status).toBe(409)
    expect(placeOrder).toHaveBeenCalledTimes(1)
    clock.advance(86_400_000)
    expect((await place(app, { target: '/placements' })).status).toBe(500)
    expect(placeOrder).toHaveBeenCalledTimes(2)
  })

  it('a handler that throws keeps its key until the lease ends, and may then be run again', async () => {
    const handlers: TestHandler[] = [() => Promise.reject(new Error('broke down')), created]
    const clock = manualClock()
    const app = createApp(
      { createOrder: (request) => handlers.shift()?.(request) },
      { clock, idempotency: memoryIdempotency({ clock }) },
    )
    expect((await place(app)).status).toBe(500)
    expect((await place(app)).status).toBe(409)
    clock.advance(60_001)
    expect((await place(app)).status).toBe(201)
  })

  it('T90 a replay after clearance is lowered is masked again', async () => {
    const app = createApp({ createOrder: created })
    const cleared = await place(app, { as: { ...acme, clearance: 'support' } })
    const lowered = await place(app)
    const raised = await place(app, { as: { ...acme, clearance: 'support' } })
    const emailOf = ({ json }: Answer): unknown => (json as { email: string }).email
    expect([cleared, lowered, raised].map(emailOf)).toEqual(['o1@acme.example', '****', 'o1@acme.example'])
    expect(raised.headers.get('idempotency-replayed')).toBe('true')
  })

  it('T91 a replay after authorisation was withdrawn: 403', async () => {
    let state: 'active' | 'suspended' = 'active'
    const app = createApp({ createOrder: created }, { tenants: { stateOf: () => state } })
    expect((await place(app)).status).toBe(201)
    state = 'suspended'
    const refused = await place(app)
    expect(refused.status).toBe(403)
    expect(refused.text).not.toContain('o1')
  })

  it('T92 the store holds hashed keys, encrypted bodies, and no cookies', async () => {
    const reserved: unknown[] = []
    const records: string[] = []
    const memory = memoryIdempotency()
    const store: IdempotencyStore = {
      ...memory,
      reserve: (reservation) => {
        reserved.push(reservation)
        return memory.reserve(reservation)
      },
      complete: (claim, record) => {
        records.push(record)
        return memory.complete(claim, record)
      },
    }
    const withCookie: ServerContract = {
      ...contract,
      operations: contract.operations.map((operation) =>
        operation.id !== 'createOrder'
          ? operation
          : {
              ...operation,
              responses: operation.responses.map((response) => ({
                ...response,
                headers: [
                  ...(response.headers ?? []),
                  { name: 'set-cookie', property: 'cookie', codec: { check: () => true, write: String } },
                ],
              })),
            },
      ),
    }
    const createOrder: TestHandler = ({ respond }) =>
      respond.created(orderOf('acme'), { location: '/orders/o1', cookie: 'session=canary' })
    const app = createApp({ createOrder }, { idempotency: store, contract: withCookie })
    expect((await place(app)).headers.get('set-cookie')).toBe('session=canary')
    expect((await place(app)).headers.get('set-cookie')).toBe(null)
    const dump = JSON.stringify([reserved, records])
    for (const secret of [key, 'o1@acme.example', 'canary', 'A-1', 'location']) expect(dump).not.toContain(secret)
    expect(records).toHaveLength(1)
    expect(records[0]).toMatch(/^tk1\.ephemeral\.[\w-]{16}\.[\w-]+$/)
    expect(reserved[0]).toMatchObject({ key: expect.stringMatching(/^[0-9a-f]{64}$/), tenant: 'acme' })
  })

  it('T80 a record cannot be opened under another key of the store, nor once its key is gone', async () => {
    const records = new Map<string, string>()
    const memory = memoryIdempotency()
    let swap = false
    const store: IdempotencyStore = {
      ...memory,
      complete: (claim, record) => {
        const other = [...records.values()][0]
        records.set(claim.key, record)
        return memory.complete(claim, swap && other ? other : record)
      },
    }
    const app = createApp({ createOrder: created }, { idempotency: store })
    await place(app)
    swap = true
    await place(app, { key: `${key}2` })
    const refused = await place(app, { key: `${key}2` })
    expect(refused.status).toBe(409)
    expect(app.audit.events.at(-1)).toMatchObject({ reason: 'record-forged' })
  })

  it.each(['reserve', 'keys'])('T93 store or keys down (%s): 503 with Retry-After, not executed', async (what) => {
    const createOrder = vi.fn(created)
    const down = (): Promise<never> => Promise.reject(new Error('down'))
    const keys: KeyProvider = { keysOf: down }
    const app = createApp(
      { createOrder },
      what === 'keys' ? { keys } : { idempotency: { ...memoryIdempotency(), reserve: down } },
    )
    const answer = await place(app)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
    expect(createOrder).not.toHaveBeenCalled()
    expect(app.audit.events[0]).toMatchObject({ event: 'dependency-failed' })
  })

  it('a record that cannot be kept does not take the answer away', async () => {
    const store = { ...memoryIdempotency(), complete: () => Promise.reject(new Error('down')) }
    const app = createApp({ createOrder: created }, { idempotency: store })
    expect((await place(app)).status).toBe(201)
    expect(app.audit.events[0]).toMatchObject({ reason: 'idempotency-complete-failed' })
  })

  it('T94 what is refused before the handler, or says nothing lasting, is not kept', async () => {
    const handlers: TestHandler[] = [({ respond }) => respond.tooManyRequests({ title: 'slow' }), created]
    const app = createApp({ createOrder: (request) => handlers.shift()?.(request) })
    expect((await place(app, { body: { sku: 'far too long a sku' } })).status).toBe(422)
    expect((await place(app, { as: { sub: 'x' } })).status).toBe(403)
    expect((await place(app)).status).toBe(429)
    expect((await place(app)).status).toBe(201)
    expect(handlers).toEqual([])
  })

  it('keeps refusals of the handler that last', async () => {
    const createOrder = vi.fn<TestHandler>(({ respond }) => respond.conflict({ title: 'sold out' }))
    const app = createApp({ createOrder })
    await place(app)
    const again = await place(app)
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([409, 'true'])
    expect(createOrder).toHaveBeenCalledTimes(1)
  })

  it('T95 a flood of one tenant: 429 for it, nothing for the others', async () => {
    const clock = manualClock()
    const app = createApp(
      { createOrder: created },
      { clock, idempotency: memoryIdempotency({ clock, capPerTenant: 3 }) },
    )
    const statuses = []
    for (let index = 0; index < 5; index += 1) statuses.push((await place(app, { key: `${key}-${index}` })).status)
    expect(statuses).toEqual([201, 201, 201, 429, 429])
    expect((await place(app, { as: beta })).status).toBe(201)
    clock.advance(86_400_000)
    expect((await place(app, { key: `${key}-9` })).status).toBe(201)
  })

  it('T97 order of keys, spaces and escapes make no other request; a value, parameter or path does', async () => {
    const app = createApp({ createOrder: created })
    const send = (text: string, target = '/orders'): Promise<Answer> =>
      app.call(target, {
        method: 'POST',
        as: acme,
        body: text,
        headers: [
          ['Content-Type', 'application/json'],
          ['Idempotency-Key', key],
        ],
      })
    expect((await send('{"sku":"A-1","quantity":2}')).status).toBe(201)
    for (const same of [
      '{ "quantity" : 2, "sku" : "\\u0041-1" }',
      '{"quantity":2.0,"sku":"A-1"}',
      '\ufeff{"sku":"A-1","quantity":2}',
    ]) {
      expect((await send(same)).headers.get('idempotency-replayed')).toBe('true')
    }
    for (const other of ['{"sku":"A-1","quantity":3}', '{"sku":"A-1"}', '{"sku":"A-1","quantity":2,"extra":null}']) {
      expect((await send(other)).status).toBe(422)
    }
  })

  it('T97 another path parameter is another request', async () => {
    const app = createApp({ payOrder: () => ({ status: 204, body: undefined }) })
    const pay = (id: string): Promise<Answer> =>
      place(app, { target: `/orders/${id}/payment`, key: undefined, body: { reference: key } })
    expect([(await pay('o1')).status, (await pay('o2')).status]).toEqual([204, 422])
  })

  it('T98 a key cannot be written so that it reaches another scope', async () => {
    const createOrder = vi.fn(created)
    const placeOrder = vi.fn(created)
    const app = createApp({ createOrder, placeOrder })
    for (const sent of [`createOrder:2:${key}`, `2:${key}`, `beta:createOrder:2:${key}`]) {
      await place(app, { key: sent })
      await place(app, { key: sent, target: '/placements' })
    }
    expect([createOrder.mock.calls.length, placeOrder.mock.calls.length]).toEqual([3, 3])
  })

  it('an answer too large to keep is given once, and not repeated', async () => {
    const createOrder = vi.fn(created)
    const app = createApp({ createOrder }, { limits: { replayBytes: 20 } })
    expect((await place(app)).status).toBe(201)
    const again = await place(app)
    expect([again.status, (again.json as { code: string }).code]).toEqual([409, 'TK7305'])
    expect(createOrder).toHaveBeenCalledTimes(1)
  })

  it('T50 an answer with a foreign row is neither sent nor kept', async () => {
    const createOrder: TestHandler = ({ respond }) => respond.created(orderOf('beta'), { location: '/x' })
    const complete = vi.fn()
    const app = createApp({ createOrder }, { idempotency: { ...memoryIdempotency(), complete } })
    expect((await place(app)).status).toBe(500)
    expect(complete).not.toHaveBeenCalled()
  })

  it('gives handlers keys for calls further down, bound to this call', async () => {
    const derived: string[] = []
    const createOrder: TestHandler = (request) => {
      derived.push(request.idempotency.derive('charge'), request.idempotency.derive('mail'))
      return created(request)
    }
    const app = createApp({ createOrder })
    await place(app)
    await place(app, { as: beta })
    expect(new Set(derived).size).toBe(4)
    expect(derived[0]).toMatch(/^[0-9a-f]{64}$/)
  })
})
