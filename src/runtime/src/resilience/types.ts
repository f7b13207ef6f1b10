/** When calls are no longer tried. */
export interface BreakerPolicy {
  /** Share of failed calls that opens it, from 0 to 1. Default: 0.5. */
  readonly failures: number
  /** Calls in the window before it may open. Default: 20. */
  readonly minimum: number
  /** Milliseconds that calls are counted. Default: 30,000. */
  readonly window: number
  /** Milliseconds that it stays open before one call is let through. Default: 10,000. */
  readonly openFor: number
}

/** A bucket of `requests` that fills up again within `per` milliseconds. */
export interface RatePolicy {
  readonly requests: number
  /** Milliseconds. */
  readonly per: number
}

/** What holds at one level: for each tenant by itself, or for a dependency as a whole. */
export interface LevelPolicy {
  readonly breaker?: BreakerPolicy | undefined
  readonly rateLimit?: RatePolicy | undefined
  /** Calls at the same time. */
  readonly bulkhead?: number | undefined
}

export interface GuardPolicy {
  readonly tenant: LevelPolicy
  readonly dependency: LevelPolicy
  /** Calls of one tenant that wait for a place in a bulkhead. */
  readonly queue: number | undefined
  /** Milliseconds that they wait at most. */
  readonly queueTime: number
}

/** `x-resilience` of an operation, as emitted. Operations of the same group share what is counted. */
export interface WireResilience {
  /** Absent: what the contract declares for all. */
  readonly group?: string
  /** Absent: each tenant has its own. */
  readonly per?: 'dependency'
  /** Share of calls that may be retries. */
  readonly budget?: number
  readonly breaker?: Partial<BreakerPolicy>
  readonly rateLimit?: RatePolicy
  readonly bulkhead?: number
}

/** Puts its own in the place of what the contract declares; `false` takes it away. */
export interface LevelOptions {
  readonly breaker?: Partial<BreakerPolicy> | false | undefined
  readonly rateLimit?: RatePolicy | false | undefined
  /** Calls at the same time. */
  readonly bulkhead?: number | false | undefined
}

export interface GuardOptions {
  /** Limits of each tenant by itself. */
  readonly tenant?: LevelOptions | undefined
  /** Limits of all tenants together. */
  readonly dependency?: LevelOptions | undefined
  /** Calls of one tenant that may wait for a place in a bulkhead. Default: as many as the bulkhead has places. */
  readonly queue?: number | undefined
  /** Milliseconds that a call waits for a place at most. Default: 1,000. */
  readonly queueTime?: number | undefined
  /** Told when a breaker opens or closes and when a call is repeated or turned away. Carries no payload. */
  readonly onEvent?: ((event: ResilienceEvent) => void) | undefined
}

export type Level = 'tenant' | 'dependency'
export type RejectionReason = 'circuit-open' | 'bulkhead-full' | 'rate-limited'

/** A call that is turned away, and when another may be worth trying. */
export interface Rejection {
  readonly kind: 'rejection'
  readonly reason: RejectionReason
  readonly level: Level
  /** Milliseconds. */
  readonly retryAfter: number
}

/** What became of a call: `ignored` says nothing about the dependency, as when the caller gave up. */
export type Outcome = 'succeeded' | 'failed' | 'ignored'

export interface ResilienceEvent {
  /** `places-full`: every place is taken by a tenant whose state must be kept; those who come now share a bucket. */
  readonly kind: 'breaker-opened' | 'breaker-closed' | 'rejected' | 'retry' | 'places-full'
  /** Name of the contract, and of the operation where it has limits of its own. */
  readonly dependency: string
  /** Undefined where a call has none, and for what concerns all. */
  readonly tenant: string | undefined
  readonly level?: Level
  readonly reason?: RejectionReason
  /** Milliseconds until the next attempt, or until one may be worth trying. */
  readonly delay?: number
  /** Of a retry: the number of the attempt that follows. */
  readonly attempt?: number
}

/** Time as guards see it. */
export interface GuardClock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Runs `callback` once; the returned function calls it off. */
  readonly after: (milliseconds: number, callback: () => void) => () => void
}
