import type { TenantHandlerRequest } from '@tenantkit/runtime/gen1/server'
import type { TokenOrigin } from '../model/index.js'
import type { Caller } from '../service/index.js'

/** Who asks, from the verified credentials. Without patterns in its token a caller writes nowhere. */
export function callerOf({ tenant, principal }: Pick<TenantHandlerRequest, 'tenant' | 'principal'>): Caller {
  const { namespaces, origin } = principal.claims
  return {
    organisation: tenant.id,
    actor: principal.id,
    namespaces: Array.isArray(namespaces) ? namespaces.filter((each) => typeof each === 'string') : [],
    // Claims are those of our own records, and of nobody else.
    origin: origin as TokenOrigin | undefined,
  }
}
