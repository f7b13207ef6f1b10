import type { Reservation, ReserveOutcome } from './types.js'

/** What a store knows of a key that is already there. Times are milliseconds from now. */
export interface KnownKey {
  readonly fingerprint: string
  readonly record: string | undefined
  /** Until the lease ends; not positive: it has ended. */
  readonly leaseLeft: number
  /** Until the key is forgotten; positive. */
  readonly timeLeft: number
  readonly onLeaseExpired: 'takeover' | 'block'
}

/** What a second request with the same key is told, in this order; `takeover`: the store gives it the next fence. */
export function judgeKnownKey(known: KnownKey, reservation: Reservation): ReserveOutcome | 'takeover' {
  if (known.fingerprint !== reservation.fingerprint) return { kind: 'mismatch' }
  if (known.record !== undefined) return { kind: 'completed', record: known.record }
  if (known.leaseLeft > 0) return { kind: 'in-progress', retryAfter: known.leaseLeft }
  if (known.onLeaseExpired === 'block') return { kind: 'in-progress', retryAfter: known.timeLeft }
  return 'takeover'
}
