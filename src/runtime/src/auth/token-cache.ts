import { hash } from 'node:crypto'
import { createBounded } from '../context/index.js'

/** What was verified, by the hash of its whole token, so that a changed signature is another token. */
export interface TokenCache<Verified> {
  get(token: string, now: number): Verified | undefined
  /** @param expiry of the token itself, in milliseconds since 1970. */
  set(token: string, verified: Verified, expiry: number, now: number): void
  readonly size: number
}

/**
 * Verifying a signature costs more than the rest of a request; this remembers who was verified.
 *
 * @param limit entries; the least recently used goes first.
 * @param lifetime milliseconds at most; an entry dies earlier with the `exp` of its token.
 */
export function createTokenCache<Verified>(limit: number, lifetime: number): TokenCache<Verified> {
  const entries = createBounded<{ readonly verified: Verified; readonly until: number }>(limit)
  return {
    get(token, now) {
      const key = hashOf(token)
      const entry = entries.get(key)
      if (!entry || now < entry.until) return entry?.verified
      entries.delete(key)
      return undefined
    },
    set(token, verified, expiry, now) {
      const until = Math.min(now + lifetime, expiry)
      if (now < until) entries.set(hashOf(token), { verified, until })
    },
    get size() {
      return entries.size
    },
  }
}

function hashOf(token: string): string {
  return hash('sha256', token, 'base64')
}
