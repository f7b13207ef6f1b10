import type { CallContext } from '@tenantkit/runtime'

/** Binds tickets of pages to an organisation and to what they are for: those of one kind are none of another. */
export function ticketContext(operation: 'web-session' | 'web-sign-in', organisation: string): CallContext {
  return {
    operation,
    tenant: { id: organisation },
    principal: undefined,
    traceId: '0'.repeat(32),
    idempotencyKey: undefined,
  }
}
