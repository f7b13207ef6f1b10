import { createHash } from 'node:crypto'
import { type CallContext, randomHex, runInContext } from '../context/index.js'
import { NotImplementedError } from '../error/index.js'
import { BoundCall, bindCall } from './bound-call.js'
import { audit, type RoutedCall } from './call.js'
import type { DecodedRequest } from './decode-request.js'
import { type Ending, endingOf } from './ending.js'
import { failureOf, faultOf, writeFailureOf } from './failure.js'
import { finish } from './finish.js'
import { handlerRequest } from './handler-request.js'
import type { Attempt, Replay } from './idempotent.js'
import { isPending, type Ready, rescued, whenReady } from './ready.js'
import { isRefusal, type Refusal, refuse } from './refusal.js'
import { type CheckedReply, checkReply, isFault } from './reply-check.js'
import { type WrittenBody, writeReply } from './reply-write.js'
import type { Header, ResponseLike } from './request.js'
import { CallSignal } from './signal.js'
import { conclude, type Steps } from './steps.js'
import { storedText } from './stored-reply.js'
import type { IdempotencyContext } from './types.js'
import { type AnswerView, recordView } from './views.js'

export interface Execution {
  readonly decoded: DecodedRequest
  readonly view: AnswerView
  readonly accepted: string | undefined
  /** As the caller sent it. */
  readonly key: string | undefined
  /** There, when the key was claimed for this execution. */
  readonly attempt: Attempt | undefined
}

/** Runs the handler, judges its reply, keeps it when the operation is idempotent, and writes it for this caller. */
export function execute(call: RoutedCall, execution: Execution): Ready<ResponseLike | Refusal> {
  const context = contextOf(call, execution)
  return whenReady(replyInTime(call, execution, context), (reply) =>
    isRefusal(reply)
      ? reply
      : writeAnswer(call, reply, execution.view, context, expiry(call, execution.attempt?.expires)),
  )
}

/** The same for a reply that is kept from before. */
export function replayAnswer(
  call: RoutedCall,
  { replay, expires }: Replay,
  execution: Execution,
): Ready<ResponseLike | Refusal> {
  const context = contextOf(call, execution)
  audit(call, { event: 'idempotency-replayed', reason: 'completed', status: replay.status })
  const headers = [['idempotency-replayed', 'true'] as const, ...expiry(call, expires)]
  return writeAnswer(call, replay, execution.view, context, headers)
}

const none: readonly Header[] = []

/** Until when the answer can be asked for again. */
function expiry(call: RoutedCall, expires: number | undefined): readonly Header[] {
  if (expires === undefined || !call.environment.rulesOf(call.operation.id).tellExpiry) return none
  return [['idempotency-expires', new Date(expires).toUTCString()]]
}

function contextOf(call: RoutedCall, { key: idempotencyKey, view }: Execution): CallContext {
  const { operation, tenant, principal, traceId } = call
  const context: CallContext = {
    operation: operation.id,
    tenant: tenant === undefined ? undefined : { id: tenant },
    principal,
    traceId,
    idempotencyKey,
  }
  return bindCall(context, new BoundCall(call, view))
}

function replyInTime(call: RoutedCall, execution: Execution, context: CallContext): Ready<CheckedReply | Refusal> {
  const signal = new CallSignal(call.request)
  const idempotency = call.operation.operation.idempotency && idempotencyOf(call, execution)
  const request = handlerRequest(call, execution.decoded, context, signal, idempotency?.context)
  const handle = (): unknown => handled(call, execution, request)
  const produced = produce(call, execution, idempotency?.ending, () => runInContext(context, handle))
  if (!isPending(produced)) return produced
  execution.attempt?.keepRenewing()
  return withinTime(call, execution, signal, produced)
}

/** The handler goes on after its time is over, and what it did is still kept; only this caller stops waiting. */
function withinTime(
  call: RoutedCall,
  execution: Execution,
  signal: CallSignal,
  produced: Promise<CheckedReply | Refusal>,
): Promise<CheckedReply | Refusal> {
  const { clock, limits } = call.environment
  const time = call.operation.operation.timeout ?? limits.handlerTime
  return new Promise((resolve) => {
    const patience = (): Promise<void> => new Promise((end) => void clock.after(time, end))
    const stop = clock.after(time, () => {
      signal.abort(new DOMException('the operation took too long', 'TimeoutError'))
      execution.attempt?.stopRenewing()
      call.lingering = Promise.race([produced.then(() => undefined), patience()])
      const note = { event: 'handler-timed-out', reason: `after-${time}-ms` } as const
      resolve(refuse('TK7218', { headers: [['retry-after', '1']], audit: note }))
    })
    void produced.then((reply) => {
      stop()
      resolve(reply)
    })
  })
}

/** Whoever takes over may look first for what the attempt before it has done. */
function handled(call: RoutedCall, { attempt }: Execution, request: object): unknown {
  const { recover } = call.environment.rulesOf(call.operation.id)
  if (!recover || !attempt || attempt.fence === 1) return call.operation.handler(request)
  const look = async (): Promise<unknown> => (await recover(request)) ?? call.operation.handler(request)
  return look()
}

/** Never rejects. */
function produce(
  call: RoutedCall,
  execution: Execution,
  ending: Ending | undefined,
  handle: () => unknown,
): Ready<CheckedReply | Refusal> {
  const judged = (given: unknown): Ready<CheckedReply | Refusal> => {
    const reply = checkReply(call.operation.operation, given, execution.accepted)
    if (isFault(reply)) return whenReady(ending?.drop(false), () => faultOf(call, reply))
    return ending ? conclude(settle(call, reply, execution, ending)) : reply
  }
  const work = (): Ready<CheckedReply | Refusal> => {
    const given = handle()
    // Whatever a handler gives that looks like a promise is made one.
    return isPending(given) ? Promise.resolve(given).then(judged) : judged(given)
  }
  return rescued(work, (error) =>
    whenReady(ending?.drop(error instanceof NotImplementedError), () => failureOf(call, error)),
  )
}

function* dropped(ending: Ending | undefined, isUndone: boolean): Steps<void> {
  const dropping = ending?.drop(isUndone)
  if (isPending(dropping)) yield dropping
}

/** Refusals of a handler that say the same on every attempt (RFC 9110, section 15.5), so that they are worth repeating. */
const repeatable = new Set([402, 404, 409, 410, 412, 422])

/** Keeps what is worth repeating, and what was done along with it; drops the rest. */
function* settle(
  call: RoutedCall,
  reply: CheckedReply,
  { attempt, view }: Execution,
  ending: Ending,
): Steps<CheckedReply | Refusal> {
  const { status } = reply
  const isLasting = status < 400 || repeatable.has(status)
  if (!isLasting && !(status >= 500 && call.environment.rulesOf(call.operation.id).keepServerErrors)) {
    yield* dropped(ending, status < 500)
    return reply
  }
  if (!attempt && !ending.isTransactional) return reply
  let record: string
  try {
    const { replayBytes } = call.environment.limits
    const writing = storedText(reply, recordView(view), replayBytes, attempt?.expires ?? 0)
    record = isPending(writing) ? ((yield writing) as Awaited<typeof writing>) : writing
  } catch (error) {
    yield* dropped(ending, false)
    return writeFailureOf(call, error)
  }
  const keeping = ending.keep(record)
  switch (isPending(keeping) ? ((yield keeping) as Awaited<typeof keeping>) : keeping) {
    case 'kept':
      return reply
    case 'fenced-off': {
      const details = { fence: attempt?.fence ?? 1 }
      const note = { event: 'idempotency-refused', reason: 'fenced-off', details } as const
      return refuse('TK7304', { headers: [['retry-after', '1']], audit: note })
    }
    case 'unknown':
      return refuse('TK7307', { headers: [['retry-after', '1']] })
  }
}

function writeAnswer(
  call: RoutedCall,
  reply: CheckedReply,
  view: AnswerView,
  context: CallContext,
  extra: readonly Header[],
): Ready<ResponseLike | Refusal> {
  const written = ({ body, contentType }: WrittenBody): Ready<ResponseLike> =>
    whenReady(view.settle(), () => {
      const headers = extra.length === 0 ? reply.headers : [...reply.headers, ...extra]
      return finish(call, { status: reply.status, contentType, headers, body })
    })
  return rescued<ResponseLike | Refusal>(
    () => whenReady(writeReply(call, reply, view, context), written),
    (error) => writeFailureOf(call, error),
  )
}

interface IdempotentExecution {
  readonly context: IdempotencyContext
  readonly ending: Ending
}

function idempotencyOf(call: RoutedCall, { key, attempt }: Execution): IdempotentExecution {
  // Without a key of the caller, derived ones hold for this call only.
  const secret = attempt?.storeKey ?? randomHex(call.environment.random, 32)
  const context: IdempotencyContext = Object.freeze({
    key,
    fence: attempt?.fence ?? 1,
    derive: (step: string) => createHash('sha256').update(`${secret}/${step}`).digest('hex'),
    nothingDone: () => ending.nothingDone(),
  })
  const scope = { tenant: call.tenant, claim: attempt?.claim }
  const ending = endingOf(call, attempt, call.environment.options.idempotency?.openWork?.(context, scope))
  return { context, ending }
}
