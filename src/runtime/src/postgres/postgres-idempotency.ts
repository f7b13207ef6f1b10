import type { Clock } from '../context/index.js'
import {
  type Claim,
  type IdempotencyStore,
  inFlightRetry,
  judgeKnownKey,
  type Reservation,
  type ReserveOutcome,
  type StoreLimitOptions,
  storeLimits,
} from '../idempotency/index.js'
import { idempotencyTables, slots } from './idempotency-schema.js'
import { idempotencySql } from './idempotency-sql.js'
import { createWorks } from './idempotency-work.js'
import { briefly, lend } from './lend.js'
import type { PostgresClient, PostgresPool, PostgresTransaction } from './types.js'

/** Default limits: 1,000,000 keys, 1,000 million bytes. */
export interface PostgresIdempotencyOptions extends StoreLimitOptions {
  /** With its schema, if need be. Default: `tenantkit_idempotency`. */
  readonly table?: string | undefined
  /** Name of the setting that policies of row level security read. Default: `app.tenant_id`. */
  readonly setting?: string | undefined
  /** For tests. Default: the time of the database, because clocks of clients disagree. */
  readonly clock?: Clock | undefined
}

export interface PostgresIdempotency extends IdempotencyStore {
  /**
   * The transaction of a call, begun when it is asked for the first time: what is done in it is committed together with the
   * record of the answer, or not at all, so that it happens exactly once. It is bound to the call's tenant, as in `withTenant`.
   * It is rolled back when the handler throws, or answers something that is not kept.
   *
   * @param idempotency as the handler got it.
   * @throws TransactionError once the handler has ended.
   */
  transaction(idempotency: { readonly fence: number }): Promise<PostgresTransaction>
  /** Removes expired keys, `limit` at most (default: 1,000), the oldest first. Returns how many: call it from time to time. */
  purgeExpired(limit?: number): Promise<number>
}

/** As much as one statement removes: locks are held for that long. */
const batch = 1000

/**
 * Keeps keys in PostgreSQL, 12 or later, in the tables of `postgresIdempotencySchema`. The only store that can promise exactly
 * one effect: see `transaction`.
 *
 * @throws ConfigurationError for options that cannot work.
 */
export function postgresIdempotency(pool: PostgresPool, options: PostgresIdempotencyOptions = {}): PostgresIdempotency {
  const { capPerTenant, maxBytes, maxInFlight } = storeLimits(options, {
    capPerTenant: 1_000_000,
    maxBytes: 1_000_000_000,
  })
  const tables = idempotencyTables(options.table)
  const sql = idempotencySql(tables)
  const now = (): string | null => (options.clock ? new Date(options.clock.now()).toISOString() : null)

  const ask = async (client: PostgresClient, text: string, tenant: string | undefined, ...more: unknown[]) => {
    const { rows } = await client.query(text, [now(), tenant ?? '', ...more])
    return rows[0]
  }
  const one = (text: string, tenant: string | undefined, ...more: unknown[]) =>
    lend(pool, (client) => ask(client, text, tenant, ...more))

  const insert = async ({ key, tenant, fingerprint, owner, lease, ttl, onLeaseExpired }: Reservation) => {
    const limits = [capPerTenant, maxBytes, maxInFlight]
    const values = [key, slotOf(key), fingerprint, owner, lease, ttl, onLeaseExpired, ...limits]
    return (await one(sql.insert, tenant, ...values))?.['is_made'] === true
  }

  /** What a key that is there is told; undefined when it is not there, or no longer. */
  const judge = (reservation: Reservation): Promise<ReserveOutcome | undefined> => {
    // Whoever holds the key's row is about to commit its answer.
    const locked: ReserveOutcome = { kind: 'in-progress', retryAfter: inFlightRetry }
    return briefly<ReserveOutcome | undefined>(pool, locked, async (client) => {
      const { tenant, key, owner, lease } = reservation
      const row = (await ask(client, sql.look, tenant, key)) as KnownRow | undefined
      if (!row) return undefined
      if (row.time_left <= 0) {
        await ask(client, sql.forget, tenant, key)
        return undefined
      }
      const outcome = judgeKnownKey(knownOf(row), reservation)
      if (outcome !== 'takeover') return outcome
      await ask(client, sql.takeOver, tenant, key, owner, lease)
      return { kind: 'reserved', fence: row.fence + 1 }
    })
  }

  /** One at a time, so that no two wait for each other's counters. */
  const remove = (text: string, tenant: string | undefined, limit: number): Promise<number> =>
    briefly(pool, 0, async (client) => {
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [tables.keys])
      const { rows } = await client.query(text, [now(), tenant ?? null, limit])
      return rows[0]?.['gone'] as number
    })

  const complete = async (client: PostgresClient | PostgresTransaction, claim: Claim, record: string) => {
    const { tenant, key, owner, fence } = claim
    const values = [now(), tenant ?? '', key, owner, fence, slotOf(key), Buffer.from(record)]
    const { rows } = await client.query(sql.complete, values)
    return rows[0]?.['done'] === true
  }
  const works = createWorks(pool, { setting: options.setting }, complete)

  return {
    async reserve(reservation) {
      const { tenant } = reservation
      // A key can go between two statements, and an expired one has to go first; not for ever.
      for (let round = 0; round < 5; round += 1) {
        if (await insert(reservation)) return { kind: 'reserved', fence: 1 }
        const outcome = await judge(reservation)
        if (outcome) return outcome
        const room = await one(sql.room, tenant, capPerTenant, maxBytes, maxInFlight)
        const nextExpiry = (room?.['next_expiry'] as number | null) ?? 0
        if (room?.['is_full'] === true) {
          const made = nextExpiry <= 0 ? await remove(sql.sweep, tenant ?? '', batch) : 0
          if (made === 0) return { kind: 'full', retryAfter: Math.max(nextExpiry, 1000) }
        } else if (room?.['is_busy'] === true) break
      }
      return { kind: 'full', retryAfter: inFlightRetry }
    },
    async extend({ tenant, key, owner, fence }, lease) {
      return (await one(sql.extend, tenant, key, owner, fence, lease))?.['done'] === true
    },
    complete: (claim, record) => lend(pool, (client) => complete(client, claim, record)),
    async release({ tenant, key, owner, fence }) {
      return (await one(sql.release, tenant, key, owner, fence))?.['done'] === true
    },
    async purge(tenant) {
      let count = 0
      for (let gone = batch; gone === batch; count += gone) gone = await remove(sql.purge, tenant, batch)
      await lend(pool, (client) => client.query(sql.tidy, [tenant]))
      return count
    },
    async purgeExpired(limit = batch) {
      const gone = await remove(sql.sweep, undefined, limit)
      await lend(pool, (client) => client.query(sql.tidy, [null]))
      return gone
    },
    openWork: (handle, scope) => works.open(handle, scope),
    transaction: (idempotency) => works.transaction(idempotency),
  }
}

interface KnownRow {
  readonly fingerprint: string
  readonly fence: number
  readonly on_lease_expired: 'takeover' | 'block'
  readonly record: Buffer | null
  readonly lease_left: number
  readonly time_left: number
}

function knownOf(row: KnownRow) {
  return {
    fingerprint: row.fingerprint,
    record: row.record?.toString() ?? undefined,
    leaseLeft: row.lease_left,
    timeLeft: row.time_left,
    onLeaseExpired: row.on_lease_expired,
  }
}

function slotOf(key: string): number {
  return (Number.parseInt(key.slice(-1), 16) || 0) % slots
}
