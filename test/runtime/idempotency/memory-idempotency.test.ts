import { expect, it } from 'vitest'
import { memoryIdempotency, type Reservation } from '../../../src/runtime/src/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import { describeIdempotencyStore } from './store-contract.js'

describeIdempotencyStore('memory', () => {
  const clock = manualClock()
  return { store: memoryIdempotency({ clock }), advance: (milliseconds) => clock.advance(milliseconds) }
})

const reservation = (key: string, tenant = 'acme', ttl = 1000): Reservation => ({
  key,
  tenant,
  fingerprint: 'f',
  owner: 'o',
  lease: 100,
  ttl,
  onLeaseExpired: 'takeover',
})

it('T95 bounds the keys of each tenant, and makes room as they expire', async () => {
  const clock = manualClock()
  const store = memoryIdempotency({ clock, capPerTenant: 2 })
  await store.reserve(reservation('a', 'acme', 5000))
  await store.reserve(reservation('b', 'acme', 9000))
  expect(await store.reserve(reservation('c'))).toEqual({ kind: 'full', retryAfter: 5000 })
  expect(await store.reserve(reservation('c', 'beta'))).toEqual({ kind: 'reserved', fence: 1 })
  clock.advance(5000)
  expect(await store.reserve(reservation('c'))).toEqual({ kind: 'reserved', fence: 1 })
})

it('T95 bounds the records of each tenant', async () => {
  const clock = manualClock()
  const store = memoryIdempotency({ clock, maxBytes: 10 })
  await store.reserve(reservation('a', 'acme', 5000))
  await store.complete({ key: 'a', tenant: 'acme', owner: 'o', fence: 1 }, 'x'.repeat(10))
  expect((await store.reserve(reservation('b'))).kind).toBe('full')
  clock.advance(5000)
  expect((await store.reserve(reservation('b'))).kind).toBe('reserved')
})
