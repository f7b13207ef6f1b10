import { audit, type RoutedCall, report } from './call.js'
import { type Refusal, refuse } from './refusal.js'

/**
 * The other tenants that a call of the scope `cross-tenant` may reach: those that it names, each with a grant. Without a
 * directory there is no grant.
 */
export async function grantedTenants(
  call: RoutedCall,
  named: readonly string[],
): Promise<{ readonly tenants: readonly string[] } | Refusal> {
  const { principal, tenant: from } = call
  if (call.operation.operation.scope !== 'cross-tenant' || !principal || from === undefined) return { tenants: [] }
  for (const to of named.length > 0 ? named : [undefined]) {
    const details = { to: to ?? '' }
    try {
      const grant = await call.environment.options.grants?.find({ operation: call.operation.id, from, to, principal })
      if (grant === undefined) {
        return refuse('TK7207', { audit: { event: 'access-refused', reason: 'grant-missing', details } })
      }
      audit(call, { event: 'tenant-crossed', reason: 'grant', details: { ...details, grant } })
    } catch (error) {
      report(call, error)
      const note = { event: 'dependency-failed', reason: 'grant-check-failed' } as const
      return refuse('TK7217', { headers: [['retry-after', '1']], audit: note })
    }
  }
  return { tenants: named }
}
