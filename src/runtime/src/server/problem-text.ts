import { type ProblemDetails, problemType, runtimeCodes } from '../error/index.js'
import type { Refusal } from './refusal.js'

/** A refusal as problem details (RFC 9457): the same for the same refusal, whoever asks. */
export function problemText({ code, status, issues }: Refusal): string {
  const { name, title } = runtimeCodes[code]
  const problem: ProblemDetails = {
    type: problemType(name),
    title,
    status,
    code,
    ...(issues && { errors: issues.map(({ path, keyword, expected }) => ({ path, keyword, expected })) }),
  }
  return JSON.stringify(problem)
}
