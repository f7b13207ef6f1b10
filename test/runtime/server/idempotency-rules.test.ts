import { describe, expect, it, vi } from 'vitest'
import { type IdempotencyRules, type IdempotencyStore, memoryIdempotency } from '../../../src/runtime/src/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import { type Answer, type App, acme, createApp, orderOf, type TestHandler } from '../support/app.js'

const key = 'key-0123456789abcdef'
const created: TestHandler = ({ respond }) => respond.created(orderOf('acme'), { location: '/orders/o1' })
const fails: TestHandler = () => Promise.reject(new Error('broke down'))

function place(app: App, body: unknown = { sku: 'A-1' }, target = '/orders'): Promise<Answer> {
  return app.call(target, { method: 'POST', as: acme, body, headers: [['Idempotency-Key', key]] })
}

/** Runs the handlers one after the other. */
const inTurn = (...handlers: TestHandler[]): TestHandler => vi.fn<TestHandler>((request) => handlers.shift()?.(request))

/** Lets everything that is due happen. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

describe('a repeated call waits', () => {
  async function race(wait: number): Promise<{ first: Promise<Answer>; second: Promise<Answer>; open: () => void }> {
    let open = (): void => undefined
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    const clock = manualClock()
    const createOrder = vi.fn<TestHandler>((request) => opened.then(() => created(request)))
    const memory = memoryIdempotency({ clock })
    const reserve = vi.fn(memory.reserve)
    const app = createApp({ createOrder }, { clock, idempotency: { ...memory, reserve }, idempotencyRules: { wait } })
    const first = place(app)
    await vi.waitFor(() => expect(createOrder).toHaveBeenCalled())
    const second = place(app)
    // Time goes on when the second has come, however long it is on its way.
    await vi.waitFor(() => expect(reserve).toHaveBeenCalledTimes(2))
    await settled()
    const advance = async (): Promise<void> => {
      for (let step = 0; step < 100; step += 1) {
        clock.advance(50)
        await settled()
      }
    }
    return {
      first,
      second: advance().then(() => second),
      open: () => open(),
    }
  }

  it('T86 and gets the answer of the first when that comes in time', async () => {
    const { second, open } = await race(4000)
    open()
    expect((await second).headers.get('idempotency-replayed')).toBe('true')
  })

  it('T86 and is told to come back when it does not', async () => {
    const { first, second, open } = await race(1000)
    const answer = await second
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([409, '59'])
    open()
    await first
  })
})

describe('failures', () => {
  it.each([
    ['throws', fails],
    ['answers 503', ({ respond }) => ({ ...(respond.conflict({ title: 'down' }) as object), status: 503 })],
  ] as [string, TestHandler][])(
    'a handler that %s after saying that nothing was done frees its key',
    async (_, fail) => {
      const app = createApp({
        createOrder: inTurn((request) => {
          request.idempotency.nothingDone()
          return fail(request)
        }, created),
      })
      expect((await place(app)).status).toBeGreaterThanOrEqual(500)
      expect((await place(app)).status).toBe(201)
    },
  )

  it('a handler that does not say so keeps it until the lease ends', async () => {
    const app = createApp({ createOrder: inTurn(fails, created) })
    expect((await place(app)).status).toBe(500)
    expect((await place(app)).status).toBe(409)
  })

  it('keeps answers of 500 and above where that is chosen, and never what was thrown', async () => {
    const unavailable: TestHandler = () => ({ status: 503, body: { title: 'down' } })
    const createOrder = inTurn(unavailable, created)
    const app = createApp({ createOrder }, { idempotencyRules: { keepServerErrors: true } })
    await place(app)
    const again = await place(app)
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([503, 'true'])
    const thrown = createApp({ createOrder: fails }, { idempotencyRules: { keepServerErrors: true } })
    await place(thrown)
    expect((await place(thrown)).status).toBe(409)
  })
})

describe('takeover with a look at what was done', () => {
  async function takenOver(recover: TestHandler): Promise<{ answer: Answer; createOrder: TestHandler }> {
    const clock = manualClock()
    const createOrder = inTurn(fails, created)
    const idempotencyRules: IdempotencyRules = { operations: { createOrder: { recover } } }
    const app = createApp({ createOrder }, { clock, idempotency: memoryIdempotency({ clock }), idempotencyRules })
    await place(app)
    clock.advance(60_001)
    return { answer: await place(app), createOrder }
  }

  it('T88 answers with what the first attempt has done', async () => {
    const { answer, createOrder } = await takenOver(({ idempotency, respond, tenant }) => {
      expect(idempotency.fence).toBe(2)
      return respond.created(orderOf(tenant.id, 'found'), { location: '/orders/found' })
    })
    expect(answer.json).toMatchObject({ id: 'found' })
    expect(createOrder).toHaveBeenCalledTimes(1)
  })

  it('T88 executes when nothing is found', async () => {
    const { answer, createOrder } = await takenOver(() => undefined)
    expect(answer.status).toBe(201)
    expect(createOrder).toHaveBeenCalledTimes(2)
  })
})

describe('T93 the store is down', () => {
  const down = { ...memoryIdempotency(), reserve: () => Promise.reject(new Error('down')) }

  it.each([
    ['refuse', 503, 0],
    ['execute', 201, 1],
    [undefined, 503, 0],
  ] as const)('where the key is optional, and the choice is %s', async (optionalOutage, status, executions) => {
    const placeOrder = vi.fn(created)
    const app = createApp({ placeOrder }, { idempotency: down, idempotencyRules: { optionalOutage } })
    expect((await place(app, { sku: 'A-1' }, '/placements')).status).toBe(status)
    expect(placeOrder).toHaveBeenCalledTimes(executions)
  })

  it('and the choice is nothing where the key is required', async () => {
    const app = createApp({}, { idempotency: down, idempotencyRules: { optionalOutage: 'execute' } })
    expect((await place(app)).status).toBe(503)
  })

  it('or hangs: it has failed after its time, and what it grants too late is given back', async () => {
    const clock = manualClock()
    const memory = memoryIdempotency({ clock })
    let answer = (): void => undefined
    const opened = new Promise<void>((resolve) => {
      answer = resolve
    })
    const release = vi.fn(memory.release)
    const reserve = vi.fn<IdempotencyStore['reserve']>(async (reservation) => {
      await opened
      return memory.reserve(reservation)
    })
    const createOrder = vi.fn(created)
    const app = createApp(
      { createOrder },
      { clock, idempotency: { ...memory, reserve, release }, limits: { storeTime: 100 } },
    )
    const call = place(app)
    await vi.waitFor(() => expect(reserve).toHaveBeenCalled())
    clock.advance(100)
    expect((await call).status).toBe(503)
    expect(createOrder).not.toHaveBeenCalled()
    answer()
    await vi.waitFor(() => expect(release).toHaveBeenCalled())
    expect((await place(app)).status).toBe(201)
  })
})

it('tells until when an answer is kept, the same on each replay', async () => {
  const clock = manualClock()
  const idempotency = memoryIdempotency({ clock })
  const app = createApp({ createOrder: created }, { clock, idempotency, idempotencyRules: { tellExpiry: true } })
  const first = await place(app)
  clock.advance(3_600_000)
  const again = await place(app)
  expect(first.headers.get('idempotency-expires')).toBe('Fri, 02 Jan 2026 00:00:00 GMT')
  expect(again.headers.get('idempotency-expires')).toBe('Fri, 02 Jan 2026 00:00:00 GMT')
  expect((await place(createApp({ createOrder: created }))).headers.has('idempotency-expires')).toBe(false)
})

describe('T97 places that tell of the attempt', () => {
  const rules: IdempotencyRules = { operations: { createOrder: { exclude: ['/body/quantity', '/body/none/at/all'] } } }

  it('may differ, and others may not', async () => {
    const app = createApp({ createOrder: created }, { idempotencyRules: rules })
    await place(app, { sku: 'A-1', quantity: 1 })
    expect((await place(app, { sku: 'A-1', quantity: 2 })).headers.get('idempotency-replayed')).toBe('true')
    expect((await place(app, { sku: 'A-1' })).headers.get('idempotency-replayed')).toBe('true')
    expect((await place(app, { sku: 'A-2', quantity: 1 })).status).toBe(422)
  })

  it.each(['/headers/x', '/body', 'quantity', '/path/orderId', '/query'])('refuses the place %s', (place) => {
    expect(() => createApp({}, { idempotencyRules: { exclude: [place] } })).toThrow('TK7002')
  })
})

it.each<IdempotencyRules>([
  { wait: -1 },
  { wait: Number.NaN },
  { operations: { listOrders: {} } },
  { operations: { constructor: {} } },
])('refuses the rules %j', (idempotencyRules) => {
  expect(() => createApp({}, { idempotencyRules })).toThrow('TK7002')
})
