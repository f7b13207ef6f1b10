import { keepUntil, type Rows, read, retriesSpent } from './row.js'

/** Retries that may be spent before any are earned. */
const reserve = 10
/** Milliseconds that what was spent is remembered after the last call. */
const memory = 60_000
/** Sums of fractions are not exact. */
const nearly = 1e-9

/**
 * How much a client may add to the load of a server in trouble: a share of its calls, beyond a small reserve. Without it,
 * retries multiply an outage.
 */
export function earnRetry(rows: Rows, at: number, share: number): void {
  const spent = read(rows, at, retriesSpent)
  if (spent > 0) rows[at + retriesSpent] = Math.max(0, spent - share)
}

export function canRetry(rows: Rows, at: number): boolean {
  return read(rows, at, retriesSpent) <= reserve - 1 + nearly
}

export function spendRetry(rows: Rows, at: number, now: number): void {
  rows[at + retriesSpent] = read(rows, at, retriesSpent) + 1
  keepUntil(rows, at, now + memory)
}
