import type { TenantHandlerRequest } from '@tenantkit/runtime/gen1/server'
import type { Caller } from '../service/index.js'

/** Who asks, from the verified credentials. Without patterns in its token a caller writes nowhere. */
export function callerOf({ tenant, principal }: Pick<TenantHandlerRequest, 'tenant' | 'principal'>): Caller {
  const { namespaces } = principal.claims
  return {
    organisation: tenant.id,
    actor: principal.id,
    namespaces: Array.isArray(namespaces) ? namespaces.filter((each) => typeof each === 'string') : [],
  }
}
