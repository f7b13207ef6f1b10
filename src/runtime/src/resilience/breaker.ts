import { counts, keepUntil, openUntil, phase, type Rows, read, slot, slotCount } from './row.js'
import type { BreakerPolicy, Outcome } from './types.js'

const closed = 0
const open = 1
/** One call is on its way to find out; its outcome decides. */
const probing = 2

/** Milliseconds that calls are turned away; 0: they may pass. */
export function openFor(rows: Rows, at: number, policy: BreakerPolicy, now: number): number {
  switch (read(rows, at, phase)) {
    case closed:
      return 0
    case open:
      return Math.max(0, read(rows, at, openUntil) - now)
    default:
      return policy.openFor
  }
}

/** A call passes, which `openFor` has allowed. True when it is the one that finds out. */
export function claimProbe(rows: Rows, at: number): boolean {
  if (read(rows, at, phase) !== open) return false
  rows[at + phase] = probing
  return true
}

/** While the answer is out the row must not be given away, however long it takes. */
export function isProbing(rows: Rows, at: number): boolean {
  return read(rows, at, phase) === probing
}

/** Counts what became of a call that passed. */
export function recordOutcome(
  rows: Rows,
  at: number,
  policy: BreakerPolicy,
  now: number,
  { outcome, isProbe }: { readonly outcome: Outcome; readonly isProbe: boolean },
): 'opened' | 'closed' | undefined {
  if (isProbe) return recordProbe(rows, at, policy, now, outcome)
  // Calls from before it opened come back late; they say nothing new.
  if (outcome === 'ignored' || read(rows, at, phase) !== closed) return undefined
  roll(rows, at, policy, now)
  const place = at + counts + 2 * (read(rows, at, slot) % slotCount)
  rows[place] = read(rows, place, 0) + 1
  if (outcome === 'succeeded') return undefined
  rows[place + 1] = read(rows, place, 1) + 1
  // Successes alone may be forgotten: without them it opens the sooner.
  keepUntil(rows, at, now + policy.window)
  const { calls, failures } = sums(rows, at)
  return calls >= policy.minimum && failures >= calls * policy.failures ? trip(rows, at, policy, now) : undefined
}

function recordProbe(
  rows: Rows,
  at: number,
  policy: BreakerPolicy,
  now: number,
  outcome: Outcome,
): 'opened' | 'closed' | undefined {
  if (outcome === 'failed') return trip(rows, at, policy, now)
  if (outcome === 'succeeded') {
    rows[at + phase] = closed
    return 'closed'
  }
  // It has found out nothing: the next call is the probe.
  rows[at + phase] = open
  rows[at + openUntil] = now
  keepUntil(rows, at, now + policy.window)
  return undefined
}

/** Remembered for a window longer than it is open, so that the probe is a single one for those who come back late. */
function trip(rows: Rows, at: number, policy: BreakerPolicy, now: number): 'opened' {
  rows[at + phase] = open
  rows[at + openUntil] = now + policy.openFor
  rows.fill(0, at + counts, at + counts + 2 * slotCount)
  keepUntil(rows, at, now + policy.openFor + policy.window)
  return 'opened'
}

/** Empties the slots that have passed out of the window. */
function roll(rows: Rows, at: number, { window }: BreakerPolicy, now: number): void {
  const current = Math.floor((now * slotCount) / window)
  const last = read(rows, at, slot)
  if (current === last) return
  // Everything has passed; or the clock was set back, and nobody knows.
  const passed = current < last ? slotCount : Math.min(current - last, slotCount)
  for (let back = 0; back < passed; back++) {
    const place = at + counts + 2 * ((current - back) % slotCount)
    rows.fill(0, place, place + 2)
  }
  rows[at + slot] = current
}

function sums(rows: Rows, at: number): { readonly calls: number; readonly failures: number } {
  let calls = 0
  let failures = 0
  for (let place = at + counts; place < at + counts + 2 * slotCount; place += 2) {
    calls += read(rows, place, 0)
    failures += read(rows, place, 1)
  }
  return { calls, failures }
}
