import { type Clock, isTenantId } from '../context/index.js'
import { ConfigurationError } from '../error/index.js'
import {
  type Claim,
  type IdempotencyStore,
  inFlightRetry,
  type ReserveOutcome,
  type StoreLimitOptions,
  storeLimits,
} from '../idempotency/index.js'
import { type RedisClient, runScript } from './client.js'
import { scripts } from './scripts.js'

/** Default limits: 100,000 keys, 64 million bytes. */
export interface RedisIdempotencyOptions extends StoreLimitOptions {
  /** Start of all keys. Default: `tenantkit`. */
  readonly prefix?: string | undefined
  /** For tests. Default: the time of the Redis server, because clocks of clients disagree. */
  readonly clock?: Clock | undefined
}

/**
 * Keeps keys in Redis, 6.2 or later, alone or as a cluster. While a lease runs nobody else executes; when a process dies
 * between its effect and its record, the next attempt executes again, with a higher fence: at least once. So it is when
 * Redis itself loses what it has acknowledged.
 *
 * @param client connected, from the package `redis` or `ioredis`.
 * @throws ConfigurationError for options that cannot work.
 */
export function redisIdempotency(client: RedisClient, options: RedisIdempotencyOptions = {}): IdempotencyStore {
  const { prefix = 'tenantkit', clock } = options
  if (!/^[\w:.-]{1,100}$/.test(prefix)) {
    throw new ConfigurationError('`prefix` is made of letters, digits, underscores, colons, dots and dashes')
  }
  const { capPerTenant, maxBytes, maxInFlight } = storeLimits(options, { capPerTenant: 100_000, maxBytes: 64_000_000 })
  const limits = [capPerTenant, maxBytes, maxInFlight, inFlightRetry]

  const run = (
    verb: keyof typeof scripts,
    tenant: string | undefined,
    names: readonly string[],
    args: readonly (string | number)[],
  ): Promise<readonly unknown[]> => {
    const place = placeOf(prefix, tenant)
    const keys = names.map((name) => `${place}:k:${name}`)
    const [entry = place, ...others] = keys
    const now = clock ? String(clock.now()) : ''
    return runScript(
      client,
      scripts[verb],
      [entry, `${place}:index`, `${place}:sizes`, `${place}:open`, ...others],
      [now, names[0] ?? '', ...args.map(String)],
    )
  }
  const claimed = async (verb: 'extend' | 'complete' | 'release', claim: Claim, ...more: (string | number)[]) => {
    const { key, tenant, owner, fence } = claim
    const [done] = await run(verb, tenant, [key], [owner, fence, ...more])
    return done === 1
  }

  return {
    async reserve({ key, tenant, fingerprint, owner, lease, ttl, onLeaseExpired }) {
      const args = [fingerprint, owner, Math.ceil(lease), Math.ceil(ttl), onLeaseExpired, ...limits]
      return outcomeOf(await run('reserve', tenant, [key], args))
    },
    extend: (claim, lease) => claimed('extend', claim, Math.ceil(lease)),
    complete: (claim, record) => claimed('complete', claim, record),
    release: (claim) => claimed('release', claim),
    async purge(tenant) {
      let count = 0
      for (let names: readonly string[] = []; ; ) {
        // The first name stands for the entry, which this verb has none of.
        const [removed, ...left] = await run('purge', tenant, ['', ...names], names)
        count += removed as number
        if (left.length === 0) return count
        names = left as readonly string[]
      }
    },
  }
}

/**
 * The hash tag is the tenant, so that a script can count what the tenant has: all its keys are in one slot, and the slots of
 * tenants are spread over the cluster. No tenant's id is `-`.
 */
function placeOf(prefix: string, tenant: string | undefined): string {
  if (tenant !== undefined && !isTenantId(tenant)) throw new ConfigurationError('the tenant of a key is no tenant id')
  return `{${prefix}:${tenant ?? '-'}}`
}

function outcomeOf([kind, value]: readonly unknown[]): ReserveOutcome {
  switch (kind as ReserveOutcome['kind']) {
    case 'reserved':
      return { kind: 'reserved', fence: value as number }
    case 'mismatch':
      return { kind: 'mismatch' }
    case 'in-progress':
      return { kind: 'in-progress', retryAfter: value as number }
    case 'completed':
      return { kind: 'completed', record: value as string }
    case 'full':
      return { kind: 'full', retryAfter: value as number }
  }
}
