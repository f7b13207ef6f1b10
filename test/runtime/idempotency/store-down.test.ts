import { Redis } from 'ioredis'
import { Pool } from 'pg'
import { createClient } from 'redis'
import { expect, it, vi } from 'vitest'
import type { IdempotencyStore } from '../../../src/runtime/src/index.js'
import { postgresIdempotency } from '../../../src/runtime/src/postgres/index.js'
import { redisIdempotency } from '../../../src/runtime/src/redis/index.js'
import { acme, createApp, orderOf, type TestHandler } from '../support/app.js'

/** Where nothing listens. */
const nowhere = '127.0.0.1:1'

it.each<[string, () => IdempotencyStore]>([
  ['PostgreSQL', () => postgresIdempotency(new Pool({ connectionString: `postgres://${nowhere}/none` }))],
  ['Redis, by redis', () => redisIdempotency(createClient({ url: `redis://${nowhere}` }))],
  [
    'Redis, by ioredis',
    () => {
      const client = new Redis(`redis://${nowhere}`, {
        lazyConnect: true,
        maxRetriesPerRequest: 0,
        retryStrategy: () => null,
      })
      client.on('error', () => undefined)
      return redisIdempotency(client)
    },
  ],
])('T93 %s is not there: 503 with Retry-After, not executed', async (_, store) => {
  const createOrder = vi.fn<TestHandler>(({ respond }) => respond.created(orderOf('acme'), { location: '/orders/o1' }))
  const app = createApp({ createOrder }, { idempotency: store() })
  const headers = [['Idempotency-Key', 'key-0123456789abcdef']] as const
  const answer = await app.call('/orders', { method: 'POST', as: acme, body: { sku: 'A-1' }, headers })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
  expect((answer.json as { code: string }).code).toBe('TK7307')
  expect(createOrder).not.toHaveBeenCalled()
})
