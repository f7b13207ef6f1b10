import { createHash } from 'node:crypto'
import type { KeyProvider } from '../../../src/runtime/src/index.js'
import { systemClock, systemRandom } from '../../../src/runtime/src/index.js'
import { type PostgresPool, postgresIdempotency } from '../../../src/runtime/src/postgres/index.js'
import { type NodeRedisClient, redisIdempotency } from '../../../src/runtime/src/redis/index.js'
import { type Answer, acme, createApp, orderOf, type TestHandler } from '../support/app.js'

/** The same in all processes: what one has kept another can read. */
const keys: KeyProvider = {
  keysOf: () => ({ current: secret, find: (id) => (id === secret.id ? secret : undefined) }),
}
const secret = { id: 'shared', secret: createHash('sha256').update('of a test').digest() }

interface Counters {
  incr(key: string): Promise<unknown>
  hSetNX(key: string, field: string, value: string): Promise<unknown>
}

/** One call whose effect is two rows, in the transaction of the store. */
export function placeInPostgres(pool: PostgresPool, key: string, after?: () => Promise<unknown>): Promise<Answer> {
  const store = postgresIdempotency(pool)
  return place(store, key, async ({ idempotency, respond }) => {
    const sql = await store.transaction(idempotency)
    await sql.query('INSERT INTO effects (key, fence) VALUES ($1, $2)', [key, idempotency.fence])
    await sql.query('INSERT INTO outbox (key) VALUES ($1)', [key])
    await after?.()
    return respond.created(orderOf('acme', key), { location: `/orders/${key}` })
  })
}

/** One call whose effect is elsewhere: counted here, and done by a service that obeys the key derived for it. */
export function placeInRedis(
  client: NodeRedisClient & Counters,
  prefix: string,
  key: string,
  after?: () => Promise<unknown>,
): Promise<Answer> {
  return place(redisIdempotency(client, { prefix }), key, async ({ idempotency, respond }) => {
    await client.incr(`${prefix}:effects:${key}`)
    await client.hSetNX(`${prefix}:charges`, idempotency.derive('charge'), key)
    await after?.()
    return respond.created(orderOf('acme', key), { location: `/orders/${key}` })
  })
}

function place(
  idempotency: ReturnType<typeof redisIdempotency>,
  key: string,
  createOrder: TestHandler,
): Promise<Answer> {
  const app = createApp({ createOrder }, { idempotency, keys, clock: systemClock, random: systemRandom })
  const headers = [['Idempotency-Key', key]] as const
  return app.call('/orders', { method: 'POST', as: acme, body: { sku: 'A-1' }, headers })
}
