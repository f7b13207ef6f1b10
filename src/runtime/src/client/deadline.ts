import { ConnectionError, causeNames, isTenantkitError } from '../error/index.js'
import type { ClientEnvironment } from './types.js'

/** What ends one attempt before its time: the time limit, or the caller. */
export interface Deadline {
  readonly signal: AbortSignal
  /** The result of the work, unless the attempt ends first: then it rejects with a ConnectionError. Other errors pass. */
  within<T>(work: Promise<T>): Promise<T>
  /** The result of work on the network, whose errors become ConnectionErrors. */
  network<T>(work: Promise<T>): Promise<T>
  /** The error to throw for what went wrong on the network. */
  failure(error: unknown): Error
  /** The answer has begun: from now on only the caller's signal counts. */
  stopTimer(): void
  /** Lets go of the caller's signal and of the timer. */
  release(): void
}

export function startDeadline(
  operation: string,
  timeout: number,
  caller: AbortSignal | undefined,
  environment: ClientEnvironment,
): Deadline {
  const controller = new AbortController()
  const timer = new AbortController()
  let isTimedOut = false

  const onCaller = (): void => controller.abort(caller?.reason)
  if (caller?.aborted) onCaller()
  else caller?.addEventListener('abort', onCaller, { once: true })
  if (Number.isFinite(timeout)) {
    environment.sleep(timeout, timer.signal).then(
      () => {
        isTimedOut = true
        controller.abort()
      },
      // Released in time.
      () => undefined,
    )
  }

  function failure(error: unknown): Error {
    if (isTenantkitError(error)) return error
    if (caller?.aborted) return new ConnectionError('TK7123', operation, { cause: caller.reason })
    if (isTimedOut)
      return new ConnectionError('TK7122', `${operation} took longer than ${timeout} ms`, { cause: error })
    const names = causeNames(error)
    const detail = names.length > 0 ? `${operation}, ${names.join(', ')}` : operation
    return new ConnectionError('TK7121', detail, { cause: error })
  }

  return {
    signal: controller.signal,
    failure,
    within: async (work) => {
      try {
        return await untilAborted(work, controller.signal)
      } catch (error) {
        throw controller.signal.aborted ? failure(error) : error
      }
    },
    network: async (work) => {
      try {
        return await untilAborted(work, controller.signal)
      } catch (error) {
        throw failure(error)
      }
    },
    stopTimer: () => timer.abort(),
    release: () => {
      timer.abort()
      caller?.removeEventListener('abort', onCaller)
    },
  }
}

/** Also ends work that does not listen to the signal: an interceptor, or a `fetch` of somebody else's. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
