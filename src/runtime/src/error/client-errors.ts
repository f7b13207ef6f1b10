import type { RuntimeCode } from './codes.js'
import type { ProblemDetails } from './problem.js'
import { type ServerRefusal, serverRefusal } from './server-refusal.js'
import { TenantkitError } from './tenantkit-error.js'

/** The call was refused here, before anything was sent: TK7101 to TK7110. */
export class RequestError extends TenantkitError {
  override readonly name = 'RequestError'
}

/** There is no answer: the network, the time limit, the caller's signal or a refused redirect (TK7121 to TK7124). */
export class ConnectionError extends TenantkitError {
  override readonly name: string = 'ConnectionError'
}

/** The call was not sent: what was counted of earlier ones speaks against it (TK7141 to TK7143). */
export class CallRejectedError extends TenantkitError {
  override readonly name: string = 'CallRejectedError'
  /** Milliseconds until another call may be worth trying. */
  readonly retryAfter: number

  constructor(code: RuntimeCode, detail: string, retryAfter: number, options?: { readonly cause?: unknown }) {
    super(code, detail, options)
    this.retryAfter = retryAfter
  }
}

/** Too many calls have failed (TK7141). */
export class CircuitOpenError extends CallRejectedError {
  override readonly name = 'CircuitOpenError'
}

/** Too many calls are under way, and none has ended in time (TK7142). */
export class BulkheadFullError extends CallRejectedError {
  override readonly name = 'BulkheadFullError'
}

/** There were more calls than the contract allows (TK7143). */
export class RateExceededError extends CallRejectedError {
  override readonly name = 'RateExceededError'
}

export interface AnswerInfo {
  readonly operation: string
  readonly status: number
  readonly headers: Headers
  readonly problem?: ProblemDetails | undefined
}

/** The answer is no success. `unwrap` and the walk over pages throw it. */
export class ResponseError extends TenantkitError {
  override readonly name: string = 'ResponseError'
  readonly status: number
  readonly #answer: AnswerInfo

  constructor(code: RuntimeCode, answer: AnswerInfo, detail?: string, options?: { readonly cause?: unknown }) {
    super(code, `${answer.operation} answered ${answer.status}${detail === undefined ? '' : `, ${detail}`}`, options)
    this.status = answer.status
    this.#answer = answer
  }

  get operation(): string {
    return this.#answer.operation
  }

  /** What the server said, when it said it as `application/problem+json`. Written by the server: never shown by itself. */
  get problem(): ProblemDetails | undefined {
    return this.#answer.problem
  }

  get headers(): Headers {
    return this.#answer.headers
  }

  override toJSON(): Readonly<Record<string, unknown>> {
    return { ...super.toJSON(), status: this.status }
  }
}

/**
 * The server has refused the call before its operation could answer (TK7137): credentials, tenant, rate, a request that is
 * not what the contract describes. Every operation may be answered so, whether or not its contract says it.
 */
export class ServerRefusedError extends ResponseError {
  override readonly name = 'ServerRefusedError'
  readonly #refusal: ServerRefusal

  constructor(answer: AnswerInfo, refusal: ServerRefusal) {
    super('TK7137', answer, `${refusal.reason}, ${refusal.code}`)
    this.#refusal = refusal
  }

  get refusal(): ServerRefusal {
    return this.#refusal
  }
}

/** The error for an answer that is no success: a refusal of the runtime is always the same, whatever else it would be. */
export function responseError(answer: AnswerInfo, other: (answer: AnswerInfo) => ResponseError): ResponseError {
  const refusal = serverRefusal(answer.problem)
  return refusal ? new ServerRefusedError(answer, refusal) : other(answer)
}

/** The answer is none of those that the contract declares, or not what it claims to be (TK7132 to TK7135). */
export class UnexpectedResponseError extends ResponseError {
  override readonly name = 'UnexpectedResponseError'
}
