import type { KillSwitch } from '../tenancy/index.js'
import { withinHookTime } from './ask-hook.js'
import { type RoutedCall, report } from './call.js'
import { type Refusal, refuse } from './refusal.js'

const soon = { headers: [['retry-after', '1']] } as const

/**
 * Whether the call is stopped. A tenant that is stopped reads what every refused tenant reads; an operation that is
 * stopped for all is not there for the time being. When nobody can tell, nothing is served.
 */
export function stoppedBy(call: RoutedCall): Promise<Refusal | undefined> | undefined {
  const { killSwitch } = call.environment.options
  return killSwitch && askSwitch(call, killSwitch)
}

async function askSwitch(call: RoutedCall, killSwitch: KillSwitch): Promise<Refusal | undefined> {
  try {
    const asked = { tenant: call.tenant, operation: call.operation.id }
    const stop = await withinHookTime(call, () => killSwitch.stopOf(asked))
    if (!stop) return undefined
    const note = { event: 'access-refused', reason: 'stopped', details: { stop: stop.reason } } as const
    return stop.tenant === undefined ? refuse('TK7217', { ...soon, audit: note }) : refuse('TK7207', { audit: note })
  } catch (error) {
    report(call, error)
    return refuse('TK7217', { ...soon, audit: { event: 'dependency-failed', reason: 'stops-not-known' } })
  }
}
