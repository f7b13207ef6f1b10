import { withinHookTime } from './ask-hook.js'
import { type Call, isRouted, type RoutedCall, report } from './call.js'
import { whyNotCrossing } from './grants.js'
import { type Refusal, refuse } from './refusal.js'
import { stoppedBy } from './stopped.js'

/** What a call that is still being answered stands on: an answer that streams for hours must not outlive it. */
export interface Standing {
  /** Milliseconds between two questions. Undefined: nobody but the clock could say no. */
  readonly every: number | undefined
  /** When the first of its credentials ends. Undefined: none does. */
  readonly until: number | undefined
  /** Why the call would not be let in any more; undefined: it would be. Never rejects. */
  ask(): Promise<Refusal | undefined>
}

const askEvery = 1000

/** Undefined where nobody could ever say no. */
export function standingOf(call: Call): Standing | undefined {
  if (!isRouted(call)) return undefined
  const { tenants, killSwitch } = call.environment.options
  const ends = call.proofs.flatMap(({ authenticated }) => authenticated.expiresAt ?? [])
  const isAsked =
    tenants ||
    killSwitch ||
    call.crossed.length > 0 ||
    call.proofs.some(({ authenticated }) => authenticated.stillHolds)
  if (!isAsked && ends.length === 0) return undefined
  return {
    every: isAsked ? askEvery : undefined,
    until: ends.length === 0 ? undefined : Math.min(...ends),
    async ask() {
      return (
        credentialsEnded(call, ends) ??
        (await credentialsRevoked(call)) ??
        (await stoppedBy(call)) ??
        (await notServed(call)) ??
        (await whyNotCrossing(call))
      )
    },
  }
}

function credentialsEnded({ environment }: RoutedCall, ends: readonly number[]): Refusal | undefined {
  if (ends.every((end) => environment.clock.now() < end)) return undefined
  return refuse('TK7205', { audit: { event: 'authentication-refused', reason: 'credentials-ended' } })
}

async function credentialsRevoked(call: RoutedCall): Promise<Refusal | undefined> {
  try {
    for (const { authenticated } of call.proofs) {
      const holds =
        !authenticated.stillHolds || (await withinHookTime(call, () => authenticated.stillHolds?.() ?? true))
      if (!holds) return refuse('TK7205', { audit: { event: 'authentication-refused', reason: 'credentials-revoked' } })
    }
    return undefined
  } catch (error) {
    report(call, error)
    return refuse('TK7217', { audit: { event: 'dependency-failed', reason: 'revocation-not-known' } })
  }
}

async function notServed(call: RoutedCall): Promise<Refusal | undefined> {
  const { tenant, operation, environment } = call
  const { tenants } = environment.options
  // An operator may work on whatever tenant it has chosen, in whatever state.
  if (!tenants || tenant === undefined || operation.operation.scope === 'platform') return undefined
  try {
    const state = await withinHookTime(call, () => tenants.stateOf(tenant))
    if (state === 'active') return undefined
    return refuse('TK7207', { audit: { event: 'access-refused', reason: `tenant-${state}` } })
  } catch (error) {
    report(call, error)
    return refuse('TK7217', { audit: { event: 'dependency-failed', reason: 'tenant-check-failed' } })
  }
}
