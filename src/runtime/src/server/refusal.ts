import type { AuditDetail, AuditEventName } from '../audit/index.js'
import { type RuntimeCode, type RuntimeCodeSpec, runtimeCodes } from '../error/index.js'
import type { Header } from './request.js'

/** One violation as callers see it: the place, the keyword and what was expected; never the value. */
export interface ProblemIssue {
  /** JSON Pointer into the request: `/body/lines/0/sku`, `/query/limit`; `*` for names that are not declared. */
  readonly path: string
  readonly keyword: string
  readonly expected: string
}

/** Why a request is not served: a value that stages return. */
export interface Refusal {
  readonly kind: 'refusal'
  readonly code: RuntimeCode
  readonly status: number
  readonly issues?: readonly ProblemIssue[]
  readonly headers?: readonly Header[]
  readonly audit?: RefusalAudit
}

/** For the audit only. */
export interface RefusalAudit {
  readonly event: AuditEventName
  readonly reason: string
  readonly details?: Readonly<Record<string, AuditDetail>>
}

export interface RefusalOptions {
  /** Default: of the code. */
  readonly status?: number
  readonly issues?: readonly ProblemIssue[]
  readonly headers?: readonly Header[]
  readonly audit?: RefusalAudit
}

export function refuse(code: RuntimeCode, options: RefusalOptions = {}): Refusal {
  const spec: RuntimeCodeSpec = runtimeCodes[code]
  return { kind: 'refusal', code, ...options, status: options.status ?? spec.status ?? 500 }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'refusal'
}
