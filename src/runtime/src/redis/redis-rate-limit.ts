import { type Clock, isTenantId } from '../context/index.js'
import { ConfigurationError } from '../error/index.js'
import type { RateDecision, RateLimiter, RateRequest } from '../server/index.js'
import { type RedisClient, runScript } from './client.js'

export interface RedisRateLimitOptions {
  /** Start of all keys. Default: `tenantkit`. */
  readonly prefix?: string | undefined
  /** For operations that declare no rate. `per` in milliseconds. Default: those are not counted. */
  readonly fallback?: { readonly requests: number; readonly per: number } | undefined
  /** For tests. Default: the time of the Redis server, because clocks of clients disagree. */
  readonly clock?: Clock | undefined
}

/**
 * Token bucket: what is taken, and when that was true. It goes by itself when it is full again.
 *
 * - KEYS[1] the bucket, a hash: `taken`, `at` (milliseconds since 1970)
 * - ARGV[1] the time, in tests; else empty, and it is the server's
 * - ARGV[2] tokens, ARGV[3] milliseconds until they are all there again
 *
 * Gives milliseconds to wait (0: a token was there), tokens that are left, milliseconds until the bucket is full.
 */
const take = `
local now
if ARGV[1] ~= '' then
  now = tonumber(ARGV[1])
else
  local time = redis.call('TIME')
  now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
local requests, per = tonumber(ARGV[2]), tonumber(ARGV[3])
local known = redis.call('HMGET', KEYS[1], 'taken', 'at')
local taken = tonumber(known[1] or 0)
taken = math.max(0, taken - math.max(0, now - tonumber(known[2] or now)) * requests / per)
local wait = 0
if taken + 1 > requests + 1e-9 then
  wait = math.ceil((taken + 1 - requests) * per / requests)
else
  taken = taken + 1
end
local full = math.ceil(taken * per / requests)
redis.call('HSET', KEYS[1], 'taken', string.format('%.17g', taken), 'at', string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], math.max(full, 1))
return {wait, math.floor(math.max(0, requests - taken + 1e-9)), full}
`

/**
 * Counts the declared rates in Redis, for services of several processes: one script a request, by the clock of the Redis
 * server. When Redis is out of reach each process counts by itself.
 *
 * @param client connected, from the package `redis` or `ioredis`.
 * @throws ConfigurationError for options that cannot work.
 */
export function redisRateLimit(client: RedisClient, options: RedisRateLimitOptions = {}): RateLimiter {
  const { prefix = 'tenantkit', fallback, clock } = options
  if (!/^[\w:.-]{1,100}$/.test(prefix)) {
    throw new ConfigurationError('`prefix` is made of letters, digits, underscores, colons, dots and dashes')
  }
  if (fallback && !(fallback.requests >= 1 && fallback.per > 0 && Number.isFinite(fallback.requests * fallback.per))) {
    throw new ConfigurationError('`fallback` is no rate')
  }
  return {
    async take(request) {
      const { requests, per } = request.limit ?? fallback ?? {}
      if (requests === undefined || per === undefined) return undefined
      const args = [clock ? String(clock.now()) : '', String(requests), String(per)]
      return decisionOf(await runScript(client, take, [keyOf(prefix, request)], args))
    },
  }
}

/** The hash tag is the tenant, so that the buckets of tenants are spread over a cluster. No tenant's id is `-`. */
function keyOf(prefix: string, { limit, tenant }: RateRequest): string {
  if (tenant !== undefined && !isTenantId(tenant)) throw new ConfigurationError('the tenant of a key is no tenant id')
  const owner = limit?.isShared ? '-' : (tenant ?? '-')
  return `{${prefix}:${owner}}:rate:${limit?.name ?? ''}`
}

function decisionOf([wait, left, full]: readonly unknown[]): RateDecision {
  const milliseconds = Number(wait)
  return {
    wait: milliseconds > 0 ? milliseconds / 1000 : undefined,
    left: Number(left),
    reset: Number(full) / 1000,
  }
}
