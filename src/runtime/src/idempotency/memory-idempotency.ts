import { type Clock, systemClock } from '../context/index.js'
import { judgeKnownKey } from './judge.js'
import { inFlightRetry, type StoreLimitOptions, type StoreLimits, storeLimits } from './limits.js'
import type { Claim, IdempotencyStore, Reservation, ReserveOutcome } from './types.js'

/** Default limits: 10,000 keys, 16 million characters. */
export interface MemoryIdempotencyOptions extends StoreLimitOptions {
  readonly clock?: Clock | undefined
}

interface Entry {
  readonly fingerprint: string
  readonly expires: number
  readonly onLeaseExpired: 'takeover' | 'block'
  owner: string
  fence: number
  leaseUntil: number
  record: string | undefined
}

/** What one tenant holds, so that a flood of one never costs another. */
interface Partition {
  readonly entries: Map<string, Entry>
  /** Those that are not complete: what is in flight, and what was left behind. */
  readonly open: Map<string, Entry>
  bytes: number
  /** Nothing expires before this: a flood must not make each of its requests look through all keys. */
  nextExpiry: number
}

/** Keeps keys in this process: for development, tests and services of one instance that may forget them on restart. */
export function memoryIdempotency(options: MemoryIdempotencyOptions = {}): IdempotencyStore {
  const clock = options.clock ?? systemClock
  const limits = storeLimits(options, { capPerTenant: 10_000, maxBytes: 16_000_000 })
  const partitions = new Map<string | undefined, Partition>()

  const partitionOf = (tenant: string | undefined): Partition => {
    const known = partitions.get(tenant)
    if (known) return known
    const made: Partition = { entries: new Map(), open: new Map(), bytes: 0, nextExpiry: Number.POSITIVE_INFINITY }
    partitions.set(tenant, made)
    return made
  }

  const held = (claim: Claim): Entry | undefined => {
    const entry = partitions.get(claim.tenant)?.entries.get(claim.key)
    if (!entry || entry.expires <= clock.now() || entry.record !== undefined) return undefined
    return entry.owner === claim.owner && entry.fence === claim.fence ? entry : undefined
  }

  /** One partition each time, in turn, so that what tenants have left behind goes without a timer. */
  const sweepNext = (now: number): void => {
    for (const [tenant, partition] of partitions) {
      partitions.delete(tenant)
      sweep(partition, now)
      if (partition.entries.size > 0) partitions.set(tenant, partition)
      return
    }
  }

  return {
    reserve(reservation) {
      const now = clock.now()
      sweepNext(now)
      const partition = partitionOf(reservation.tenant)
      const entry = partition.entries.get(reservation.key)
      if (entry && entry.expires > now) return answer(entry, reservation, now)
      if (entry) forget(partition, reservation.key, entry)
      if (isFull(partition, limits)) sweep(partition, now)
      if (isFull(partition, limits)) return { kind: 'full', retryAfter: Math.max(partition.nextExpiry - now, 1000) }
      if (isBusy(partition, limits, now)) return { kind: 'full', retryAfter: inFlightRetry }
      const made = entryOf(reservation, now)
      partition.entries.set(reservation.key, made)
      partition.open.set(reservation.key, made)
      partition.nextExpiry = Math.min(partition.nextExpiry, now + reservation.ttl)
      return { kind: 'reserved', fence: 1 }
    },
    extend(claim, lease) {
      const entry = held(claim)
      if (entry) entry.leaseUntil = clock.now() + lease
      return entry !== undefined
    },
    complete(claim, record) {
      const entry = held(claim)
      if (!entry) return false
      entry.record = record
      const partition = partitionOf(claim.tenant)
      partition.open.delete(claim.key)
      partition.bytes += record.length
      return true
    },
    release(claim) {
      const entry = held(claim)
      if (!entry) return false
      const partition = partitionOf(claim.tenant)
      forget(partition, claim.key, entry)
      if (partition.entries.size === 0) partitions.delete(claim.tenant)
      return true
    },
    purge(tenant) {
      const count = partitions.get(tenant)?.entries.size ?? 0
      partitions.delete(tenant)
      return count
    },
  }
}

function answer(entry: Entry, reservation: Reservation, now: number): ReserveOutcome {
  const { fingerprint, record, onLeaseExpired, leaseUntil, expires } = entry
  const known = { fingerprint, record, onLeaseExpired, leaseLeft: leaseUntil - now, timeLeft: expires - now }
  const outcome = judgeKnownKey(known, reservation)
  if (outcome !== 'takeover') return outcome
  entry.owner = reservation.owner
  entry.fence += 1
  entry.leaseUntil = now + reservation.lease
  return { kind: 'reserved', fence: entry.fence }
}

function entryOf(reservation: Reservation, now: number): Entry {
  return {
    fingerprint: reservation.fingerprint,
    expires: now + reservation.ttl,
    onLeaseExpired: reservation.onLeaseExpired,
    owner: reservation.owner,
    fence: 1,
    leaseUntil: now + reservation.lease,
    record: undefined,
  }
}

function isFull(partition: Partition, limits: StoreLimits): boolean {
  return partition.entries.size >= limits.capPerTenant || partition.bytes >= limits.maxBytes
}

/** Counted only when so many are open that it may be: most of the time they are few. */
function isBusy({ open }: Partition, { maxInFlight }: StoreLimits, now: number): boolean {
  if (open.size < maxInFlight) return false
  let alive = 0
  for (const { leaseUntil, expires } of open.values()) if (leaseUntil > now && expires > now) alive += 1
  return alive >= maxInFlight
}

function sweep(partition: Partition, now: number): void {
  if (partition.nextExpiry > now) return
  let next = Number.POSITIVE_INFINITY
  for (const [key, entry] of partition.entries) {
    if (entry.expires <= now) forget(partition, key, entry)
    else next = Math.min(next, entry.expires)
  }
  partition.nextExpiry = next
}

function forget(partition: Partition, key: string, entry: Entry): void {
  partition.entries.delete(key)
  partition.open.delete(key)
  partition.bytes -= entry.record?.length ?? 0
}
