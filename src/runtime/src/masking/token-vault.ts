/** Keeps what tokens stand for, so that those who may can have it back. It sees sealed texts only. */
export interface TokenVault {
  /** Sealed texts by token. The same token comes again with each response that holds it; the latest one counts. */
  keep(tenant: string | undefined, tokens: ReadonlyMap<string, string>): void | Promise<void>
  find(tenant: string | undefined, token: string): string | undefined | Promise<string | undefined>
  /** Everything of a tenant. */
  forget(tenant: string | undefined): void | Promise<void>
}

export interface MemoryVaultOptions {
  /** Tokens of one tenant; the oldest go first. Default: 100,000. */
  readonly tokensPerTenant?: number | undefined
}

/** A vault that is gone with this process: for development and tests. */
export function memoryVault({ tokensPerTenant = 100_000 }: MemoryVaultOptions = {}): TokenVault {
  const tenants = new Map<string, Map<string, string>>()
  const nameOf = (tenant: string | undefined): string => (tenant === undefined ? '' : `=${tenant}`)
  return {
    keep(tenant, tokens) {
      const name = nameOf(tenant)
      const kept = tenants.get(name) ?? new Map<string, string>()
      tenants.set(name, kept)
      for (const [token, sealed] of tokens) {
        kept.delete(token)
        kept.set(token, sealed)
      }
      for (const token of kept.keys()) {
        if (kept.size <= tokensPerTenant) break
        kept.delete(token)
      }
    },
    find: (tenant, token) => tenants.get(nameOf(tenant))?.get(token),
    forget(tenant) {
      tenants.delete(nameOf(tenant))
    },
  }
}
