import { createHash } from 'node:crypto'
import { type Clock, systemClock } from '../context/index.js'
import { ConfigurationError } from '../error/index.js'
import type { SpentTokens } from '../hop/index.js'
import { type RedisClient, runScript } from './client.js'

export interface RedisSpentTokensOptions {
  /** Start of all keys. Default: `tenantkit`. */
  readonly prefix?: string | undefined
  /** Milliseconds to wait for Redis; then nobody knows, and the token is not accepted. Default: 1,000. */
  readonly within?: number | undefined
  readonly clock?: Clock | undefined
}

/**
 * Notes a token, once.
 *
 * - KEYS[1] the token
 * - ARGV[1] milliseconds until it may be forgotten
 *
 * Gives 1 when it was not there, else 0.
 */
const spend = `
if redis.call('SET', KEYS[1], '', 'NX', 'PX', ARGV[1]) then
  return {1}
end
return {0}
`

/**
 * One memory of used context tokens for all processes of a service: `contextTokens({ spent: redisSpentTokens(client) })`.
 * A token is forgotten when it has ended; of its id only a hash is kept.
 *
 * @param client connected, from the package `redis` or `ioredis`.
 * @throws ConfigurationError for options that cannot work.
 */
export function redisSpentTokens(client: RedisClient, options: RedisSpentTokensOptions = {}): SpentTokens {
  const { prefix = 'tenantkit', within = 1000, clock = systemClock } = options
  if (!/^[\w:.-]{1,100}$/.test(prefix)) {
    throw new ConfigurationError('`prefix` is made of letters, digits, underscores, colons, dots and dashes')
  }
  return {
    spend(id, until, now) {
      if (until <= now) return false
      const key = `${prefix}:spent:${createHash('sha256').update(id).digest('base64url')}`
      return new Promise((resolve, reject) => {
        const stop = clock.after(within, () => reject(new RangeError('Redis took too long')))
        runScript(client, spend, [key], [String(Math.ceil(until - now))])
          .then(([isNew]) => resolve(Number(isNew) === 1), reject)
          .finally(stop)
      })
    },
  }
}
