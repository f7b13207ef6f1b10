import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresIdempotency, postgresIdempotencySchema } from '../../../src/runtime/src/postgres/index.js'
import { manualClock, seededRandom } from '../../../src/runtime/src/testing/index.js'
import { type TestDatabase, testDatabase } from '../../support/postgres.js'
import { serverAddress } from '../../support/servers.js'
import { describeIdempotencyStore, type StoreUnderTest } from './store-contract.js'
import { describeStoreModel } from './store-model.js'

const url = await serverAddress('postgres')

describe.skipIf(url === undefined)('postgres', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase(url ?? '')
    for (const table of ['first', 'second']) await database.pool.query(postgresIdempotencySchema(table))
    await database.pool.query(postgresIdempotencySchema())
  })
  afterAll(() => database.close())

  const opened = async (): Promise<StoreUnderTest> => {
    for (const table of ['first', 'first_usage', 'second', 'second_usage'])
      await database.pool.query(`DELETE FROM ${table}`)
    const clock = manualClock()
    return {
      store: postgresIdempotency(database.pool, { clock, table: 'first' }),
      withLimits: (limits) => postgresIdempotency(database.pool, { clock, table: 'second', ...limits }),
      advance: (milliseconds) => clock.advance(milliseconds),
    }
  }
  const openedStore = async () => {
    await opened()
    const clock = manualClock()
    const store = postgresIdempotency(database.pool, { clock, table: 'first' })
    return { store, advance: (milliseconds: number) => clock.advance(milliseconds) }
  }
  describeIdempotencyStore('PostgreSQL', opened)
  describeStoreModel('PostgreSQL', opened, 25)

  const reservation = (key: string, tenant = 'acme') =>
    ({ key, tenant, fingerprint: 'f', owner: 'o', lease: 60_000, ttl: 100_000, onLeaseExpired: 'block' }) as const

  it('goes by the time of the database', async () => {
    const store = postgresIdempotency(database.pool)
    expect(await store.reserve(reservation('a'))).toEqual({ kind: 'reserved', fence: 1 })
    const again = await store.reserve(reservation('a'))
    expect(again).toMatchObject({ kind: 'in-progress' })
    expect((again as { retryAfter: number }).retryAfter).toBeGreaterThan(50_000)
    await database.pool.query("UPDATE tenantkit_idempotency SET expires_at = now() - interval '1 s'")
    expect(await store.reserve(reservation('a'))).toEqual({ kind: 'reserved', fence: 1 })
  })

  it('counts what tenants have, through all that can become of a key', async () => {
    const { store, advance } = await opened()
    const claim = (key: string) => ({ key, tenant: 'acme', owner: 'o', fence: 1 })
    for (const key of ['a', 'b', 'c', 'd']) await store.reserve(reservation(key))
    await store.complete(claim('a'), 'four')
    await store.complete(claim('b'), 'four')
    await store.release(claim('c'))
    const used = async () => {
      const { rows } = await database.pool.query(
        'SELECT sum(keys)::int AS keys, sum(bytes)::int AS bytes, (SELECT count(*)::int FROM first) AS rows FROM first_usage',
      )
      return rows[0]
    }
    expect(await used()).toEqual({ keys: 3, bytes: 8, rows: 3 })
    await advance(100_000)
    await store.reserve(reservation('a'))
    expect(await used()).toEqual({ keys: 3, bytes: 4, rows: 3 })
    await store.purge('acme')
    expect(await used()).toEqual({ keys: null, bytes: null, rows: 0 })
  })

  it('T95 counts right in a storm of calls that expire under each other', async () => {
    await opened()
    const store = postgresIdempotency(database.pool, { table: 'first', capPerTenant: 12 })
    const random = seededRandom('storm')
    const pick = (below: number): number => (random.bytes(1)[0] ?? 0) % below
    const worker = async (owner: string): Promise<void> => {
      for (let turn = 0; turn < 40; turn += 1) {
        const [key, tenant] = [pick(16).toString(16), pick(2) === 0 ? 'acme' : 'beta']
        const kept = {
          ...reservation(key, tenant),
          owner,
          lease: 1,
          ttl: 1 + pick(30),
          onLeaseExpired: 'takeover',
        } as const
        const outcome = await store.reserve(kept)
        const claim = { key, tenant, owner, fence: outcome.kind === 'reserved' ? outcome.fence : 0 }
        const verb = pick(3)
        if (verb === 0) await store.complete(claim, 'x'.repeat(pick(9)))
        if (verb === 1) await store.release(claim)
        if (verb === 2) await store.extend(claim, 5)
        if (pick(6) === 0) await store.purgeExpired(3)
        if (pick(40) === 0) await store.purge(tenant)
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, index) => worker(`worker-${index}`)))
    const { rows } = await database.pool.query(`
      SELECT tenant, slot, count(*) AS keys, coalesce(sum(octet_length(record)), 0) AS bytes FROM first GROUP BY tenant, slot
      EXCEPT SELECT tenant, slot, keys, bytes FROM first_usage`)
    expect(rows).toEqual([])
    const { rows: sums } = await database.pool.query(`
      SELECT (SELECT count(*) FROM first) = (SELECT coalesce(sum(keys), 0) FROM first_usage) AS is_equal`)
    expect(sums).toEqual([{ is_equal: true }])
  })

  it('purges what has expired, so much at a time', async () => {
    const { store, advance } = await openedStore()
    for (let index = 0; index < 5; index += 1)
      await store.reserve(reservation(`k${index}`, index < 3 ? 'acme' : 'beta'))
    advance(1)
    await store.reserve(reservation('alive'))
    advance(99_999)
    expect([await store.purgeExpired(3), await store.purgeExpired(3), await store.purgeExpired(3)]).toEqual([3, 2, 0])
    const { rows } = await database.pool.query('SELECT tenant, keys::int FROM first_usage')
    expect(rows).toEqual([{ tenant: 'acme', keys: 1 }])
  })
})

it.each(['Keys', 'a b', 'a"', '', 'a.b.c', 'x'.repeat(41)])('refuses the table %j', (table) => {
  expect(() => postgresIdempotencySchema(table)).toThrow('TK7002')
})
