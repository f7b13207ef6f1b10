import {
  type CallContext,
  type Clock,
  createBounded,
  currentContext,
  scopeKey,
  systemClock,
  type Tenant,
  tenantOf,
} from '../context/index.js'

/** Something that opens one tenant's things only: a role's keys, a database user, a bucket's token. */
export interface VendedCredential<Value> {
  readonly value: Value
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

export interface CredentialVendorOptions<Value> {
  /** Gets one from whoever gives them out, cut down to what this tenant may do. */
  readonly vend: (tenant: Tenant, context: CallContext) => Promise<VendedCredential<Value>>
  /** Tenants, or principals, whose credentials are remembered. Default: 1,000. */
  readonly limit?: number | undefined
  /** Milliseconds before its end at which a credential is no longer handed out. Default: 30,000. */
  readonly margin?: number | undefined
  /** `principal`: what one principal of a tenant gets is not handed to another. Default: `tenant`. */
  readonly by?: 'tenant' | 'principal' | undefined
  readonly clock?: Clock | undefined
}

export interface CredentialVendor<Value> {
  /**
   * The credential of the context's tenant. Calls that ask at the same time share one.
   *
   * @throws TenantContextMissing where there is no verified tenant.
   */
  credential(context?: CallContext): Promise<Value>
  /** Forgets what is remembered for the context's tenant: after it was refused, say. */
  forget(context?: CallContext): void
}

/** Isolation outside of the service's own code: it holds no key that opens everything. */
export function credentialVendor<Value>(options: CredentialVendorOptions<Value>): CredentialVendor<Value> {
  const { vend, limit = 1000, margin = 30_000, by = 'tenant', clock = systemClock } = options
  const known = createBounded<{ credential: Promise<VendedCredential<Value>>; expiresAt: number }>(limit)
  return {
    async credential(context = currentContext()) {
      const tenant = tenantOf(context)
      const key = keyOf(context)
      const held = known.get(key)
      if (held && clock.now() < held.expiresAt - margin) return (await held.credential).value
      // Until it is there, nobody knows when it ends; those that wait for it take it.
      const entry = { credential: vend(tenant, context), expiresAt: Number.POSITIVE_INFINITY }
      known.set(key, entry)
      try {
        const vended = await entry.credential
        entry.expiresAt = vended.expiresAt
        return vended.value
      } catch (error) {
        if (known.get(key) === entry) known.delete(key)
        throw error
      }
    },
    forget: (context = currentContext()) => known.delete(keyOf(context)),
  }

  function keyOf(context: CallContext): string {
    const { principal } = context
    const own = by === 'principal' ? [principal?.issuer ?? '', principal?.id ?? ''] : []
    return scopeKey('credential', { tenant: tenantOf(context).id }, ...own)
  }
}
