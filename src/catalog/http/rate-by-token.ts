import { type Clock, type RateLimiter, systemClock } from '@tenantkit/runtime'

export interface TokenRate {
  /** Requests of one token in a minute, evenly spread; as many at once. */
  readonly perMinute: number
  /** Tokens that are remembered. Default: 10,000. */
  readonly tokens?: number | undefined
  readonly clock?: Clock | undefined
}

interface Bucket {
  /** Requests that are left, with fractions. */
  left: number
  /** Milliseconds since 1970. */
  at: number
}

/**
 * Counts the requests of each token, in this process. Only tokens that hold are counted, so that nobody makes it remember
 * anything by inventing some; one that is forgotten begins anew, and that is the one that was not heard of for longest.
 */
export function rateByToken({ perMinute, tokens = 10_000, clock = systemClock }: TokenRate): RateLimiter {
  const buckets = new Map<string, Bucket>()
  return {
    take({ tenant, principal }) {
      if (tenant === undefined || principal === undefined) return undefined
      const name = `${tenant} ${principal}`
      const now = clock.now()
      const { left, at } = buckets.get(name) ?? { left: perMinute, at: now }
      // A clock that was set back fills nothing.
      const filled = Math.min(perMinute, left + (Math.max(0, now - at) * perMinute) / 60_000)
      const isThere = filled >= 1
      keep(name, { left: isThere ? filled - 1 : filled, at: now })
      return isThere ? undefined : ((1 - filled) * 60) / perMinute
    },
  }

  function keep(name: string, bucket: Bucket): void {
    buckets.delete(name)
    buckets.set(name, bucket)
    const [oldest] = buckets.keys()
    if (buckets.size > tokens && oldest !== undefined) buckets.delete(oldest)
  }
}
