import { isStreamed, watchStream } from './answer-stream.js'
import { refuseStranger } from './audience.js'
import { authenticate } from './authenticate.js'
import { audit, type Call, type RoutedCall, report } from './call.js'
import { refuseUnbound } from './certificate.js'
import { negotiateContent } from './content.js'
import { decodeRequest } from './decode-request.js'
import { createEnvironment, type Environment } from './environment.js'
import { type Execution, execute, replayAnswer } from './execute.js'
import { finish, finishRefusal } from './finish.js'
import { grantedTenants } from './grants.js'
import { guarded } from './guarding.js'
import { type HeaderReader, readHeaders } from './header-reader.js'
import { keyOfBody, keyOfHeader } from './idempotency-key.js'
import { reserve } from './idempotent.js'
import { lastWordsOf } from './last-words.js'
import type { PreparedOperation } from './operation.js'
import type { ServerOptions } from './options.js'
import type { Proof } from './proof.js'
import { takeFromRate } from './rate.js'
import { isPending, type Ready, whenReady } from './ready.js'
import { isRefusal, type Refusal, refuse } from './refusal.js'
import type { Header, RequestLike, ResponseLike } from './request.js'
import { createRouter, type Router } from './router.js'
import { checkSelection } from './selection/index.js'
import { standingOf } from './standing.js'
import { conclude, type Steps } from './steps.js'
import { stoppedBy } from './stopped.js'
import { beginSpan, type CallSpan, endOf } from './telemetry.js'
import { resolveTenancy } from './tenant.js'
import { traceIdOf } from './trace.js'
import type { ServerContract, ServerIdempotency } from './types.js'
import { responseView } from './views.js'

/** A server without a transport: adapters hand it requests. */
export interface GovernedServer {
  /**
   * Never throws or rejects: whatever happens becomes an answer. It is there at once where nothing has to be waited for: no
   * body, a handler that gives its reply and no promise, credentials that have been verified before.
   */
  handle(request: RequestLike): Ready<ResponseLike>
  /**
   * Whether a target (`/orders?state=open`) is the contract's: adapters leave others to the application around them. Paths
   * that something on the way could read as another one are, so that they are refused.
   */
  serves(target: string): boolean
}

/** Contract and options of the servers made here, so that tests can make them again with other surroundings. */
const made = new WeakMap<GovernedServer, { readonly contract: ServerContract; readonly options: ServerOptions }>()

/**
 * Serves a contract. Each request goes through the same stages in the same order, and none is ever skipped: limits, route,
 * authenticate, tenant, audience, stops, rate, negotiate, decode and validate, what is chosen by, breaker and bulkhead, idempotency,
 * handler, judge the answer, guard it, mask and write it.
 *
 * @throws ConfigurationError when the options lack what the contract needs.
 */
export function createServer(contract: ServerContract, options: ServerOptions): GovernedServer {
  const environment = createEnvironment(contract, options)
  const router = createRouter(environment.operations)
  let underWay = 0
  const server: GovernedServer = {
    serves(target) {
      const found = router.find('', splitTarget(target).path)
      return !(isRefusal(found) && found.code === 'TK7202')
    },
    handle(request) {
      const headers = readHeaders(request.rawHeaders)
      const span = beginSpan(environment.options, request, headers)
      const call = callOf(environment, request, headers, span?.traceId)
      // Calls beyond the limit are turned away before anything is looked at.
      if (underWay >= environment.limits.requests) return closed(call, overloaded, span)
      underWay += 1
      const outcome = span ? span.run(() => served(call, span)) : served(call, undefined)
      return isPending(outcome) ? outcome : ended(call, outcome, span)
    },
  }
  made.set(server, { contract, options })
  return server

  /** What waits is ended here, so that it still belongs to its span. */
  function served(call: Call, span: CallSpan | undefined): ResponseLike | Refusal | Promise<ResponseLike> {
    const outcome = outcomeOf(call, router)
    if (!isPending(outcome)) return outcome
    return outcome.then(
      (answer) => ended(call, answer, span),
      (error: unknown) => ended(call, brokenBy(call, error), span),
    )
  }

  function ended(call: Call, answer: ResponseLike | Refusal, span: CallSpan | undefined): ResponseLike {
    return closed(call, left(call, answer), span)
  }

  /** A streamed answer counts until its end. */
  function left(call: Call, answer: ResponseLike | Refusal): ResponseLike | Refusal {
    if (!isRefusal(answer) && isStreamed(answer)) return watchAnswer(call, answer, () => leave(call))
    leave(call)
    return answer
  }

  function leave(call: Call): void {
    underWay -= 1
    call.held?.()
  }
}

const overloaded = refuse('TK7222', { headers: [['retry-after', '1']] })

function closed(call: Call, answer: ResponseLike | Refusal, span: CallSpan | undefined): ResponseLike {
  const response = isRefusal(answer) ? finishRefusal(call, answer) : answer
  span?.end(endOf(call, response.status, isRefusal(answer) ? answer.code : undefined))
  return response
}

/** What a server was made of; for `testServer`. */
export function partsOf(
  server: GovernedServer,
): { readonly contract: ServerContract; readonly options: ServerOptions } | undefined {
  return made.get(server)
}

function watchAnswer(call: Call, answer: ResponseLike, onEnd: () => void): ResponseLike {
  const { clock, limits } = call.environment
  return watchStream(answer, {
    clock,
    stallTime: limits.stallTime,
    patience: call.operation?.operation.timeout ?? limits.handlerTime,
    onStall: () => audit(call, { event: 'answer-broken-off', reason: `not-read-for-${limits.stallTime}-ms` }),
    onEnd,
    standing: standingOf(call),
    lastWords: lastWordsOf(answer),
    onRefusal: ({ audit: note }) => {
      if (note) audit(call, note)
    },
  })
}

/** Never throws, but may reject. */
function outcomeOf(call: Call, router: Router<PreparedOperation>): Ready<ResponseLike | Refusal> {
  try {
    return conclude(serve(call, router))
  } catch (error) {
    return brokenBy(call, error)
  }
}

function brokenBy(call: Call, error: unknown): Refusal {
  report(call, error)
  return refuse('TK7216', { audit: { event: 'handler-failed', reason: 'internal' } })
}

function callOf(
  environment: Environment,
  request: RequestLike,
  headers: HeaderReader,
  traceId: string | undefined,
): Call {
  const { path, query } = splitTarget(request.target)
  return {
    environment,
    request,
    headers,
    path,
    query,
    traceId: traceId ?? traceIdOf(headers, environment.newTraceId),
    operation: undefined,
    pathParameters: undefined,
    principal: undefined,
    tenant: undefined,
    proofs: nobody,
    crossed: nowhere,
    rate: none,
    held: undefined,
    lingering: undefined,
  }
}

const none: readonly Header[] = []
const nobody: readonly Proof[] = []
const nowhere: readonly string[] = []

function splitTarget(sent: string): { readonly path: string; readonly query: string } {
  // The absolute form, as sent to proxies, names the host twice; the path is what counts (RFC 9112, section 3.2.2).
  const target = sent.startsWith('/') ? sent : sent.replace(/^https?:\/\/[^/?#]*/i, '')
  const mark = target.indexOf('?')
  return { path: mark < 0 ? target : target.slice(0, mark), query: mark < 0 ? '' : target.slice(mark + 1) }
}

function* serve(call: Call, router: Router<PreparedOperation>): Steps<ResponseLike | Refusal> {
  const routed = route(call, router)
  if (isRefusal(routed) || 'status' in routed) return routed

  const proving = authenticate(routed)
  const proofs = isPending(proving) ? ((yield proving) as Awaited<typeof proving>) : proving
  if (isRefusal(proofs)) return proofs
  routed.proofs = proofs
  const unbound = refuseUnbound(routed, proofs)
  if (unbound) return unbound
  const resolved = resolveTenancy(routed, proofs)
  const tenancy = isPending(resolved) ? ((yield resolved) as Awaited<typeof resolved>) : resolved
  if (isRefusal(tenancy)) return tenancy
  const asking = refuseStranger(routed)
  const stranger = isPending(asking) ? ((yield asking) as Awaited<typeof asking>) : asking
  if (stranger) return stranger
  const stopping = stoppedBy(routed)
  const stopped = stopping && ((yield stopping) as Awaited<typeof stopping>)
  if (stopped) return stopped
  const taken = takeFromRate(routed)
  const limited = isPending(taken) ? ((yield taken) as Awaited<typeof taken>) : taken
  if (limited) return limited

  const negotiated = negotiateContent(routed)
  if (isRefusal(negotiated)) return negotiated
  const { idempotency } = routed.operation.operation
  const headerKey = idempotency && keyOfHeader(routed, idempotency)
  if (isRefusal(headerKey)) return headerKey
  const decoding = decodeRequest(routed, negotiated)
  const decoded = isPending(decoding) ? ((yield decoding) as Awaited<typeof decoding>) : decoding
  if (isRefusal(decoded)) return decoded

  const asked = grantedTenants(routed, tenancy.foreign, decoded.guard.foreign)
  const granted = isPending(asked) ? ((yield asked) as Awaited<typeof asked>) : asked
  if (isRefusal(granted)) return granted
  routed.crossed = granted.tenants
  decoded.guard.settle(granted.tenants)
  const viewing = responseView(routed, granted)
  const view = isPending(viewing) ? ((yield viewing) as Awaited<typeof viewing>) : viewing
  if (isRefusal(view)) return view
  const chosen = checkSelection(routed, decoded, (hidden) => view.clears(hidden))
  if (chosen) return chosen
  const key = idempotency && (headerKey ?? keyOfBody(decoded.body?.value, idempotency))
  if (isRefusal(key)) return key
  const execution: Execution = { decoded, view, accepted: negotiated.accepted, key, attempt: undefined }
  const work = (): Ready<ResponseLike | Refusal> =>
    key === undefined || !idempotency ? execute(routed, execution) : executeOnce(routed, idempotency, key, execution)
  const outcome = guarded(routed, work)
  return isPending(outcome) ? ((yield outcome) as Awaited<typeof outcome>) : outcome
}

/** Where the key was used before, its answer is given again. */
function executeOnce(
  call: RoutedCall,
  idempotency: ServerIdempotency,
  key: string,
  execution: Execution,
): Ready<ResponseLike | Refusal> {
  return whenReady(conclude(reserve(call, idempotency, key, execution.decoded)), (reserved) => {
    if (isRefusal(reserved)) return reserved
    if (reserved === 'unprotected') return execute(call, execution)
    if ('replay' in reserved) return replayAnswer(call, reserved, execution)
    return execute(call, { ...execution, attempt: reserved })
  })
}

function route(call: Call, router: Router<PreparedOperation>): RoutedCall | Refusal | ResponseLike {
  const { limits } = call.environment
  if (call.request.target.length > limits.targetLength) return refuse('TK7219')
  if (call.headers.count > limits.headerCount || call.headers.length > limits.headerBytes) return refuse('TK7212')
  const found = router.find(call.request.method, call.path)
  if (isRefusal(found)) return found
  if ('allow' in found) {
    const allow = ['allow', found.allow.join(', ')] as const
    if (call.request.method !== 'OPTIONS') return refuse('TK7203', { headers: [allow] })
    return finish(call, { status: 204, contentType: undefined, headers: [allow], body: undefined })
  }
  call.operation = found.operation
  call.pathParameters = found.path
  return call as RoutedCall
}
