import { type Clock, systemClock } from '@tenantkit/runtime'

export interface BucketsOptions {
  /** In a minute, evenly spread; as many at once. */
  readonly perMinute: number
  /** Names that are remembered: the one that was not heard of for longest is forgotten, and begins anew. */
  readonly most: number
  readonly clock?: Clock | undefined
}

interface Bucket {
  /** What is left, with fractions. */
  left: number
  /** Milliseconds since 1970. */
  at: number
}

/** Counts what is done in each name, in this process: seconds to wait, or undefined when it may be done now. */
export function createBuckets({
  perMinute,
  most,
  clock = systemClock,
}: BucketsOptions): (name: string) => number | undefined {
  const buckets = new Map<string, Bucket>()
  return (name) => {
    const now = clock.now()
    const { left, at } = buckets.get(name) ?? { left: perMinute, at: now }
    // A clock that was set back fills nothing.
    const filled = Math.min(perMinute, left + (Math.max(0, now - at) * perMinute) / 60_000)
    const isThere = filled >= 1
    keep(name, { left: isThere ? filled - 1 : filled, at: now })
    return isThere ? undefined : ((1 - filled) * 60) / perMinute
  }

  function keep(name: string, bucket: Bucket): void {
    buckets.delete(name)
    buckets.set(name, bucket)
    const [oldest] = buckets.keys()
    if (buckets.size > most && oldest !== undefined) buckets.delete(oldest)
  }
}
