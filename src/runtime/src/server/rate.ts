import { type RoutedCall, report } from './call.js'
import { type Refusal, refuse } from './refusal.js'

/** 429 when the limiter says so. Counted for the verified tenant, never for what a header says. */
export async function takeFromRate(call: RoutedCall): Promise<Refusal | undefined> {
  const { rateLimit } = call.environment.options
  if (!rateLimit) return undefined
  const { tenant, principal, operation } = call
  try {
    const seconds = await rateLimit.take({ operation: operation.id, tenant, principal: principal?.id })
    if (seconds === undefined) return undefined
    return refuse('TK7209', { headers: [['retry-after', String(Math.max(1, Math.ceil(seconds)))]] })
  } catch (error) {
    // A limiter that is down must not take the service with it, but it must be heard of.
    report(call, error)
    return undefined
  }
}
