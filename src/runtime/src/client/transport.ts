import { ConnectionError } from '../error/index.js'
import { credentialsOf } from './credentials.js'
import { type Deadline, startDeadline } from './deadline.js'
import { machine } from './environment.js'
import { makeRequest } from './make-request.js'
import { type CallParts, type PreparedCall, prepareCall } from './prepare-call.js'
import { readAnswer } from './read-answer.js'
import { delayBefore, isRepeatable, isTransient, isTransientError } from './retry.js'
import { createRetryBudget, type RetryBudget } from './retry-budget.js'
import { send } from './send.js'
import type { CallOptions, ClientContract, ClientOperation, Transport, TransportOptions } from './types.js'

const defaultTimeout = 30_000

/**
 * The way to one API. Every call is checked and written first (RequestError), then sent, repeated where that can do no
 * harm (ConnectionError when nothing comes back), and its answer read as the contract declares it
 * (UnexpectedResponseError for any other).
 */
export function createTransport(contract: ClientContract, options: TransportOptions = {}): Transport {
  return transportFor({ contract, options, environment: { ...machine, ...options.environment } }, createRetryBudget())
}

function transportFor(parts: CallParts, budget: RetryBudget): Transport {
  return {
    call: async (operation, input, options, link) => {
      const prepared = await prepareCall(parts, operation, input ?? {}, options)
      const call = link === undefined ? prepared : { ...prepared, url: linked(prepared, link) }
      return attempts(parts, call, options, budget)
    },
    as: (tenant) => transportFor({ ...parts, options: { ...parts.options, tenant } }, budget),
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
  budget: RetryBudget,
): Promise<unknown> {
  const { environment } = parts
  const { operation } = call
  const most = isRepeatable(call) ? (parts.options.attempts ?? operation.attempts ?? 1) : 1
  const timeout = options?.timeout ?? parts.options.timeout ?? operation.timeout ?? defaultTimeout
  budget.earn()
  for (let attempt = 1; ; attempt++) {
    const deadline = startDeadline(operation.id, timeout, options?.signal, environment)
    const mayRepeat = (): boolean => attempt < most && budget.spend()
    let answer: Response | undefined
    try {
      answer = await deadline.within(attemptOnce(parts, call, deadline, attempt))
      if (!isTransient(answer, call) || !mayRepeat()) return await readAnswer(parts.contract, call, answer, deadline)
      await answer.body?.cancel()
    } catch (error) {
      deadline.release()
      if (!isTransientError(error) || !mayRepeat()) throw error
    }
    deadline.release()
    await pause(operation, delayBefore(attempt, answer, environment), options?.signal, parts)
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
