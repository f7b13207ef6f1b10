import { isProblem, ResponseError, responseError } from '../error/index.js'
import type { SuccessStatus } from '../wire/index.js'
import type { Result } from './types.js'

type AnyResult = Result<number, unknown, unknown>

/**
 * The body of the declared successes. An answer whose status may be a success or not (`default`) counts only where the
 * contract declares no success of its own.
 */
export type SuccessBody<Answer extends AnyResult> = [Extract<Answer, Result<SuccessStatus, unknown, unknown>>] extends [
  never,
]
  ? Answer extends { readonly status: infer Status; readonly body: infer Body }
    ? Extract<Status, SuccessStatus> extends never
      ? never
      : Body
    : never
  : Extract<Answer, Result<SuccessStatus, unknown, unknown>>['body']

/** Gives the body of a success; throws a ResponseError, with status and problem, for every other answer. */
export function unwrap<Answer extends AnyResult>(answer: Answer): SuccessBody<Answer> {
  const { ok, operation, status, headers } = answer.response
  if (ok) return answer.body as SuccessBody<Answer>
  const problem = isProblem(answer.body) ? answer.body : undefined
  throw responseError({ operation, status, headers, problem }, (given) => new ResponseError('TK7131', given))
}
