import type { Clock, RateLimiter, RequestLike } from '@tenantkit/runtime'
import { callerAddress } from '../../util/caller-address.js'
import { createBuckets } from './buckets.js'

export interface CallerRate {
  /** Requests of one token, or tokens that are asked for from one address, in a minute, evenly spread; as many at once. */
  readonly perMinute: number
  /** Tokens, and addresses, that are remembered. Default: 10,000 of each. */
  readonly most?: number | undefined
  /** Whether a proxy in front says where requests come from. */
  readonly isBehindProxy: boolean
  readonly clock?: Clock | undefined
}

/**
 * Counts the requests of each token, in this process; those of all jobs of a trust policy together. Only tokens that hold are
 * counted, so that nobody makes it remember anything by inventing some. Who asks for a token has none: that is counted by address,
 * and not by the organisation that is named, for anybody could keep its jobs from theirs then.
 */
export function rateByCaller({ perMinute, most = 10_000, isBehindProxy, clock }: CallerRate): RateLimiter {
  const ofToken = createBuckets({ perMinute, most, clock })
  const ofAddress = createBuckets({ perMinute, most, clock })
  return {
    take({ operation, tenant, principal, request }) {
      if (tenant !== undefined && principal !== undefined) return ofToken(`${tenant} ${principal}`)
      return operation === 'exchangeToken' ? ofAddress(addressOf(request)) : undefined
    },
  }

  function addressOf({ address, rawHeaders }: RequestLike): string {
    const headers = new Headers()
    for (let index = 0; isBehindProxy && index + 1 < rawHeaders.length; index += 2) {
      if (rawHeaders[index]?.toLowerCase() === 'x-forwarded-for')
        headers.append('x-forwarded-for', rawHeaders[index + 1] ?? '')
    }
    return callerAddress({ address, headers, isBehindProxy })
  }
}
