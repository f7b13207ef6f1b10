/** Attempts before a delivery is given up; with the waits between them that is more than a day. */
export const mostAttempts = 12

const firstWait = 5_000
const longestWait = 6 * 3_600_000

export interface Wait {
  /** How often it was tried. */
  readonly attempts: number
  /** `Retry-After` of the answer. */
  readonly retryAfter?: string | undefined
  readonly now: Date
  /** From 0 to 1. */
  readonly random: () => number
}

/**
 * When a delivery is tried next: each wait is four times the one before, and a random part of its second half falls away,
 * so that what failed together does not come back together. A receiver may ask for more time, not for less, and not for
 * ever.
 */
export function nextAttempt({ attempts, retryAfter, now, random }: Wait): Date {
  const whole = Math.min(longestWait, firstWait * 4 ** (attempts - 1))
  const own = whole / 2 + (random() * whole) / 2
  const asked = Math.min(longestWait, millisecondsOf(retryAfter, now))
  return new Date(now.getTime() + Math.round(Math.max(own, asked)))
}

/** Seconds, or a date as HTTP writes it (RFC 9110, 10.2.3); 0 for anything else. */
function millisecondsOf(text: string | undefined, now: Date): number {
  if (text === undefined) return 0
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1000
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return 0
  const at = Date.parse(text)
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime())
}
