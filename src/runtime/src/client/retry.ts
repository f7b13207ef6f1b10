import { isTenantkitError } from '../error/index.js'
import type { Outcome } from '../resilience/index.js'
import type { PreparedCall } from './prepare-call.js'
import { retryAfter } from './retry-after.js'
import type { ClientEnvironment } from './types.js'

const firstDelay = 200
const maxDelay = 10_000
/** RFC 9110, section 9.2.1, and QUERY. */
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY'])
const transientStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

/** True when sending the request again can have no second effect and its body can be sent again. */
export function isRepeatable({ operation, isKeyed, body }: PreparedCall): boolean {
  return (isKeyed || safeMethods.has(operation.method)) && (body?.isReplayable ?? true)
}

/** True for answers that another attempt may better. A 409 that says when to come back: the same key is still at work. */
export function isTransient({ status, headers }: Response, { isKeyed }: PreparedCall): boolean {
  return transientStatuses.has(status) || (status === 409 && isKeyed && headers.has('retry-after'))
}

/** True for connections that failed or took too long; not for what the caller ended or was refused. */
export function isTransientError(error: unknown): boolean {
  return isTenantkitError(error) && (error.code === 'TK7121' || error.code === 'TK7122')
}

/**
 * What an answer says of the server's health. Being told to wait says nothing: it is there, but has not shown that it
 * works.
 */
export function outcomeOf({ status }: Response): Outcome {
  if (status === 408 || status === 425 || status === 429) return 'ignored'
  return status >= 500 && status !== 501 ? 'failed' : 'succeeded'
}

/** Milliseconds before the next attempt: what the server asks for, else exponential with full jitter. */
export function delayBefore(attempt: number, answer: Response | undefined, environment: ClientEnvironment): number {
  const asked = retryAfter(answer?.headers.get('retry-after') ?? null, environment.now())
  return asked ?? environment.random() * Math.min(firstDelay * 2 ** (attempt - 1), maxDelay)
}
