/**
 * What a handler does in the transaction of `postgresIdempotency` and the record of its answer are there together, or not at
 * all: in each way in which an execution can end.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type PostgresIdempotency,
  type PostgresQuery,
  type PostgresResult,
  type PostgresTransaction,
  postgresIdempotency,
  postgresIdempotencySchema,
} from '../../../src/runtime/src/postgres/index.js'
import { type TestDatabase, testDatabase } from '../../support/postgres.js'
import { serverAddress } from '../../support/servers.js'
import { type Answer, type App, acme, createApp, orderOf, type TestHandler, type TestRequest } from '../support/app.js'

const url = await serverAddress('postgres')
const key = 'key-0123456789abcdef'

describe.skipIf(url === undefined)('the transaction of a call', () => {
  let database: TestDatabase
  let store: PostgresIdempotency
  beforeAll(async () => {
    database = await testDatabase(url ?? '', 60)
    await database.pool.query(`${postgresIdempotencySchema()}
      CREATE TABLE effects (fence int, tenant text); CREATE TABLE outbox (message text);`)
    store = postgresIdempotency(database.pool)
  })
  beforeEach(async () => {
    for (const table of ['effects', 'outbox', 'tenantkit_idempotency'])
      await database.pool.query(`DELETE FROM ${table}`)
  })
  afterAll(() => database.close())

  const place = (app: App, target = '/orders', sent = [['Idempotency-Key', key] as const]): Promise<Answer> =>
    app.call(target, { method: 'POST', as: acme, body: { sku: 'A-1' }, headers: sent })
  const effect = async ({ idempotency }: TestRequest): Promise<PostgresTransaction> => {
    const sql = await store.transaction(idempotency)
    await sql.query("INSERT INTO effects VALUES ($1, current_setting('app.tenant_id'))", [idempotency.fence])
    await sql.query("INSERT INTO outbox VALUES ('placed')")
    return sql
  }
  const placed: TestHandler = async (request) => {
    await effect(request)
    return request.respond.created(orderOf('acme'), { location: '/orders/o1' })
  }
  const appOf = (createOrder: TestHandler): App =>
    createApp({ createOrder, placeOrder: createOrder }, { idempotency: store })
  const found = async (): Promise<unknown> => {
    const { rows } = await database.pool.query(`SELECT (SELECT count(*)::int FROM effects) AS effects,
      (SELECT count(*)::int FROM outbox) AS outbox, (SELECT count(record)::int FROM tenantkit_idempotency) AS records,
      (SELECT count(*)::int FROM tenantkit_idempotency WHERE record IS NULL) AS open`)
    return rows[0]
  }
  /** As if the time of the lease were over. */
  const endLeases = () => database.pool.query("UPDATE tenantkit_idempotency SET lease_until = now() - interval '1 ms'")

  it('T88 commits effect, outbox and record together, bound to the tenant', async () => {
    const app = appOf(placed)
    expect((await place(app)).status).toBe(201)
    expect((await place(app)).headers.get('idempotency-replayed')).toBe('true')
    expect(await found()).toEqual({ effects: 1, outbox: 1, records: 1, open: 0 })
    expect((await database.pool.query('SELECT tenant FROM effects')).rows).toEqual([{ tenant: 'acme' }])
  })

  it('T86 fifty at once: one effect', async () => {
    const app = appOf(placed)
    const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await place(app)).status))
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(1)
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
    expect(await found()).toEqual({ effects: 1, outbox: 1, records: 1, open: 0 })
  })

  it.each([
    ['throws', () => Promise.reject(new Error('broke down'))],
    ['answers 429', ({ respond }) => respond.tooManyRequests({ title: 'slow' })],
    ['answers 503', () => ({ status: 503, body: { title: 'down' } })],
    ['answers what is not declared', () => ({ status: 299 })],
    ['T50 answers with a row of another tenant', ({ respond }) => respond.created(orderOf('beta'), { location: '/x' })],
  ] as [string, TestHandler][])('rolls back when the handler %s, and the key is free', async (_, end) => {
    const handlers: TestHandler[] = [(request) => effect(request).then(() => end(request)), placed]
    const app = appOf((request) => handlers.shift()?.(request))
    expect((await place(app)).status).not.toBe(201)
    expect(await found()).toEqual({ effects: 0, outbox: 0, records: 0, open: 0 })
    expect((await place(app)).status).toBe(201)
    expect(await found()).toEqual({ effects: 1, outbox: 1, records: 1, open: 0 })
  })

  it('commits what goes with a refusal that is kept', async () => {
    const app = appOf(async (request) => {
      await effect(request)
      return request.respond.conflict({ title: 'sold out' })
    })
    expect((await place(app)).status).toBe(409)
    expect((await place(app)).headers.get('idempotency-replayed')).toBe('true')
    expect(await found()).toEqual({ effects: 1, outbox: 1, records: 1, open: 0 })
  })

  it('T89 a late owner is rolled back, whatever it has done', async () => {
    let open = (): void => undefined
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    const late = vi.fn<TestHandler>(async (request) => {
      await effect(request)
      await opened
      return request.respond.created(orderOf('acme', 'late'), { location: '/late' })
    })
    const handlers = [late, placed]
    const app = appOf((request) => handlers.shift()?.(request))
    const first = place(app)
    await vi.waitFor(() => expect(late).toHaveBeenCalled())
    await endLeases()
    const second = await place(app)
    open()
    expect([(await first).status, second.status]).toEqual([409, 201])
    expect((await database.pool.query('SELECT fence FROM effects')).rows).toEqual([{ fence: 2 }])
    expect((await place(app)).json).toEqual(second.json)
  })

  it('T88 when nobody knows whether the commit came through, the next attempt finds out', async () => {
    // Closes the connection as soon as the commit was sent, before its answer can be read.
    const connect = async () => {
      const client = await database.pool.connect()
      return {
        on: client.on.bind(client),
        off: client.off.bind(client),
        release: () => client.release(true),
        query: async (text: string | PostgresQuery, values?: unknown[]): Promise<PostgresResult> => {
          const result = await client.query(text as string, values)
          if (text === 'COMMIT' && isEffect) throw new Error('connection lost')
          isEffect ||= typeof text === 'string' && text.startsWith('INSERT INTO effects')
          return result
        },
      }
    }
    let isEffect = false
    store = postgresIdempotency({ connect })
    const app = appOf(placed)
    const lost = await place(app)
    expect([lost.status, (lost.json as { code: string }).code]).toEqual([503, 'TK7307'])
    isEffect = false
    expect((await place(app)).headers.get('idempotency-replayed')).toBe('true')
    expect(await found()).toEqual({ effects: 1, outbox: 1, records: 1, open: 0 })
    store = postgresIdempotency(database.pool)
  })

  it('commits without a record where the caller sent no key, and rolls back alike', async () => {
    const handlers: TestHandler[] = [placed, (request) => effect(request).then(() => Promise.reject(new Error('no')))]
    const app = appOf((request) => handlers.shift()?.(request))
    expect((await place(app, '/placements', [])).status).toBe(201)
    expect((await place(app, '/placements', [])).status).toBe(500)
    expect(await found()).toEqual({ effects: 1, outbox: 1, records: 0, open: 0 })
  })

  it('opens nothing for a handler that does not ask', async () => {
    const app = appOf(({ respond }) => respond.created(orderOf('acme'), { location: '/orders/o1' }))
    await place(app)
    expect(await found()).toEqual({ effects: 0, outbox: 0, records: 1, open: 0 })
  })

  it('T37 names no transaction by anything but what a handler got, and none after it', async () => {
    let leaked: TestRequest['idempotency'] | undefined
    const app = appOf((request) => {
      leaked = request.idempotency
      return placed(request)
    })
    await place(app)
    await expect(store.transaction(leaked ?? { fence: 1 })).rejects.toThrow('TK7308')
    await expect(store.transaction({ fence: 1 })).rejects.toThrow('TK7308')
    expect(database.pool.totalCount).toBe(database.pool.idleCount)
  })
})
