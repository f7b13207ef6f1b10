/** Anything but `active` is refused, all in the same words. */
export type TenantState = 'active' | 'suspended' | 'quarantined' | 'deleted' | 'unknown'

export interface TenantDirectory {
  /** Asked for each request, also when the token was verified before: see `cachedTenants`. */
  stateOf(tenant: string): TenantState | Promise<TenantState>
}

/** What is stopped: everything of a tenant, an operation for everybody, or an operation for one tenant. */
export interface Stop {
  readonly tenant?: string | undefined
  /** Id in the contract. */
  readonly operation?: string | undefined
  /** For the audit. */
  readonly reason: string
}

export interface KillSwitch {
  /** The stop that applies; undefined: go ahead. Asked for each request, before anything is done for it. */
  stopOf(call: {
    readonly tenant: string | undefined
    readonly operation: string
  }): Stop | undefined | Promise<Stop | undefined>
}
