import type { Clock } from '../context/index.js'
import {
  createGuard,
  createLanes,
  type Guard,
  type Outcome,
  type Pass,
  policyOf,
  type Rejection,
} from '../resilience/index.js'
import { isStreamed } from './answer-stream.js'
import type { RoutedCall } from './call.js'
import type { DeclaredRate, ServerOptions } from './options.js'
import { isPending, type Ready, whenReady } from './ready.js'
import { isRefusal, type Refusal, refuse } from './refusal.js'
import type { ResponseLike } from './request.js'
import type { ServerContract } from './types.js'

/** What stands before an operation. */
export interface Guarding {
  readonly guard: Guard
  /** As it is declared, for limiters that count elsewhere. */
  readonly rate: DeclaredRate | undefined
}

/** The guards of all operations that have limits; those of the same group share one. */
export function guardingsOf(
  { name, operations }: ServerContract,
  options: ServerOptions['resilience'],
  clock: Clock,
): (operation: string) => Guarding | undefined {
  if (options === false) return () => undefined
  const given = options ?? {}
  const lanes = createLanes(given.capacity ?? 100_000)
  const guards = new Map<string, Guarding>()
  const byOperation = new Map<string, Guarding>()
  for (const { id, resilience } of operations) {
    if (!resilience && !options) continue
    const dependency = resilience?.group === undefined ? name : `${name}/${resilience.group}`
    const key = resilience ? dependency : `-${dependency}`
    const known = guards.get(key)
    if (known) {
      byOperation.set(id, known)
      continue
    }
    const policy = policyOf(resilience, given)
    const rate = policy.tenant.rateLimit ?? policy.dependency.rateLimit
    const made: Guarding = {
      guard: createGuard({
        dependency,
        policy,
        lanes,
        clock: { now: () => clock.now(), after: (milliseconds, callback) => clock.after(milliseconds, callback) },
        onEvent: given.onEvent,
      }),
      rate: rate && { ...rate, name: dependency, isShared: policy.tenant.rateLimit === undefined },
    }
    guards.set(key, made)
    byOperation.set(id, made)
  }
  return (operation) => byOperation.get(operation)
}

/**
 * Runs `work` when breaker and bulkhead let it pass. They are asked before a key is reserved: who is turned away leaves
 * nothing behind.
 */
export function guarded(call: RoutedCall, work: () => Ready<ResponseLike | Refusal>): Ready<ResponseLike | Refusal> {
  const guarding = call.environment.guardingOf(call.operation.id)
  return guarding ? guardedBy(guarding, call, work) : work()
}

function guardedBy(
  { guard }: Guarding,
  call: RoutedCall,
  work: () => Ready<ResponseLike | Refusal>,
): Ready<ResponseLike | Refusal> {
  const entered = guard.enter(call.tenant, () => call.request.signal)
  return whenReady<Pass | Rejection, ResponseLike | Refusal>(entered, (pass) =>
    'kind' in pass ? turnedAway(pass) : within(pass, call, work),
  )
}

function within(
  pass: Pass,
  call: RoutedCall,
  work: () => Ready<ResponseLike | Refusal>,
): Ready<ResponseLike | Refusal> {
  const ended = (answer: ResponseLike | Refusal): ResponseLike | Refusal => {
    pass.record(outcomeOf(answer))
    // Of a stream the handler is still at it, and the caller has not had everything.
    if (!isRefusal(answer) && isStreamed(answer)) call.held = () => pass.leave()
    else leave(call, pass)
    return answer
  }
  const failed = (error: unknown): never => {
    pass.record('failed')
    leave(call, pass)
    throw error
  }
  let answer: Ready<ResponseLike | Refusal>
  try {
    answer = work()
  } catch (error) {
    return failed(error)
  }
  return isPending(answer) ? answer.then(ended, failed) : ended(answer)
}

function turnedAway(rejection: Rejection): Refusal {
  const seconds = String(Math.max(1, Math.ceil(rejection.retryAfter / 1000)))
  return refuse(codeOf(rejection), { headers: [['retry-after', seconds]] })
}

/** A handler whose time is over still takes up its place while it works. */
function leave({ lingering }: RoutedCall, pass: Pass): void {
  if (lingering) void lingering.then(() => pass.leave())
  else pass.leave()
}

function codeOf({ reason, level }: Rejection): 'TK7222' | 'TK7223' | 'TK7224' {
  if (reason === 'circuit-open') return 'TK7224'
  return level === 'tenant' ? 'TK7223' : 'TK7222'
}

/** Refusals that say that the operation itself failed; others say nothing of it, or that it works. */
const failures: ReadonlySet<string> = new Set(['TK7216', 'TK7218'])

function outcomeOf(answer: ResponseLike | Refusal): Outcome {
  if (isRefusal(answer)) return failures.has(answer.code) ? 'failed' : 'ignored'
  if (answer.headers.some(([name]) => name === 'idempotency-replayed')) return 'ignored'
  return answer.status >= 500 && answer.status !== 501 ? 'failed' : 'succeeded'
}
