import { type Clock, type RateLimiter } from '@tenantkit/runtime'
import { createBuckets } from './buckets.js'

export interface TokenRate {
  /** Requests of one token in a minute, evenly spread; as many at once. */
  readonly perMinute: number
  /** Tokens that are remembered. Default: 10,000. */
  readonly tokens?: number | undefined
  readonly clock?: Clock | undefined
}

/**
 * Counts the requests of each token, in this process; those of all jobs of a trust policy together. Only tokens that hold are
 * counted, so that nobody makes it remember anything by inventing some.
 */
export function rateByToken({ perMinute, tokens = 10_000, clock }: TokenRate): RateLimiter {
  const take = createBuckets({ perMinute, most: tokens, clock })
  return {
    take({ tenant, principal }) {
      return tenant === undefined || principal === undefined ? undefined : take(`${tenant} ${principal}`)
    },
  }
}
