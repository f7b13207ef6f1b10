import { hash } from 'node:crypto'
import type { JWTPayload } from 'jose'
import { createBounded } from '../context/index.js'

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
  const entries = createBounded<{ readonly claims: JWTPayload; readonly until: number }>(limit)
  return {
    get(token, now) {
      const key = hashOf(token)
      const entry = entries.get(key)
      if (!entry || now < entry.until) return entry?.claims
      entries.delete(key)
      return undefined
    },
    set(token, claims, now) {
      const until = Math.min(now + lifetime, (claims.exp ?? 0) * 1000)
      if (now < until) entries.set(hashOf(token), { claims, until })
    },
    get size() {
      return entries.size
    },
  }
}

function hashOf(token: string): string {
  return hash('sha256', token, 'base64')
}
