import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RateDecision, RateRequest } from '../../../src/runtime/src/index.js'
import { type RedisRateLimitOptions, redisRateLimit } from '../../../src/runtime/src/redis/index.js'
import { createRow } from '../../../src/runtime/src/resilience/row.js'
import { takeToken, tokensLeft } from '../../../src/runtime/src/resilience/token-bucket.js'
import { manualClock, seededRandom } from '../../../src/runtime/src/testing/index.js'
import { serverAddress } from '../../support/servers.js'

const url = await serverAddress('redis')
let count = 0
const nextPrefix = (): string => `tk-rate-${process.pid}-${(count += 1)}`

const limit = { requests: 2, per: 60_000, name: 'Orders', isShared: false }
const request = (tenant: string | undefined, parts: Partial<NonNullable<RateRequest['limit']>> = {}): RateRequest => ({
  operation: 'getOrder',
  tenant,
  principal: 'ann',
  limit: { ...limit, ...parts },
  request: { method: 'GET', target: '/orders/1', rawHeaders: [] },
})

describe.skipIf(url === undefined)('T117 rates in Redis', () => {
  const client = createClient({ url: url ?? '' })
  const other = new Redis(url ?? '', { lazyConnect: true })
  beforeAll(async () => {
    await client.connect()
    await other.connect()
  })
  afterAll(async () => {
    for await (const keys of client.scanIterator({ MATCH: `{tk-rate-${process.pid}-*`, COUNT: 1000 })) {
      if (keys.length > 0) await client.del(keys)
    }
    client.destroy()
    other.disconnect()
  })
  const taker = (options: RedisRateLimitOptions = {}) => {
    const limiter = redisRateLimit(client, { prefix: nextPrefix(), clock: manualClock(), ...options })
    return async (asked: RateRequest): Promise<RateDecision> => (await limiter.take(asked)) as RateDecision
  }

  it('are counted for each tenant, and for all processes together', async () => {
    const prefix = nextPrefix()
    const clock = manualClock()
    const here = redisRateLimit(client, { prefix, clock })
    const there = redisRateLimit(other, { prefix, clock })
    expect(await here.take(request('acme'))).toEqual({ wait: undefined, left: 1, reset: 30 })
    expect(await there.take(request('acme'))).toEqual({ wait: undefined, left: 0, reset: 60 })
    expect(await here.take(request('acme'))).toEqual({ wait: 30, left: 0, reset: 60 })
    expect(await there.take(request('beta'))).toMatchObject({ wait: undefined, left: 1 })
    clock.advance(30_000)
    expect(await there.take(request('acme'))).toMatchObject({ wait: undefined, left: 0 })
  })

  it('of all tenants together; of each rate by itself', async () => {
    const take = taker()
    await take(request('acme', { isShared: true, requests: 1 }))
    expect(await take(request('beta', { isShared: true, requests: 1 }))).toMatchObject({ wait: 60 })
    expect(await take(request('beta', { name: 'Orders/getOrder' }))).toMatchObject({ wait: undefined })
    expect(await take({ ...request('acme'), limit: undefined })).toBeUndefined()
    const fallback = taker({ fallback: { requests: 1, per: 1000 } })
    await fallback({ ...request('acme'), limit: undefined })
    expect(await fallback({ ...request('acme'), limit: undefined })).toMatchObject({ wait: 1 })
  })

  it('go by the time of the server, and are forgotten when the bucket is full', async () => {
    const prefix = nextPrefix()
    const limiter = redisRateLimit(client, { prefix })
    await limiter.take(request('acme'))
    const left = await client.pTTL(`{${prefix}:acme}:rate:Orders`)
    expect(left).toBeGreaterThan(25_000)
    expect(left).toBeLessThanOrEqual(30_000)
  })

  it('grant 50 concurrent requests no more than there are tokens', async () => {
    const take = taker()
    const asked = Array.from({ length: 50 }, () => take(request('acme', { requests: 7 })))
    expect((await Promise.all(asked)).filter(({ wait }) => wait === undefined)).toHaveLength(7)
  })

  it('decide as this process would', async () => {
    const clock = manualClock()
    const limiter = redisRateLimit(client, { prefix: nextPrefix(), clock })
    const random = seededRandom('rates')
    const row = createRow()
    for (let step = 0; step < 150; step++) {
      clock.advance(((random.bytes(1)[0] ?? 0) % 8) * 125)
      const policy = { requests: 4, per: 4000 }
      const here = takeToken(row, 0, policy, clock.now())
      const there = (await limiter.take(request('acme', policy))) as RateDecision
      expect([there.wait ?? 0, there.left]).toEqual([here / 1000, tokensLeft(row, 0, policy, clock.now())])
    }
  })

  it('refuse what is no tenant, and settings that cannot work', async () => {
    await expect(taker()(request('ACME'))).rejects.toMatchObject({ code: 'TK7002' })
    expect(() => redisRateLimit(client, { prefix: 'a}b' })).toThrow(
      expect.objectContaining({ code: 'TK7002' }) as Error,
    )
    expect(() => redisRateLimit(client, { fallback: { requests: 0, per: 1 } })).toThrow(
      expect.objectContaining({ code: 'TK7002' }) as Error,
    )
  })
})
