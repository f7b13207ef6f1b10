import type { Resilience } from '../../../contract/model/index.js'
import { spokenTime } from './idempotency-change.js'

type RateLimit = Resilience['rateLimit']

/**
 * Whether callers may call less. Of the same calls over a longer time a burst of before is still served, so the rate in
 * the long run counts; with the same rate, the smaller burst.
 */
export function rateOrder(from: RateLimit, to: RateLimit): 'lower' | 'higher' | 'same' {
  if (!from || !to) return from === to ? 'same' : to ? 'lower' : 'higher'
  const difference = to.requests * from.per - from.requests * to.per || to.requests - from.requests
  return difference === 0 ? 'same' : difference < 0 ? 'lower' : 'higher'
}

export function describeRate(limit: RateLimit): string {
  if (!limit) return 'any number of calls'
  return `${limit.requests} ${limit.requests === 1 ? 'call' : 'calls'} in ${spokenTime(limit.per)}`
}
