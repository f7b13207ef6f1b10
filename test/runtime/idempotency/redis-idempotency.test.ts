import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NodeRedisClient, type RedisClient, redisIdempotency } from '../../../src/runtime/src/redis/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import { serverAddress } from '../../support/servers.js'
import { describeIdempotencyStore } from './store-contract.js'
import { describeStoreModel } from './store-model.js'

const url = await serverAddress('redis')
let stores = 0
const nextPrefix = (): string => `tk-test-${process.pid}-${(stores += 1)}`

describe.skipIf(url === undefined)('redis', () => {
  const client = createClient({ url: url ?? '' })
  const other = new Redis(url ?? '', { lazyConnect: true })
  beforeAll(async () => {
    await client.connect()
    await other.connect()
  })
  afterAll(async () => {
    for await (const keys of client.scanIterator({ MATCH: `{tk-test-${process.pid}-*`, COUNT: 1000 })) {
      if (keys.length > 0) await client.del(keys)
    }
    client.destroy()
    other.disconnect()
  })

  const opened = (of: RedisClient) => () => {
    const clock = manualClock()
    const store = (limits = {}) => redisIdempotency(of, { prefix: nextPrefix(), clock, ...limits })
    return { store: store(), withLimits: store, advance: (milliseconds: number) => clock.advance(milliseconds) }
  }
  describeIdempotencyStore('Redis, by redis', opened(client))
  describeIdempotencyStore('Redis, by ioredis', opened(other))
  describeStoreModel('Redis', opened(client), 60)

  const reservation = (key: string) =>
    ({
      key,
      tenant: 'acme',
      fingerprint: 'f',
      owner: 'o',
      lease: 60_000,
      ttl: 100_000,
      onLeaseExpired: 'block',
    }) as const

  it('goes by the time of the server, and lets it forget', async () => {
    const prefix = nextPrefix()
    const store = redisIdempotency(client, { prefix })
    expect(await store.reserve(reservation('a'))).toEqual({ kind: 'reserved', fence: 1 })
    const again = await store.reserve(reservation('a'))
    expect(again).toMatchObject({ kind: 'in-progress' })
    expect((again as { retryAfter: number }).retryAfter).toBeGreaterThan(50_000)
    await store.complete({ key: 'a', tenant: 'acme', owner: 'o', fence: 1 }, 'record')
    for (const name of ['k:a', 'index', 'sizes']) {
      const left = await client.pTTL(`{${prefix}:acme}:${name}`)
      expect(left).toBeGreaterThan(90_000)
      expect(left).toBeLessThanOrEqual(100_000)
    }
    await client.pExpire(`{${prefix}:acme}:k:a`, 0)
    expect(await store.reserve(reservation('a'))).toEqual({ kind: 'reserved', fence: 1 })
  })

  it('sends its scripts again to a server that has lost them', async () => {
    const store = redisIdempotency(client, { prefix: nextPrefix() })
    await store.reserve(reservation('a'))
    await client.scriptFlush()
    expect((await store.reserve(reservation('a'))).kind).toBe('in-progress')
  })

  it('touches only what it names, in one slot: a cluster can be used', async () => {
    const asked: (readonly string[])[] = []
    const spy: NodeRedisClient = {
      evalSha: (sha, options) => {
        asked.push(options.keys)
        return client.evalSha(sha, options)
      },
      eval: (script, options) => client.eval(script, options),
    }
    const prefix = nextPrefix()
    const store = redisIdempotency(spy, { prefix })
    await store.reserve(reservation('a'))
    await store.complete({ key: 'a', tenant: 'acme', owner: 'o', fence: 1 }, 'record')
    expect(await store.purge('acme')).toBe(1)
    expect(asked.flat().every((key) => key.startsWith(`{${prefix}:acme}:`))).toBe(true)
    expect(await client.keys(`{${prefix}*`)).toEqual([])
  })

  it('purges more than one batch', async () => {
    const store = redisIdempotency(client, { prefix: nextPrefix(), maxInFlight: 5000 })
    await Promise.all(Array.from({ length: 1201 }, async (_, index) => store.reserve(reservation(`k${index}`))))
    expect(await store.purge('acme')).toBe(1201)
  })
})

it.each(['a b', '{a}', ''])('refuses the prefix %j', (prefix) => {
  const never = { evalSha: async () => undefined, eval: async () => undefined }
  expect(() => redisIdempotency(never, { prefix })).toThrow('TK7002')
})

it('T98 builds no key from what is no tenant id', async () => {
  const never = { evalSha: async () => undefined, eval: async () => undefined }
  await expect(redisIdempotency(never).purge('a}:k:b')).rejects.toThrow('TK7002')
})
