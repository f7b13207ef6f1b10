import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { redisSpentTokens } from '../../../src/runtime/src/redis/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import { serverAddress } from '../../support/servers.js'

const url = await serverAddress('redis')
const prefix = `tk-spent-${process.pid}`
const hour = 3_600_000

describe.skipIf(url === undefined)('T33 used tokens in Redis', () => {
  const client = createClient({ url: url ?? '' })
  const other = new Redis(url ?? '', { lazyConnect: true })
  beforeAll(async () => {
    await client.connect()
    await other.connect()
  })
  afterAll(async () => {
    const keys = await client.keys(`${prefix}*`)
    if (keys.length > 0) await client.del(keys)
    client.destroy()
    other.disconnect()
  })

  it('are known to all processes, and count once, however many ask at the same time', async () => {
    const [here, there] = [redisSpentTokens(client, { prefix }), redisSpentTokens(other, { prefix })]
    expect(await here.spend('4:shopa', hour, 0)).toBe(true)
    expect([await here.spend('4:shopa', hour, 0), await there.spend('4:shopa', hour, 0)]).toEqual([false, false])
    const races = Array.from({ length: 50 }, async (_, index) => (index % 2 ? here : there).spend('4:shopb', hour, 0))
    expect((await Promise.all(races)).filter(Boolean)).toHaveLength(1)
  })

  it('are forgotten with their end, and one that has ended is never new', async () => {
    const spent = redisSpentTokens(client, { prefix: `${prefix}-end` })
    expect(await spent.spend('c', 5000, 5000)).toBe(false)
    await spent.spend('d', 9000, 4000)
    const [key = ''] = await client.keys(`${prefix}-end*`)
    const left = await client.pTTL(key)
    expect([left > 0, left <= 5000]).toEqual([true, true])
  })

  it('leave nothing of their ids behind', async () => {
    await redisSpentTokens(client, { prefix: `${prefix}-id` }).spend('4:shopsecret', hour, 0)
    const keys = await client.keys(`${prefix}-id*`)
    expect(keys.join()).not.toContain('secret')
    expect(keys).toHaveLength(1)
  })
})

describe('a Redis that does not answer', () => {
  it('leaves it open whether a token was used: that is no yes', async () => {
    const silent = { evalSha: () => new Promise<unknown>(() => undefined), eval: () => Promise.resolve([1]) }
    const clock = manualClock()
    const asked = redisSpentTokens(silent, { clock, within: 200 }).spend('a', hour, 0)
    clock.advance(200)
    await expect(asked).rejects.toThrow(RangeError)
    const down = { evalSha: () => Promise.reject(new Error('down')), eval: () => Promise.resolve([1]) }
    await expect(redisSpentTokens(down, { clock }).spend('a', hour, 0)).rejects.toThrow('down')
    expect(() => redisSpentTokens(down, { prefix: 'a b' })).toThrow('TK7002')
  })
})
