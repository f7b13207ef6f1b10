import { createHash, timingSafeEqual } from 'node:crypto'
import { type Clock, systemClock } from '../context/index.js'
import type { Authentication, Authenticator } from './types.js'

/** What is stored about a key; never the key. */
export interface ApiKeyRecord {
  /** {@link hashApiKey} of the key. */
  readonly hash: string
  /** Who holds the key. */
  readonly principal: string
  /** Whose data it opens; absent for operators of the platform. */
  readonly tenant?: string | undefined
  readonly scopes?: readonly string[] | undefined
  /** Name of a clearance in the contract's data policy. */
  readonly clearance?: string | undefined
  /** Milliseconds since 1970. */
  readonly expiresAt?: number | undefined
}

export interface ApiKeyOptions {
  /**
   * Finds a record by the hash of its key; asked for each request, and once a second while an answer streams. Throwing
   * means: not to be told now (503).
   */
  readonly lookup: (hash: string) => ApiKeyRecord | undefined | Promise<ApiKeyRecord | undefined>
  readonly clock?: Clock | undefined
}

/** Verifies API keys: long random texts, of which only hashes are stored. */
export function apiKeys(options: ApiKeyOptions): Authenticator {
  const clock = options.clock ?? systemClock
  return {
    async authenticate(credential): Promise<Authentication> {
      if (credential.kind !== 'key' && credential.kind !== 'bearer') return refused('not-an-api-key')
      const hash = hashApiKey(credential.value)
      let record: ApiKeyRecord | undefined
      try {
        record = await find(hash)
      } catch {
        return { outcome: 'unavailable', reason: 'api-key-lookup-failed' }
      }
      if (!record) return refused('api-key-unknown')
      if (hasEnded(record)) return refused('api-key-expired')
      return {
        outcome: 'authenticated',
        principal: {
          id: record.principal,
          issuer: undefined,
          scopes: record.scopes ?? [],
          clearance: record.clearance,
          claims: {},
        },
        ...(record.tenant !== undefined && { tenant: record.tenant }),
        ...(record.expiresAt !== undefined && { expiresAt: record.expiresAt }),
        async stillHolds() {
          const now = await find(hash)
          return now !== undefined && !hasEnded(now) && now.tenant === record.tenant
        },
      }
    },
  }

  /** A store that folds case or matches by prefix must not let a near miss in. */
  async function find(hash: string): Promise<ApiKeyRecord | undefined> {
    const record = await options.lookup(hash)
    return record && sameText(record.hash, hash) ? record : undefined
  }

  function hasEnded({ expiresAt }: ApiKeyRecord): boolean {
    return expiresAt !== undefined && expiresAt <= clock.now()
  }
}

/** What to store of an API key: its SHA-256, in hex. Enough for a random key of 128 bits or more; not for passwords. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

function refused(reason: string): Authentication {
  return { outcome: 'refused', reason }
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
