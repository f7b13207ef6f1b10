/** A tenant that has been verified. There is no other way to get one than from the runtime. */
export interface Tenant {
  readonly id: string
}

/** Who calls, from the verified credentials. */
export interface Principal {
  /** Subject: unique within its issuer. */
  readonly id: string
  readonly issuer: string | undefined
  readonly scopes: readonly string[]
  /** Name of the clearance in the contract's data policy. */
  readonly clearance: string | undefined
  readonly claims: Readonly<Record<string, unknown>>
  /** Services that act for the principal, the nearest first (RFC 8693, section 4.1). What any of them may not see stays hidden. */
  readonly actors?: readonly Actor[] | undefined
}

export interface Actor {
  readonly id: string
  /** Name of its clearance in the contract's data policy; absent: it is not limited by one. */
  readonly clearance?: string | undefined
}

/** The frozen context of one call, passed explicitly and through AsyncLocalStorage. */
export interface CallContext {
  readonly operation: string
  readonly tenant: Tenant | undefined
  readonly principal: Principal | undefined
  /** W3C trace id, 32 hex digits; made here when the caller sent none. */
  readonly traceId: string
  /** The key of this call, when the operation is idempotent: use it for calls further down. */
  readonly idempotencyKey: string | undefined
}
