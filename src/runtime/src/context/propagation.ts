import { currentContext, tenantOf } from './call-context.js'
import { type Random, randomHex, systemRandom } from './random.js'

/** Options of generated clients that are used while a call is being served. */
export interface Propagation {
  /** The verified tenant of the call. */
  readonly tenant: () => string
  /** W3C Trace Context, section 3.2: the trace of the call, with a new parent for each request. */
  readonly traceparent: () => string
}

/**
 * Tenant and trace of whatever call is being served when the client is used: one client may serve all tenants.
 * `createLedgerClient({ ...fromCurrentCall(), auth: signer.credential('ledger') })`. Baggage is not handed on: it is
 * unauthenticated, and what came with one tenant's call is nobody else's business.
 *
 * @throws TenantContextMissing (when used) outside of a call, or in one that is not bound to a tenant.
 */
export function fromCurrentCall(random: Random = systemRandom): Propagation {
  return {
    tenant: () => tenantOf().id,
    traceparent: () => `00-${currentContext().traceId}-${randomHex(random, 8)}-01`,
  }
}
