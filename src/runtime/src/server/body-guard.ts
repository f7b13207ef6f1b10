import type { Codec, View } from '../codec/index.js'
import { isTenantId } from '../context/index.js'
import { ForeignTenantError } from '../error/index.js'
import type { RoutedCall } from './call.js'
import { type Refusal, refuse } from './refusal.js'

/** Compares what a body says about tenants with what is verified. */
export interface BodyGuard {
  /** A refusal for another tenant's id; undefined when all is well. */
  check(codec: Codec | undefined, value: unknown): Refusal | undefined
  /** Other tenants that the body has named so far, in the scope that may reach some. */
  readonly foreign: ReadonlySet<string>
  /** From now on only these may be named; what comes in a stream is judged after the grants are known. */
  settle(granted: readonly string[]): void
}

export function createBodyGuard(call: RoutedCall): BodyGuard {
  const { tenant } = call
  const { scope } = call.operation.operation
  const foreign = new Set<string>()
  let granted: readonly string[] | undefined
  let found: unknown
  const view: View = {
    tenant,
    shows: () => true,
    mask: () => undefined,
    guard(value, at) {
      if (value === tenant) return
      if (scope === 'cross-tenant' && isTenantId(value) && (granted?.includes(value) ?? true)) foreign.add(value)
      else {
        found = value
        throw new ForeignTenantError(at)
      }
    },
  }
  // An operator without a tenant works on all of them; nobody else has none.
  const isBound = scope !== 'public' && !(scope === 'platform' && tenant === undefined)
  return {
    foreign,
    settle(tenants) {
      granted = tenants
    },
    check(codec, value) {
      if (!isBound || !codec?.guard) return undefined
      try {
        codec.guard(value, view)
        return undefined
      } catch (error) {
        if (!(error instanceof ForeignTenantError)) throw error
        return mismatch(error.at, found)
      }
    },
  }
}

function mismatch(at: string, found: unknown): Refusal {
  const named = typeof found === 'string' ? found.slice(0, 64) : typeof found
  return refuse('TK7207', { audit: { event: 'tenant-mismatch', reason: 'body', details: { at, named } } })
}
