import { withinHookTime } from './ask-hook.js'
import { audit, type Call, isRouted, type RoutedCall, report } from './call.js'
import { stoppedBy } from './stopped.js'

/**
 * Asks for a call that is still being answered whether it would be let in now; undefined where nobody could say no. An
 * answer that streams for hours must not outlive what its tenant may do.
 */
export function stillOpen(call: Call): (() => Promise<boolean>) | undefined {
  const { tenants, killSwitch } = call.environment.options
  if (!isRouted(call) || !(tenants || killSwitch)) return undefined
  return async () => {
    const stop = await stoppedBy(call)
    if (!stop) return isServed(call)
    if (stop.audit) audit(call, stop.audit)
    return false
  }
}

async function isServed(call: RoutedCall): Promise<boolean> {
  const { tenant, operation, environment } = call
  // An operator may work on whatever tenant it has chosen, in whatever state.
  if (tenant === undefined || operation.operation.scope === 'platform') return true
  try {
    const { tenants } = environment.options
    const state = tenants ? await withinHookTime(call, () => tenants.stateOf(tenant)) : 'active'
    if (state !== 'active') audit(call, { event: 'access-refused', reason: `tenant-${state}` })
    return state === 'active'
  } catch (error) {
    report(call, error)
    audit(call, { event: 'dependency-failed', reason: 'tenant-check-failed' })
    return false
  }
}
