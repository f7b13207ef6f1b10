import { keepUntil, type Rows, read, takenAt, tokensTaken } from './row.js'
import type { RatePolicy } from './types.js'

/** Sums of fractions are not exact: a token that is all but there is there. */
const nearly = 1e-9

/** Takes a token. 0: it was there; else the milliseconds until there will be one. No timers: the bucket is filled when it is looked at. */
export function takeToken(rows: Rows, at: number, { requests, per }: RatePolicy, now: number): number {
  const taken = takenNow(rows, at, { requests, per }, now)
  rows[at + takenAt] = now
  if (taken + 1 > requests + nearly) {
    rows[at + tokensTaken] = taken
    return timeToToken(rows, at, { requests, per }, now)
  }
  rows[at + tokensTaken] = taken + 1
  keepUntil(rows, at, now + ((taken + 1) * per) / requests)
  return 0
}

/** Whole tokens that are left. */
export function tokensLeft(rows: Rows, at: number, policy: RatePolicy, now: number): number {
  return Math.max(0, Math.floor(policy.requests - takenNow(rows, at, policy, now) + nearly))
}

/** Milliseconds until there is one. */
export function timeToToken(rows: Rows, at: number, policy: RatePolicy, now: number): number {
  return Math.max(0, ((takenNow(rows, at, policy, now) + 1 - policy.requests) * policy.per) / policy.requests)
}

/** Milliseconds until the bucket is full. */
export function timeToFull(rows: Rows, at: number, policy: RatePolicy, now: number): number {
  return (takenNow(rows, at, policy, now) * policy.per) / policy.requests
}

/** A clock that was set back fills nothing, and does not hold up what comes after. */
function takenNow(rows: Rows, at: number, { requests, per }: RatePolicy, now: number): number {
  const passed = Math.max(0, now - read(rows, at, takenAt))
  return Math.max(0, read(rows, at, tokensTaken) - (passed * requests) / per)
}
