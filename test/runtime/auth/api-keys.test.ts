import { describe, expect, it } from 'vitest'
import { type ApiKeyRecord, type Authenticator, anyOf, apiKeys, hashApiKey } from '../../../src/runtime/src/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'

const clock = manualClock()
const key = 'tk_live_5f0c9d1e7b3a'
const record: ApiKeyRecord = { hash: hashApiKey(key), principal: 'importer', tenant: 'acme', scopes: ['orders.write'] }
const keyed = (lookup: (hash: string) => ApiKeyRecord | undefined | Promise<ApiKeyRecord | undefined>): Authenticator =>
  apiKeys({ lookup, clock })
const present = (value: string, kind: 'key' | 'bearer' | 'basic' = 'key') => ({ scheme: 'key', kind, value })

describe('apiKeys', () => {
  it('looks up by hash, and gives the holder and its tenant', async () => {
    const asked: string[] = []
    const check = keyed((hash) => {
      asked.push(hash)
      return record
    })
    expect(await check.authenticate(present(key))).toEqual({
      outcome: 'authenticated',
      principal: { id: 'importer', issuer: undefined, scopes: ['orders.write'], clearance: undefined, claims: {} },
      tenant: 'acme',
      stillHolds: expect.any(Function) as unknown,
    })
    expect(asked).toEqual([hashApiKey(key)])
    expect(asked[0]).not.toContain(key)
  })

  it('refuses what a careless store has matched', async () => {
    for (const hash of [record.hash.toUpperCase(), record.hash.slice(0, 10), '', `${record.hash}0`]) {
      expect(await keyed(() => ({ ...record, hash })).authenticate(present(key))).toEqual({
        outcome: 'refused',
        reason: 'api-key-unknown',
      })
    }
  })

  it('refuses unknown and expired keys, and other credentials', async () => {
    expect(await keyed(() => undefined).authenticate(present(key))).toMatchObject({ reason: 'api-key-unknown' })
    const expiresAt = clock.now() + 1000
    const expiring = keyed(() => ({ ...record, expiresAt }))
    expect(await expiring.authenticate(present(key, 'bearer'))).toMatchObject({ outcome: 'authenticated' })
    clock.advance(1000)
    expect(await expiring.authenticate(present(key))).toMatchObject({ reason: 'api-key-expired' })
    expect(await keyed(() => record).authenticate(present(key, 'basic'))).toMatchObject({ reason: 'not-an-api-key' })
  })

  it('tells later whether a key still holds, and when it ends', async () => {
    let current: ApiKeyRecord | undefined = { ...record, expiresAt: clock.now() + 1000 }
    const answer = await keyed(() => current).authenticate(present(key))
    if (answer.outcome !== 'authenticated') throw new TypeError(answer.reason)
    const holds = (): unknown => answer.stillHolds?.()
    expect([answer.expiresAt, await holds()]).toEqual([clock.now() + 1000, true])
    for (const later of [
      undefined,
      { ...record, hash: '' },
      { ...record, tenant: 'beta' },
      { ...record, expiresAt: 1 },
    ]) {
      current = later
      expect(await holds()).toBe(false)
    }
  })

  it('says so when the store is down', async () => {
    const down = keyed(() => Promise.reject(new Error('down')))
    expect(await down.authenticate(present(key))).toMatchObject({ outcome: 'unavailable' })
  })
})

describe('anyOf', () => {
  const refusing: Authenticator = { authenticate: () => ({ outcome: 'refused', reason: 'no' }) }
  const failing: Authenticator = { authenticate: () => ({ outcome: 'unavailable', reason: 'down' }) }

  it('takes the first that holds', async () => {
    const answer = await anyOf(
      refusing,
      failing,
      keyed(() => record),
    ).authenticate(present(key))
    expect(answer.outcome).toBe('authenticated')
  })

  it('refuses only when all could tell', async () => {
    expect(await anyOf(refusing, refusing).authenticate(present(key))).toEqual({ outcome: 'refused', reason: 'no' })
    expect(await anyOf(failing, refusing).authenticate(present(key))).toMatchObject({ outcome: 'unavailable' })
    expect(await anyOf().authenticate(present(key))).toMatchObject({ outcome: 'refused' })
  })
})
