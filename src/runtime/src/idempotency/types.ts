/** What a request asks the store to keep for it. */
export interface Reservation {
  /** From `scopeKey`: hashed, with the tenant in it. Stores never see what the caller sent. */
  readonly key: string
  /** Partition for limits and for purging; `undefined`: of no tenant. */
  readonly tenant: string | undefined
  /** Of the request. The same key with another fingerprint is another request. */
  readonly fingerprint: string
  /** Unique to this attempt. */
  readonly owner: string
  /** Milliseconds until others may take over, unless the lease is extended. */
  readonly lease: number
  /** Milliseconds until the key is forgotten, whatever became of it. */
  readonly ttl: number
  readonly onLeaseExpired: 'takeover' | 'block'
}

export type ReserveOutcome =
  /** Go ahead. `fence` starts at 1 and rises with each takeover. */
  | { readonly kind: 'reserved'; readonly fence: number }
  /** The key belongs to another request. Told before anything else about it. */
  | { readonly kind: 'mismatch' }
  /** Milliseconds until it pays to ask again. */
  | { readonly kind: 'in-progress'; readonly retryAfter: number }
  | { readonly kind: 'completed'; readonly record: string }
  /** The tenant has too many keys. */
  | { readonly kind: 'full'; readonly retryAfter: number }

/** Proof of a reservation. A store obeys it only as long as owner and fence are still the last ones. */
export interface Claim {
  readonly key: string
  readonly tenant: string | undefined
  readonly owner: string
  readonly fence: number
}

/**
 * Keeps reservations and records. Each method is atomic, and answers at once where it can. Any may throw or reject when the
 * store is down; then nothing is executed. `false` says that the claim no longer holds: somebody else took over, or the key
 * was forgotten.
 */
export interface IdempotencyStore {
  reserve(reservation: Reservation): ReserveOutcome | Promise<ReserveOutcome>
  /** Renews the lease, `lease` milliseconds from now. */
  extend(claim: Claim, lease: number): boolean | Promise<boolean>
  /** Keeps `record`, which is encrypted, for the rest of the reservation's time. */
  complete(claim: Claim, record: string): boolean | Promise<boolean>
  /** Forgets the reservation: nothing was done. */
  release(claim: Claim): boolean | Promise<boolean>
  /** Forgets all of a tenant's keys. Returns how many. */
  purge(tenant: string): number | Promise<number>
  /**
   * Where the store's own database can do what the handler does together with the record of its answer. Opens nothing yet:
   * the handler asks for the transaction, by its `idempotency`, which is `handle`.
   */
  openWork?(handle: object, scope: WorkScope): IdempotencyWork
}

export interface WorkScope {
  readonly tenant: string | undefined
  /** Absent: the caller sent no key. The handler may have a transaction all the same; there is no record then. */
  readonly claim: Claim | undefined
}

/** What a handler does in a transaction of the store. Ended once, by one of the two. */
export interface IdempotencyWork {
  /** Whether the handler asked for the transaction. When it did not there is nothing to end, and the store's own verbs count. */
  readonly hasBegun: boolean
  /**
   * Commits, together with the record where there is a claim. False: the claim no longer holds, and all is rolled back. When
   * it throws, nobody knows: the commit may have come through.
   */
  complete(record: string | undefined): Promise<boolean>
  /** Never rejects: what is not committed is rolled back, if need be by the end of its connection. */
  rollback(): Promise<void>
}
