import { createHash } from 'node:crypto'
import type { JWTPayload } from 'jose'

/** Verified claims by the hash of their whole token, so that a changed signature is another token. */
export interface TokenCache {
  get(token: string, now: number): JWTPayload | undefined
  set(token: string, claims: JWTPayload, now: number): void
  readonly size: number
}

/**
 * Verifying a signature costs more than the rest of a request; this remembers who was verified.
 *
 * @param limit entries; the least recently used goes first.
 * @param lifetime milliseconds at most; an entry dies earlier with the `exp` of its token.
 */
export function createTokenCache(limit: number, lifetime: number): TokenCache {
  const entries = new Map<string, { readonly claims: JWTPayload; readonly until: number }>()
  return {
    get(token, now) {
      const key = hashOf(token)
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      if (entry.until <= now) return undefined
      entries.set(key, entry)
      return entry.claims
    },
    set(token, claims, now) {
      const until = Math.min(now + lifetime, (claims.exp ?? 0) * 1000)
      if (until <= now || limit < 1) return
      if (entries.size >= limit) {
        const oldest = entries.keys().next()
        if (!oldest.done) entries.delete(oldest.value)
      }
      entries.set(hashOf(token), { claims, until })
    },
    get size() {
      return entries.size
    },
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64')
}
