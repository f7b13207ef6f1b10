import type { Clock } from '../context/index.js'

/** A clock that stands still until it is turned. */
export interface ManualClock extends Clock {
  /** Moves on, and runs what falls due on the way, in order of time. */
  advance(milliseconds: number): void
}

/** @param start milliseconds since 1970; default: 2026-01-01. */
export function manualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let now = start
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>()
  return {
    now: () => now,
    after(milliseconds, callback) {
      const timer = { at: now + milliseconds, callback }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    advance(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        const due = [...timers].filter(({ at }) => at <= end).sort((left, right) => left.at - right.at)[0]
        if (!due) break
        timers.delete(due)
        now = Math.max(now, due.at)
        due.callback()
      }
      now = end
    },
  }
}
