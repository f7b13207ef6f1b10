import { TenantkitError } from './tenantkit-error.js'

/** Somebody asked for the context of a call, or its tenant, where there is none (TK7001). Never answered by a default. */
export class TenantContextMissing extends TenantkitError {
  override readonly name = 'TenantContextMissing'

  constructor(detail: string) {
    super('TK7001', detail)
  }
}

/** Options of the runtime that cannot work, found when it is set up (TK7002). */
export class ConfigurationError extends TenantkitError {
  override readonly name = 'ConfigurationError'

  constructor(detail: string, options?: { readonly cause?: unknown }) {
    super('TK7002', detail, options)
  }
}

/** A value that names a tenant names another one than the verified (TK7003). `at` is a place in the contract. */
export class ForeignTenantError extends TenantkitError {
  override readonly name = 'ForeignTenantError'
  readonly at: string

  constructor(at: string) {
    super('TK7003', at)
    this.at = at
  }
}

/** What a handler that nobody has written yet throws; the caller gets 501 (TK7220). */
export class NotImplementedError extends TenantkitError {
  override readonly name = 'NotImplementedError'

  constructor(operation?: string) {
    super('TK7220', operation)
  }
}

/** A transaction that is over was used, or one was not committed (TK7308). */
export class TransactionError extends TenantkitError {
  override readonly name = 'TransactionError'

  constructor(detail: string) {
    super('TK7308', detail)
  }
}

/** Work for another tenant has no grant, or none any more (TK7004). */
export class GrantMissingError extends TenantkitError {
  override readonly name = 'GrantMissingError'

  constructor(operation: string) {
    super('TK7004', operation)
  }
}
