/** Longest wait that a server can impose. */
const maxDelay = 30_000

/**
 * Milliseconds that the header `Retry-After` asks for (RFC 9110, section 10.2.3: seconds or a date), from 0 to 30,000;
 * undefined when it is absent or means nothing.
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  if (/^\d+$/.test(header)) return Math.min(Number(header) * 1000, maxDelay)
  // Only dates as HTTP writes them: `Date.parse` takes nearly anything, `-1` among it.
  if (!/^[A-Z][a-z]{2,8},? [\w :-]+$/.test(header)) return undefined
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.min(Math.max(date - now, 0), maxDelay)
}
