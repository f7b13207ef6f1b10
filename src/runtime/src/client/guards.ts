import { BulkheadFullError, CircuitOpenError, ConnectionError, RateExceededError } from '../error/index.js'
import {
  createGuard,
  createLanes,
  createRow,
  type Guard,
  type Pass,
  policyOf,
  type Rejection,
  type Rows,
  type WireResilience,
} from '../resilience/index.js'
import type { PreparedCall } from './prepare-call.js'
import type { ResilienceOptions, ResilienceState } from './resilience-options.js'
import type { ClientContract, ClientEnvironment } from './types.js'

/** Dependencies that are remembered by name. */
const mostGuards = 1000

/** @param capacity pairs of a tenant and a dependency, 128 bytes each; default: 100,000. */
export function createResilienceState(capacity = 100_000): ResilienceState {
  return { guards: new Map(), lanes: createLanes(capacity), retries: new Map() }
}

/** The guard of the dependency that a call goes to: an origin, and what the contract counts together. */
export type GuardOf = (call: PreparedCall) => Guard

export function guardsOf(
  { name }: ClientContract,
  options: ResilienceOptions | false | undefined,
  { now, sleep }: ClientEnvironment,
): GuardOf {
  const given: ResilienceOptions = options === false ? {} : (options ?? {})
  const { guards, lanes, retries } = given.state ?? createResilienceState()
  const after = (milliseconds: number, callback: () => void): (() => void) => {
    const timer = new AbortController()
    sleep(milliseconds, timer.signal).then(callback, () => undefined)
    return () => timer.abort()
  }
  const retriesTo = (api: string): Rows => {
    const known = retries.get(api)
    if (known) return known
    const made = createRow()
    if (retries.size < mostGuards) retries.set(api, made)
    return made
  }
  const make = (dependency: string, origin: string, declared: WireResilience | undefined): Guard =>
    createGuard({
      dependency,
      policy: policyOf(options === false ? undefined : declared, given),
      lanes,
      clock: { now, after },
      budget: declared?.budget,
      retries: retriesTo(`${name} ${origin}`),
      onEvent: given.onEvent,
    })
  return ({ operation: { resilience }, url: { origin } }) => {
    const dependency = resilience?.group === undefined ? name : `${name}/${resilience.group}`
    // Operations that declare nothing are not counted with those for which the whole contract does.
    const key = `${resilience ? '' : '-'}${dependency} ${origin}`
    const known = guards.get(key)
    if (known) return known
    const made = make(dependency, origin, resilience)
    if (guards.size < mostGuards) guards.set(key, made)
    return made
  }
}

const errors = {
  'circuit-open': [CircuitOpenError, 'TK7141'],
  'bulkhead-full': [BulkheadFullError, 'TK7142'],
  'rate-limited': [RateExceededError, 'TK7143'],
} as const

/**
 * Lets an attempt pass, or throws: a CallRejectedError, or a ConnectionError when the caller gave up while waiting.
 *
 * @param cause what became of the attempt before.
 */
export async function enterGuard(
  guard: Guard,
  { operation, tenant }: PreparedCall,
  signal: AbortSignal | undefined,
  cause: unknown,
): Promise<Pass> {
  const answer = guard.takeRate(tenant) ?? (await guard.enter(tenant, () => signal))
  if (!isRejection(answer)) return answer
  if (signal?.aborted) throw new ConnectionError('TK7123', operation.id, { cause: signal.reason })
  const [RejectedError, code] = errors[answer.reason]
  throw new RejectedError(code, operation.id, answer.retryAfter, { cause })
}

function isRejection(answer: Pass | Rejection): answer is Rejection {
  return 'kind' in answer
}
