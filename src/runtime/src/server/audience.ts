import { withinHookTime } from './ask-hook.js'
import { type RoutedCall, report } from './call.js'
import { type Ready, rescued, whenReady } from './ready.js'
import { type Refusal, refuse } from './refusal.js'
import type { Audience } from './types.js'

/** From the nearest to the farthest. */
const distances: Readonly<Record<Audience, number>> = {
  'component-internal': 0,
  'business-unit-internal': 1,
  'company-internal': 2,
  'external-partner': 3,
  'external-public': 4,
}

/** Refuses callers from farther away than the contract is for, where the service says where callers are from. */
export function refuseStranger(call: RoutedCall): Ready<Refusal | undefined> {
  const { contract, options } = call.environment
  const { audience } = contract
  const { audienceOf } = options
  const { principal } = call
  if (!audienceOf || !principal || audience === undefined) return undefined
  return rescued<Refusal | undefined>(
    () =>
      whenReady(
        withinHookTime(call, () => audienceOf(principal)),
        (from) => (distanceOf(from) <= distances[audience] ? undefined : stranger(audience)),
      ),
    (error) => {
      report(call, error)
      const note = { event: 'dependency-failed', reason: 'audience-not-known' } as const
      return refuse('TK7217', { headers: [['retry-after', '1']], audit: note })
    },
  )
}

/** Who is of no known audience is from farthest away. */
function distanceOf(from: unknown): number {
  const known = typeof from === 'string' && Object.hasOwn(distances, from)
  return known ? distances[from as Audience] : distances['external-public']
}

function stranger(audience: Audience): Refusal {
  return refuse('TK7227', { audit: { event: 'access-refused', reason: 'audience', details: { audience } } })
}
