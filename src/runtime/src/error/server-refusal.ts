import { isProblem, problemType } from './problem.js'

/** What a server of this runtime says when it does not serve a call, whatever the contract declares. */
export interface ServerRefusal {
  /** Stable: `TK7209`. A newer server may have codes that are not known here. */
  readonly code: string
  /** Its name: `rate-limited`. */
  readonly reason: string
  readonly status: number
  /** What is wrong with the request; empty where it is not the request's content. */
  readonly issues: readonly RefusalIssue[]
}

export interface RefusalIssue {
  /** JSON Pointer into the request: `/body/lines/0/sku`, `/query/limit`; `*` for names that are not declared. */
  readonly path: string
  readonly keyword: string
  readonly expected: string
}

/** The refusal that a problem tells of; undefined for problems of other origin, and whatever is none. */
export function serverRefusal(value: unknown): ServerRefusal | undefined {
  if (!isProblem(value)) return undefined
  const { type = '', code, status, errors } = value
  const reason = type.slice(problemType('').length)
  if (type !== problemType(reason) || !/^[a-z][a-z0-9-]{0,60}$/.test(reason)) return undefined
  if (typeof code !== 'string' || !/^TK7\d{3}$/.test(code) || status === undefined) return undefined
  return { code, reason, status, issues: Array.isArray(errors) ? errors.flatMap(issueOf) : [] }
}

function issueOf(value: unknown): RefusalIssue | readonly [] {
  if (typeof value !== 'object' || value === null) return []
  const { path, keyword, expected } = value as Readonly<Record<string, unknown>>
  const isIssue = typeof path === 'string' && typeof keyword === 'string' && typeof expected === 'string'
  return isIssue ? { path, keyword, expected } : []
}
