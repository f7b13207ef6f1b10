import { type Clock, createBounded, systemClock } from '../context/index.js'
import type { TenantDirectory, TenantState } from './types.js'

export interface CachedTenantsOptions {
  /** Milliseconds that a state is believed: so long does a suspension take at most. Default: 1,000. */
  readonly lifetime?: number | undefined
  /** Tenants to remember. Default: 10,000. */
  readonly limit?: number | undefined
  readonly clock?: Clock | undefined
}

/**
 * Remembers states of tenants for a moment; requests that ask at the same time share one question. A directory that
 * fails is not remembered: the request is answered with 503, and the next one asks again.
 */
export function cachedTenants(directory: TenantDirectory, options: CachedTenantsOptions = {}): TenantDirectory {
  const { lifetime = 1000, limit = 10_000, clock = systemClock } = options
  const known = createBounded<{ readonly state: Promise<TenantState>; readonly until: number }>(limit)
  return {
    stateOf(tenant) {
      const now = clock.now()
      const entry = known.get(tenant)
      if (entry && now < entry.until) return entry.state
      const state = Promise.resolve().then(() => directory.stateOf(tenant))
      const asked = { state, until: now + lifetime }
      known.set(tenant, asked)
      state.catch(() => {
        if (known.get(tenant) === asked) known.delete(tenant)
      })
      return state
    },
  }
}
