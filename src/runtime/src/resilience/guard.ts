import { claimProbe, openFor, recordOutcome } from './breaker.js'
import { createGate, type Gate, type SignalOf } from './gate.js'
import type { Home, Lanes } from './lanes.js'
import { canRetry, earnRetry, spendRetry } from './retry-budget.js'
import { createRow, type Rows, rowWidth } from './row.js'
import { takeToken, timeToFull, timeToToken, tokensLeft } from './token-bucket.js'
import type {
  BreakerPolicy,
  GuardClock,
  GuardPolicy,
  Level,
  Outcome,
  RatePolicy,
  Rejection,
  RejectionReason,
  ResilienceEvent,
} from './types.js'

/** A call that may be made. Only the first word of each kind counts. */
export interface Pass {
  /** What became of it, for the breakers. */
  record(outcome: Outcome): void
  /** Gives the place in the bulkhead back; to be called whatever happens. */
  leave(): void
  /** Both. */
  settle(outcome: Outcome): void
}

/**
 * What stands between callers and one dependency. Everything is counted for each tenant by itself and for all together;
 * `undefined` is whoever calls without a tenant.
 */
export interface Guard {
  /** Takes a token of each rate. Turned away by one level, a call costs the other nothing. */
  takeRate(tenant: string | undefined): Rejection | undefined
  /** What is left of the tenant's own rate. */
  rateOf(tenant: string | undefined): RateStanding | undefined
  /** Asks the breakers, waits for a place, asks again. */
  enter(tenant: string | undefined, signalOf?: SignalOf): Pass | Rejection | Promise<Pass | Rejection>
  /** True when a breaker turns calls away now. */
  isOpen(tenant: string | undefined): boolean
  /** A call begins that may be repeated. */
  earnRetry(tenant: string | undefined): void
  /** False when a retry is not affordable. */
  spendRetry(tenant: string | undefined): boolean
  /** Tells that a call is repeated. */
  noteRetry(tenant: string | undefined, attempt: number, delay: number): void
}

export interface RateStanding {
  readonly policy: RatePolicy
  /** Whole calls. */
  readonly left: number
  /** Milliseconds until all of them are there again. */
  readonly reset: number
}

export interface GuardParts {
  /** Name, for events. */
  readonly dependency: string
  readonly policy: GuardPolicy
  readonly lanes: Lanes
  readonly clock: GuardClock
  /** Share of calls that may be retries. Default: 0.2. */
  readonly budget?: number | undefined
  /** Where all retries are counted. Default: for this guard alone. */
  readonly retries?: Rows | undefined
  readonly onEvent?: ((event: ResilienceEvent) => void) | undefined
}

/** A place in an array of rows: what each part of the guard works on. */
interface Place {
  readonly rows: Rows
  readonly at: number
}

/** Buckets that tenants share for whom there is no place: each of them has less then, nobody has more. */
const sharedBuckets = 1024
/** Milliseconds. */
const noticeInterval = 60_000

export function createGuard(parts: GuardParts): Guard {
  const { dependency, policy, lanes, clock, budget = 0.2, retries = createRow(), onEvent } = parts
  const home: Home = new Map()
  const common: Place = { rows: createRow(), at: 0 }
  let shared: Rows | undefined
  const gate = gateOf(policy, clock)
  const { tenant: own, dependency: all } = policy
  let nextNotice = 0

  const tell = (
    kind: ResilienceEvent['kind'],
    tenant: string | undefined,
    more: Partial<ResilienceEvent> = {},
  ): void => {
    try {
      onEvent?.({ kind, dependency, tenant, ...more })
    } catch {
      // Whoever listens must not take the call with it.
    }
  }

  const placeOf = (tenant: string | undefined, now: number): Place | undefined => {
    const lane = lanes.find(home, tenant ?? '', now)
    if (lane >= 0) return { rows: lanes.rowsOf(lane), at: lanes.startOf(lane) }
    if (now >= nextNotice) {
      nextNotice = now + noticeInterval
      tell('places-full', undefined)
    }
    return undefined
  }
  const bucketOf = (tenant: string | undefined, now: number): Place => {
    const place = placeOf(tenant, now)
    if (place) return place
    shared ??= new Float64Array(sharedBuckets * rowWidth)
    return { rows: shared, at: (hashOf(tenant ?? '') % sharedBuckets) * rowWidth }
  }

  const reject = (reason: RejectionReason, level: Level, tenant: string | undefined, retryAfter: number): Rejection => {
    tell('rejected', tenant, { reason, level, delay: retryAfter })
    return { kind: 'rejection', reason, level, retryAfter }
  }

  const askBreakers = (tenant: string | undefined): Rejection | undefined => {
    const now = clock.now()
    const place = own.breaker && placeOf(tenant, now)
    const mine = place ? openFor(place.rows, place.at, own.breaker, now) : 0
    if (mine > 0) return reject('circuit-open', 'tenant', tenant, mine)
    const everybodys = all.breaker ? openFor(common.rows, common.at, all.breaker, now) : 0
    return everybodys > 0 ? reject('circuit-open', 'dependency', tenant, everybodys) : undefined
  }

  const record = (
    level: Level,
    place: Place | undefined,
    breaker: BreakerPolicy | undefined,
    tenant: string | undefined,
    outcome: Outcome,
    isProbe: boolean,
  ): void => {
    if (!place || !breaker) return
    const change = recordOutcome(place.rows, place.at, breaker, clock.now(), { outcome, isProbe })
    if (change === 'opened') tell('breaker-opened', tenant, { level, delay: breaker.openFor })
    if (change === 'closed') tell('breaker-closed', tenant, { level })
  }

  const pass = (tenant: string | undefined): Pass => {
    const place = own.breaker && placeOf(tenant, clock.now())
    const isProbe = place ? claimProbe(place.rows, place.at) : false
    const isCommonProbe = all.breaker ? claimProbe(common.rows, common.at) : false
    let isRecorded = false
    let hasLeft = false
    const recordOnce = (outcome: Outcome): void => {
      if (isRecorded) return
      isRecorded = true
      // Looked for again: meanwhile the place may be somebody else's.
      record('tenant', own.breaker && placeOf(tenant, clock.now()), own.breaker, tenant, outcome, isProbe)
      record('dependency', common, all.breaker, undefined, outcome, isCommonProbe)
    }
    const leaveOnce = (): void => {
      if (hasLeft) return
      hasLeft = true
      gate?.leave(tenant ?? '')
    }
    return {
      record: recordOnce,
      leave: leaveOnce,
      settle(outcome) {
        recordOnce(outcome)
        leaveOnce()
      },
    }
  }

  const admit = (tenant: string | undefined): Pass | Rejection => {
    const rejection = askBreakers(tenant)
    if (!rejection) return pass(tenant)
    gate?.leave(tenant ?? '')
    return rejection
  }
  const full = (tenant: string | undefined): Rejection =>
    reject('bulkhead-full', gate?.isFullFor(tenant ?? '') ? 'tenant' : 'dependency', tenant, policy.queueTime)

  return {
    takeRate(tenant) {
      const now = clock.now()
      const isOut = all.rateLimit && tokensLeft(common.rows, common.at, all.rateLimit, now) === 0
      if (isOut) {
        return reject('rate-limited', 'dependency', tenant, timeToToken(common.rows, common.at, all.rateLimit, now))
      }
      if (own.rateLimit) {
        const { rows, at } = bucketOf(tenant, now)
        const wait = takeToken(rows, at, own.rateLimit, now)
        if (wait > 0) return reject('rate-limited', 'tenant', tenant, wait)
      }
      if (all.rateLimit) takeToken(common.rows, common.at, all.rateLimit, now)
      return undefined
    },
    rateOf(tenant) {
      if (!own.rateLimit) return undefined
      const now = clock.now()
      const { rows, at } = bucketOf(tenant, now)
      return {
        policy: own.rateLimit,
        left: tokensLeft(rows, at, own.rateLimit, now),
        reset: timeToFull(rows, at, own.rateLimit, now),
      }
    },
    enter(tenant, signalOf) {
      const rejection = askBreakers(tenant)
      if (rejection) return rejection
      if (!gate) return pass(tenant)
      const entered = gate.enter(tenant ?? '', signalOf)
      if (entered === true) return pass(tenant)
      if (entered === false) return full(tenant)
      return entered.then((mayEnter) => (mayEnter ? admit(tenant) : full(tenant)))
    },
    isOpen(tenant) {
      const now = clock.now()
      const place = own.breaker && placeOf(tenant, now)
      if (place && openFor(place.rows, place.at, own.breaker, now) > 0) return true
      return all.breaker !== undefined && openFor(common.rows, common.at, all.breaker, now) > 0
    },
    earnRetry(tenant) {
      const place = placeOf(tenant, clock.now())
      if (place) earnRetry(place.rows, place.at, budget)
      earnRetry(retries, 0, budget)
    },
    spendRetry(tenant) {
      const now = clock.now()
      const place = placeOf(tenant, now)
      if (!canRetry(retries, 0) || (place && !canRetry(place.rows, place.at))) return false
      spendRetry(retries, 0, now)
      if (place) spendRetry(place.rows, place.at, now)
      return true
    },
    noteRetry: (tenant, attempt, delay) => tell('retry', tenant, { attempt, delay }),
  }
}

function gateOf({ tenant, dependency, queue, queueTime }: GuardPolicy, { after }: GuardClock): Gate | undefined {
  if (tenant.bulkhead === undefined && dependency.bulkhead === undefined) return undefined
  const perTenant = tenant.bulkhead ?? Number.POSITIVE_INFINITY
  const total = dependency.bulkhead ?? Number.POSITIVE_INFINITY
  const places = Math.min(perTenant, total)
  const queuePerTenant = queue ?? places
  return createGate({ perTenant, total, queuePerTenant, queueTotal: queuePerTenant * 16, queueTime, after })
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
