import { isTenantkitError, ResponseError, ServerRefusedError, unwrap } from '@tenantkit/runtime'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { oneLine } from '../../util/one-line.js'

export type Answered<Value> = { readonly value: Value } | { readonly problem: Diagnostic }

type AnyAnswer = Parameters<typeof unwrap>[0]

/**
 * Calls the catalog; everything but a success is a problem.
 *
 * @param what completes “the catalog refuses to …”.
 */
export async function ask<Answer extends AnyAnswer>(
  what: string,
  url: string,
  call: () => Promise<Answer>,
): Promise<Answered<ReturnType<typeof unwrap<Answer>>>> {
  try {
    return { value: unwrap(await call()) }
  } catch (error) {
    return { problem: problemOf(error, what, url) }
  }
}

/** What is thrown while the catalog is called; anything else is thrown again. */
function problemOf(error: unknown, what: string, url: string): Diagnostic {
  if (error instanceof ResponseError) {
    const { status, problem } = error
    if (status === 404) return diagnostic('TK5306', { what })
    const detail = problem?.detail ?? (error instanceof ServerRefusedError ? issuesOf(error) : undefined)
    return diagnostic('TK5305', { what, reason: detail ? oneLine(detail) : reasonOf(status) })
  }
  if (!isTenantkitError(error)) throw error
  const cause = error.cause as { readonly code?: unknown; readonly cause?: { readonly code?: unknown } } | undefined
  const code = cause?.cause?.code ?? cause?.code ?? error.code
  return diagnostic('TK5304', { url, reason: typeof code === 'string' ? code : error.code })
}

/** What is wrong with the request, where the server found something before its operation could answer. */
function issuesOf({ refusal }: ServerRefusedError): string | undefined {
  const issues = refusal.issues.slice(0, 3).map(({ path, expected }) => `${path} must be ${expected}`)
  return issues.length === 0 ? undefined : issues.join(', ')
}

function reasonOf(status: number): string {
  switch (status) {
    case 401:
      return 'the token is unknown, over or revoked'
    case 403:
      return 'the token does not reach so far'
    case 409:
      return 'it stands otherwise already'
    case 429:
      return 'too much was asked; try again later'
    default:
      return `it answers with ${status}`
  }
}
