import { type Clock, systemClock } from '../context/index.js'
import type { Claim, IdempotencyStore, Reservation, ReserveOutcome } from './types.js'

export interface MemoryIdempotencyOptions {
  readonly clock?: Clock | undefined
  /** Keys of one tenant. Default: 10,000. */
  readonly capPerTenant?: number | undefined
  /** Length of one tenant's records together, in characters. Default: 16 million. */
  readonly maxBytes?: number | undefined
}

interface Entry {
  readonly tenant: string | undefined
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
  bytes: number
  /** Nothing expires before this: a flood must not make each of its requests look through all keys. */
  nextExpiry: number
}

/** Keeps keys in this process: for development, tests and services of one instance that may forget them on restart. */
export function memoryIdempotency(options: MemoryIdempotencyOptions = {}): IdempotencyStore {
  const clock = options.clock ?? systemClock
  const cap = options.capPerTenant ?? 10_000
  const maxBytes = options.maxBytes ?? 16_000_000
  const partitions = new Map<string | undefined, Partition>()

  const partitionOf = (tenant: string | undefined): Partition => {
    const known = partitions.get(tenant)
    if (known) return known
    const made: Partition = { entries: new Map(), bytes: 0, nextExpiry: Number.POSITIVE_INFINITY }
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
    async reserve(reservation) {
      const now = clock.now()
      sweepNext(now)
      const partition = partitionOf(reservation.tenant)
      const entry = partition.entries.get(reservation.key)
      if (entry && entry.expires > now) return answer(entry, reservation, now)
      if (entry) forget(partition, reservation.key, entry)
      if (isFull(partition, cap, maxBytes)) sweep(partition, now)
      if (isFull(partition, cap, maxBytes))
        return { kind: 'full', retryAfter: Math.max(partition.nextExpiry - now, 1000) }
      partition.entries.set(reservation.key, entryOf(reservation, now))
      partition.nextExpiry = Math.min(partition.nextExpiry, now + reservation.ttl)
      return { kind: 'reserved', fence: 1 }
    },
    async extend(claim, lease) {
      const entry = held(claim)
      if (entry) entry.leaseUntil = clock.now() + lease
      return entry !== undefined
    },
    async complete(claim, record) {
      const entry = held(claim)
      if (!entry) return false
      entry.record = record
      partitionOf(claim.tenant).bytes += record.length
      return true
    },
    async release(claim) {
      const entry = held(claim)
      if (!entry) return false
      const partition = partitionOf(claim.tenant)
      forget(partition, claim.key, entry)
      if (partition.entries.size === 0) partitions.delete(claim.tenant)
      return true
    },
    async purge(tenant) {
      const count = partitions.get(tenant)?.entries.size ?? 0
      partitions.delete(tenant)
      return count
    },
  }
}

function answer(entry: Entry, reservation: Reservation, now: number): ReserveOutcome {
  if (entry.fingerprint !== reservation.fingerprint) return { kind: 'mismatch' }
  if (entry.record !== undefined) return { kind: 'completed', record: entry.record }
  if (entry.leaseUntil > now) return { kind: 'in-progress', retryAfter: entry.leaseUntil - now }
  if (entry.onLeaseExpired === 'block') return { kind: 'in-progress', retryAfter: entry.expires - now }
  entry.owner = reservation.owner
  entry.fence += 1
  entry.leaseUntil = now + reservation.lease
  return { kind: 'reserved', fence: entry.fence }
}

function entryOf(reservation: Reservation, now: number): Entry {
  return {
    tenant: reservation.tenant,
    fingerprint: reservation.fingerprint,
    expires: now + reservation.ttl,
    onLeaseExpired: reservation.onLeaseExpired,
    owner: reservation.owner,
    fence: 1,
    leaseUntil: now + reservation.lease,
    record: undefined,
  }
}

function isFull(partition: Partition, cap: number, maxBytes: number): boolean {
  return partition.entries.size >= cap || partition.bytes >= maxBytes
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
  partition.bytes -= entry.record?.length ?? 0
}
