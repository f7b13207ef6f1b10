/** What happened, in one word that alerts can be built on. */
export type AuditEventName =
  /** No credentials, or such that prove nothing. */
  | 'authentication-refused'
  /** Known, but not allowed: scopes, tenant state, issuer, grant. */
  | 'access-refused'
  /** Something in the request named another tenant than the verified one. */
  | 'tenant-mismatch'
  /** An operator chose a tenant to work on. */
  | 'tenant-chosen'
  /** A grant let a call cross a tenant boundary. */
  | 'tenant-crossed'
  /** The handler answered with data of another tenant; nothing of it was sent. */
  | 'leak-blocked'
  /** The handler answered with something that the contract does not declare. */
  | 'response-refused'
  | 'handler-failed'
  | 'handler-timed-out'
  /** A caller did not take what was streamed to it. */
  | 'answer-broken-off'
  | 'idempotency-refused'
  | 'idempotency-replayed'
  | 'dependency-failed'
  /** Somebody was shown what is hidden from most: by clearance, or by a handler that said what for. */
  | 'data-revealed'
  /** A handler asked for a hidden value without a purpose that the contract declares. */
  | 'reveal-refused'

/** One entry. Never carries a payload's value; ids of tenants and principals are there to be found again. */
export interface AuditEvent {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly event: AuditEventName
  /** Of the operation that was called; undefined when none was found. */
  readonly operation: string | undefined
  /** The verified tenant. */
  readonly tenant: string | undefined
  /** Subject of the verified credentials. */
  readonly principal: string | undefined
  readonly issuer: string | undefined
  /** Services that acted for the principal, the nearest first; absent where it called itself. */
  readonly actors?: readonly string[] | undefined
  readonly traceId: string
  /** Why: `two-carriers-disagree`, `scope-missing`. */
  readonly reason: string
  /** What the caller was told. */
  readonly status: number | undefined
  readonly details: Readonly<Record<string, AuditDetail>>
}

export type AuditDetail = string | number | boolean | readonly string[]

/** Where audit entries go. A sink that fails does not undo the decision it was told about. */
export interface AuditSink {
  write(event: AuditEvent): void | Promise<void>
}
