import { ConnectionError } from '../error/index.js'
import type { Guard } from '../resilience/index.js'
import { credentialsOf } from './credentials.js'
import { type Deadline, startDeadline } from './deadline.js'
import { machine } from './environment.js'
import { enterGuard, type GuardOf, guardsOf } from './guards.js'
import { makeRequest } from './make-request.js'
import { type CallParts, type PreparedCall, prepareCall } from './prepare-call.js'
import { readAnswer } from './read-answer.js'
import { delayBefore, isRepeatable, isTransient, isTransientError, outcomeOf } from './retry.js'
import { send } from './send.js'
import type { CallOptions, ClientContract, ClientOperation, Transport, TransportOptions } from './types.js'

const defaultTimeout = 30_000

/**
 * The way to one API. Every call is checked and written first (RequestError), then sent, repeated where that can do no
 * harm (ConnectionError when nothing comes back, CallRejectedError when earlier calls speak against it), and its answer
 * read as the contract declares it (UnexpectedResponseError for any other).
 */
export function createTransport(contract: ClientContract, options: TransportOptions = {}): Transport {
  const environment = { ...machine, ...options.environment }
  return transportFor({ contract, options, environment }, guardsOf(contract, options.resilience, environment))
}

function transportFor(parts: CallParts, guardOf: GuardOf): Transport {
  return {
    call: async (operation, input, options, link) => {
      const prepared = await prepareCall(parts, operation, input ?? {}, options)
      const call = link === undefined ? prepared : { ...prepared, url: linked(prepared, link) }
      return attempts(parts, call, options, guardOf(call))
    },
    as: (tenant) => transportFor({ ...parts, options: { ...parts.options, tenant } }, guardOf),
  }
}

/** A link that an answer gave leads to the same origin, and to the same path where the path names the tenant. */
function linked({ operation, url }: PreparedCall, link: string): URL {
  const to = URL.canParse(link, url.href) ? new URL(link, url) : undefined
  const isPathBound = operation.parameters?.some((each) => each.tenantKey && each.in === 'path') ?? false
  const isAllowed = to?.origin === url.origin && !to.username && !to.password
  if (!to || !isAllowed || (isPathBound && to.pathname !== url.pathname)) {
    throw new ConnectionError('TK7124', `${operation.id}, its link leads to another origin or tenant`)
  }
  return to
}

async function attempts(
  parts: CallParts,
  call: PreparedCall,
  options: CallOptions | undefined,
  guard: Guard,
): Promise<unknown> {
  const { environment } = parts
  const { operation, tenant } = call
  const most = isRepeatable(call) ? (parts.options.attempts ?? operation.attempts ?? 1) : 1
  const timeout = options?.timeout ?? parts.options.timeout ?? operation.timeout ?? defaultTimeout
  if (most > 1) guard.earnRetry(tenant)
  let failure: unknown
  for (let attempt = 1; ; attempt++) {
    const pass = await enterGuard(guard, call, options?.signal, failure)
    const deadline = startDeadline(operation.id, timeout, options?.signal, environment)
    const mayRepeat = (): boolean => attempt < most && !guard.isOpen(tenant) && guard.spendRetry(tenant)
    let answer: Response | undefined
    try {
      answer = await deadline.within(attemptOnce(parts, call, deadline, attempt))
      const isBad = isTransient(answer, call)
      if (isBad) pass.settle(outcomeOf(answer))
      if (!isBad || !mayRepeat()) return await readAnswer(parts.contract, call, answer, deadline)
      await answer.body?.cancel()
    } catch (error) {
      deadline.release()
      const isBad = isTransientError(error)
      if (isBad) pass.settle('failed')
      if (!isBad || !mayRepeat()) throw error
      failure = error
    } finally {
      pass.settle(answer ? outcomeOf(answer) : 'ignored')
    }
    deadline.release()
    const delay = delayBefore(attempt, answer, environment)
    guard.noteRetry(tenant, attempt + 1, delay)
    await pause(operation, delay, options?.signal, parts)
  }
}

async function attemptOnce(
  { contract, options }: CallParts,
  call: PreparedCall,
  deadline: Deadline,
  attempt: number,
): Promise<Response> {
  const { operation, tenant } = call
  const credentials = await credentialsOf(contract, operation, options.auth, tenant)
  const request = makeRequest(call, credentials, options.traceparent?.(), deadline.signal)
  const last = (sent: Request): Promise<Response> =>
    deadline.network(send(options.fetch ?? globalThis.fetch, operation, sent))
  const about = { operation: operation.id, tenant, attempt }
  const chain = (options.interceptors ?? []).reduceRight<typeof last>(
    (next, interceptor) => (sent) => interceptor(sent, next, about),
    last,
  )
  return chain(request)
}

async function pause(
  operation: ClientOperation,
  milliseconds: number,
  signal: AbortSignal | undefined,
  { environment }: CallParts,
): Promise<void> {
  try {
    await environment.sleep(milliseconds, signal ?? new AbortController().signal)
  } catch (error) {
    throw new ConnectionError('TK7123', operation.id, { cause: error })
  }
}
