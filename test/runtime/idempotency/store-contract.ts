import { describe, expect, it } from 'vitest'
import type { Claim, IdempotencyStore, Reservation, StoreLimitOptions } from '../../../src/runtime/src/index.js'

export interface StoreUnderTest {
  readonly store: IdempotencyStore
  /** Another one, empty, that goes by the same time. */
  readonly withLimits: (limits: StoreLimitOptions) => IdempotencyStore
  /** Lets time pass for the store, however it reads it. */
  readonly advance: (milliseconds: number) => void | Promise<void>
  close?(): void | Promise<void>
}

/** What every store must do. Each store's test calls this once. */
export function describeIdempotencyStore(name: string, open: () => StoreUnderTest | Promise<StoreUnderTest>): void {
  const reservation = (change: Partial<Reservation> = {}): Reservation => ({
    key: 'a'.repeat(64),
    tenant: 'acme',
    fingerprint: 'f1',
    owner: 'one',
    lease: 60_000,
    ttl: 3_600_000,
    onLeaseExpired: 'takeover',
    ...change,
  })
  const claim = (change: Partial<Claim> = {}): Claim => ({
    key: 'a'.repeat(64),
    tenant: 'acme',
    owner: 'one',
    fence: 1,
    ...change,
  })
  const withStore = async (work: (under: StoreUnderTest) => Promise<void>): Promise<void> => {
    const under = await open()
    try {
      await work(under)
    } finally {
      await under.close?.()
    }
  }

  describe(`idempotency store: ${name}`, () => {
    it('reserves once, then says that the first is in progress', () =>
      withStore(async ({ store, advance }) => {
        expect(await store.reserve(reservation())).toEqual({ kind: 'reserved', fence: 1 })
        await advance(10_000)
        expect(await store.reserve(reservation({ owner: 'two' }))).toEqual({ kind: 'in-progress', retryAfter: 50_000 })
      }))

    it('T85 tells another fingerprint before anything else', () =>
      withStore(async ({ store, advance }) => {
        await store.reserve(reservation())
        const other = reservation({ owner: 'two', fingerprint: 'f2' })
        expect(await store.reserve(other)).toEqual({ kind: 'mismatch' })
        await store.complete(claim(), 'record')
        expect(await store.reserve(other)).toEqual({ kind: 'mismatch' })
        await advance(61_000)
        expect(await store.reserve(other)).toEqual({ kind: 'mismatch' })
      }))

    it('T86 lets one of fifty through', () =>
      withStore(async ({ store }) => {
        const owners = Array.from({ length: 50 }, (_, index) => `owner-${index}`)
        const outcomes = await Promise.all(owners.map(async (owner) => store.reserve(reservation({ owner }))))
        expect(outcomes.filter(({ kind }) => kind === 'reserved')).toHaveLength(1)
        expect(outcomes.filter(({ kind }) => kind === 'in-progress')).toHaveLength(49)
      }))

    it('keeps a record until the key is forgotten', () =>
      withStore(async ({ store, advance }) => {
        await store.reserve(reservation())
        expect(await store.complete(claim(), 'record')).toBe(true)
        await advance(3_599_000)
        expect(await store.reserve(reservation({ owner: 'two' }))).toEqual({ kind: 'completed', record: 'record' })
        await advance(2_000)
        expect(await store.reserve(reservation({ owner: 'two' }))).toEqual({ kind: 'reserved', fence: 1 })
      }))

    it('T89 fences a late owner off', () =>
      withStore(async ({ store, advance }) => {
        await store.reserve(reservation())
        await advance(60_001)
        expect(await store.reserve(reservation({ owner: 'two' }))).toEqual({ kind: 'reserved', fence: 2 })
        expect(await store.extend(claim(), 60_000)).toBe(false)
        expect(await store.complete(claim(), 'late')).toBe(false)
        expect(await store.release(claim())).toBe(false)
        expect(await store.complete(claim({ owner: 'one', fence: 2 }), 'forged')).toBe(false)
        expect(await store.complete(claim({ owner: 'two', fence: 2 }), 'record')).toBe(true)
        expect(await store.reserve(reservation({ owner: 'three' }))).toEqual({ kind: 'completed', record: 'record' })
      }))

    it('T88 blocks after the lease where that is asked for', () =>
      withStore(async ({ store, advance }) => {
        await store.reserve(reservation({ onLeaseExpired: 'block' }))
        await advance(60_001)
        const outcome = await store.reserve(reservation({ owner: 'two', onLeaseExpired: 'block' }))
        expect(outcome).toEqual({ kind: 'in-progress', retryAfter: 3_539_999 })
        // The owner is only late: nobody has taken over.
        expect(await store.complete(claim(), 'record')).toBe(true)
      }))

    it('extends a lease', () =>
      withStore(async ({ store, advance }) => {
        await store.reserve(reservation())
        await advance(50_000)
        expect(await store.extend(claim(), 60_000)).toBe(true)
        await advance(50_000)
        expect(await store.reserve(reservation({ owner: 'two' }))).toEqual({ kind: 'in-progress', retryAfter: 10_000 })
      }))

    it('forgets what was released, once', () =>
      withStore(async ({ store }) => {
        await store.reserve(reservation())
        expect(await store.release(claim())).toBe(true)
        expect(await store.release(claim())).toBe(false)
        expect(await store.reserve(reservation({ owner: 'two', fingerprint: 'f2' }))).toEqual({
          kind: 'reserved',
          fence: 1,
        })
      }))

    it('completes once, and neither releases nor extends what is complete', () =>
      withStore(async ({ store }) => {
        await store.reserve(reservation())
        await store.complete(claim(), 'record')
        expect(await store.complete(claim(), 'other')).toBe(false)
        expect(await store.release(claim())).toBe(false)
        expect(await store.extend(claim(), 60_000)).toBe(false)
        expect(await store.reserve(reservation({ owner: 'two' }))).toEqual({ kind: 'completed', record: 'record' })
      }))

    it('knows nothing of claims that were never made', () =>
      withStore(async ({ store }) => {
        expect(await store.complete(claim(), 'record')).toBe(false)
        expect(await store.release(claim())).toBe(false)
        expect(await store.extend(claim(), 60_000)).toBe(false)
      }))

    it('purges one tenant, and what belongs to none stays', () =>
      withStore(async ({ store }) => {
        await store.reserve(reservation())
        await store.reserve(reservation({ key: 'b'.repeat(64) }))
        await store.reserve(reservation({ key: 'c'.repeat(64), tenant: 'beta' }))
        await store.reserve(reservation({ key: 'd'.repeat(64), tenant: undefined }))
        expect(await store.purge('acme')).toBe(2)
        expect(await store.purge('acme')).toBe(0)
        expect((await store.reserve(reservation({ owner: 'two' }))).kind).toBe('reserved')
        for (const [key, tenant] of [
          ['c', 'beta'],
          ['d', undefined],
        ] as const) {
          const again = reservation({ key: key.repeat(64), tenant, owner: 'two' })
          expect((await store.reserve(again)).kind).toBe('in-progress')
        }
      }))

    it('T95 bounds the keys of each tenant, and makes room as they expire', () =>
      withStore(async ({ withLimits, advance }) => {
        const store = withLimits({ capPerTenant: 2 })
        const short = (key: string, change: Partial<Reservation> = {}): Reservation =>
          reservation({ key: key.repeat(64), ttl: 5000, ...change })
        await store.reserve(short('a'))
        await store.reserve(short('b', { ttl: 9000 }))
        expect(await store.reserve(short('c'))).toEqual({ kind: 'full', retryAfter: 5000 })
        expect((await store.reserve(short('a'))).kind).toBe('in-progress')
        expect(await store.reserve(short('c', { tenant: 'beta' }))).toEqual({ kind: 'reserved', fence: 1 })
        await advance(5000)
        expect(await store.reserve(short('c'))).toEqual({ kind: 'reserved', fence: 1 })
        expect((await store.reserve(short('d'))).kind).toBe('full')
        expect(await store.release(claim({ key: 'c'.repeat(64) }))).toBe(true)
        expect((await store.reserve(short('d'))).kind).toBe('reserved')
      }))

    it('T95 bounds the records of each tenant', () =>
      withStore(async ({ withLimits, advance }) => {
        const store = withLimits({ maxBytes: 10 })
        await store.reserve(reservation({ ttl: 5000 }))
        await store.complete(claim(), 'x'.repeat(10))
        const next = reservation({ key: 'b'.repeat(64) })
        expect(await store.reserve(next)).toEqual({ kind: 'full', retryAfter: 5000 })
        await advance(5000)
        expect((await store.reserve(next)).kind).toBe('reserved')
      }))

    it('T95 bounds what a tenant has in flight', () =>
      withStore(async ({ withLimits, advance }) => {
        const store = withLimits({ maxInFlight: 2 })
        await store.reserve(reservation())
        await store.reserve(reservation({ key: 'b'.repeat(64) }))
        const third = reservation({ key: 'c'.repeat(64) })
        expect(await store.reserve(third)).toEqual({ kind: 'full', retryAfter: 1000 })
        expect((await store.reserve(reservation({ key: 'c'.repeat(64), tenant: 'beta' }))).kind).toBe('reserved')
        await store.complete(claim(), 'record')
        expect((await store.reserve(third)).kind).toBe('reserved')
        // What was left behind counts no longer when its lease is over.
        await advance(60_001)
        expect((await store.reserve(reservation({ key: 'd'.repeat(64) }))).kind).toBe('reserved')
      }))

    it('T96 T82 tells one tenant nothing of the keys of another', () =>
      withStore(async ({ store }) => {
        await store.reserve(reservation())
        await store.complete(claim(), 'record')
        const other = { tenant: 'beta', fingerprint: 'f2', owner: 'two' }
        expect(await store.reserve(reservation(other))).toEqual({ kind: 'reserved', fence: 1 })
        expect(await store.complete(claim({ tenant: 'gamma' }), 'forged')).toBe(false)
        expect(await store.release(claim({ tenant: undefined }))).toBe(false)
      }))

    it('keeps records as they are, whatever is in them', () =>
      withStore(async ({ store }) => {
        const record = `tk1.k.\u0000"'\\\n${'ä€😀'.repeat(1000)}`
        await store.reserve(reservation())
        await store.complete(claim(), record)
        expect(await store.reserve(reservation())).toEqual({ kind: 'completed', record })
      }))
  })
}
