import { createHash } from 'node:crypto'
import type { View } from '../codec/index.js'
import { type CallContext, freezeContext, randomHex, runInContext } from '../context/index.js'
import { NotImplementedError } from '../error/index.js'
import { audit, type RoutedCall } from './call.js'
import type { DecodedRequest } from './decode-request.js'
import { failureOf, faultOf, writeFailureOf } from './failure.js'
import { finish } from './finish.js'
import { handlerRequest } from './handler-request.js'
import type { Attempt } from './idempotent.js'
import { isRefusal, type Refusal, refuse } from './refusal.js'
import { type CheckedReply, checkReply, isFault } from './reply-check.js'
import { writeReply } from './reply-write.js'
import type { Header, ResponseLike } from './request.js'
import { createSignal } from './signal.js'
import { storedText } from './stored-reply.js'
import type { IdempotencyContext } from './types.js'
import { recordView } from './views.js'

export interface Execution {
  readonly decoded: DecodedRequest
  readonly view: View
  readonly accepted: string | undefined
  /** As the caller sent it. */
  readonly key: string | undefined
  /** There, when the key was claimed for this execution. */
  readonly attempt: Attempt | undefined
}

/** Runs the handler, judges its reply, keeps it when the operation is idempotent, and writes it for this caller. */
export async function execute(call: RoutedCall, execution: Execution): Promise<ResponseLike | Refusal> {
  const context = contextOf(call, execution.key)
  const inContext = <T>(work: () => T): T => runInContext(context, work)
  const reply = await withinTime(call, execution, context)
  if (isRefusal(reply)) return reply
  return writeAnswer(call, reply, execution.view, inContext, [])
}

/** The same for a reply that is kept from before. */
export function replayAnswer(
  call: RoutedCall,
  reply: CheckedReply,
  { view, key }: Execution,
): Promise<ResponseLike | Refusal> {
  const context = contextOf(call, key)
  audit(call, { event: 'idempotency-replayed', reason: 'completed', status: reply.status })
  return writeAnswer(call, reply, view, (work) => runInContext(context, work), [['idempotency-replayed', 'true']])
}

function contextOf(call: RoutedCall, idempotencyKey: string | undefined): CallContext {
  const { operation, tenant, principal, traceId } = call
  return freezeContext({
    operation: operation.id,
    tenant: tenant === undefined ? undefined : { id: tenant },
    principal,
    traceId,
    idempotencyKey,
  })
}

/** The handler goes on after its time is over, and what it did is still kept; only this caller stops waiting. */
function withinTime(call: RoutedCall, execution: Execution, context: CallContext): Promise<CheckedReply | Refusal> {
  const { clock, limits } = call.environment
  const time = call.operation.operation.timeout ?? limits.handlerTime
  const signal = createSignal(() => call.request.signal)
  const idempotency = call.operation.operation.idempotency && idempotencyOf(call, execution)
  const request = handlerRequest(call, execution.decoded, context, signal, idempotency)
  return new Promise((resolve) => {
    const stop = clock.after(time, () => {
      signal.abort(new DOMException('the operation took too long', 'TimeoutError'))
      execution.attempt?.stopRenewing()
      const note = { event: 'handler-timed-out', reason: `after-${time}-ms` } as const
      resolve(refuse('TK7218', { headers: [['retry-after', '1']], audit: note }))
    })
    void produce(call, execution, () => runInContext(context, () => call.operation.handler(request))).then((reply) => {
      stop()
      resolve(reply)
    })
  })
}

/** Never rejects. */
async function produce(call: RoutedCall, execution: Execution, handle: () => unknown): Promise<CheckedReply | Refusal> {
  const { attempt, view, accepted } = execution
  try {
    const reply = checkReply(call.operation.operation, await handle(), accepted)
    if (isFault(reply)) {
      attempt?.abandon()
      return faultOf(call, reply)
    }
    return attempt ? await keep(call, reply, attempt, view) : reply
  } catch (error) {
    if (error instanceof NotImplementedError) await attempt?.release()
    else attempt?.abandon()
    return failureOf(call, error)
  }
}

/** Refusals of a handler that say the same on every attempt (RFC 9110, section 15.5), so that they are worth repeating. */
const repeatable = new Set([402, 404, 409, 410, 412, 422])

async function keep(
  call: RoutedCall,
  reply: CheckedReply,
  attempt: Attempt,
  view: View,
): Promise<CheckedReply | Refusal> {
  const { status } = reply
  if (status >= 500) attempt.abandon()
  else if (status >= 400 && !repeatable.has(status)) await attempt.release()
  else {
    let text: string
    try {
      text = await storedText(reply, recordView(view), call.environment.limits.replayBytes)
    } catch (error) {
      attempt.abandon()
      return writeFailureOf(call, error)
    }
    if (!(await attempt.complete(text))) {
      const note = { event: 'idempotency-refused', reason: 'fenced-off', details: { fence: attempt.fence } } as const
      return refuse('TK7304', { headers: [['retry-after', '1']], audit: note })
    }
  }
  return reply
}

async function writeAnswer(
  call: RoutedCall,
  reply: CheckedReply,
  view: View,
  inContext: <T>(work: () => T) => T,
  extra: readonly Header[],
): Promise<ResponseLike | Refusal> {
  try {
    const { body, contentType } = await writeReply(call, reply, view, inContext)
    return finish(call, { status: reply.status, contentType, headers: [...reply.headers, ...extra], body })
  } catch (error) {
    return writeFailureOf(call, error)
  }
}

function idempotencyOf(call: RoutedCall, { key, attempt }: Execution): IdempotencyContext {
  // Without a key of the caller, derived ones hold for this call only.
  const secret = attempt?.storeKey ?? randomHex(call.environment.random, 32)
  return Object.freeze({
    key,
    fence: attempt?.fence ?? 1,
    derive: (step: string) => createHash('sha256').update(`${secret}/${step}`).digest('hex'),
  })
}
