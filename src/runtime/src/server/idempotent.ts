import { randomHex, scopeKey } from '../context/index.js'
import type { RuntimeCode } from '../error/index.js'
import type { Claim, IdempotencyStore, Reservation, ReserveOutcome } from '../idempotency/index.js'
import { open, type SealPlace, seal } from '../keys/index.js'
import { askStore } from './ask-store.js'
import type { RoutedCall } from './call.js'
import type { DecodedRequest } from './decode-request.js'
import { fingerprintOf } from './fingerprint.js'
import { isPending, type Ready, whenReady } from './ready.js'
import { type Refusal, refuse } from './refusal.js'
import type { CheckedReply } from './reply-check.js'
import type { Steps } from './steps.js'
import { replyOfStored } from './stored-reply.js'
import type { ServerIdempotency } from './types.js'

/** This attempt may execute; what came of it is to be told by one of the three, once. */
export interface Attempt {
  readonly fence: number
  /** Names the key in the store; secret enough to derive keys of further calls from. */
  readonly storeKey: string
  readonly claim: Claim
  /** Milliseconds since 1970: until then the answer is kept. */
  readonly expires: number
  /** The record of an answer, encrypted. @throws when there are no keys. */
  sealed(text: string): Ready<string>
  /** Keeps the answer. False when somebody else took over meanwhile: their answer counts. */
  complete(record: string): Ready<boolean>
  /** Nothing was done: the key is free again. */
  release(): Ready<void>
  /** The handler works on: its lease is renewed until one of the three is told, so that it can be short. */
  keepRenewing(): void
  /** The lease may run out from now on, while the handler may still be working. */
  stopRenewing(): void
  /** Nobody knows what was done: the lease runs out, and the contract says what then. */
  abandon(): void
}

/** `unprotected`: the store is down, and the service has chosen to go on where a key is optional. */
export type Reserved = Attempt | Replay | 'unprotected' | Refusal

export interface Replay {
  readonly replay: CheckedReply
  readonly expires: number
}

/** Claims the key for this request, or tells what became of it: the answer of the first, or why there is none. */
export function* reserve(
  call: RoutedCall,
  declared: ServerIdempotency,
  key: string,
  decoded: DecodedRequest,
): Steps<Reserved> {
  const { environment, operation, tenant } = call
  const store = environment.options.idempotency as IdempotencyStore
  const rules = environment.rulesOf(operation.id)
  const storeKey = storeKeyOf(call, declared, key)
  const owner = randomHex(environment.random, 16)
  const printing = fingerprintOf(call, decoded, key, rules.exclude)
  const fingerprint = isPending(printing) ? ((yield printing) as Awaited<typeof printing>) : printing
  const { ttl, lease, onLeaseExpired } = declared
  const expires = environment.clock.now() + ttl
  const reservation = { key: storeKey, tenant, fingerprint, owner, lease, ttl, onLeaseExpired }
  const asked = yield* askPatiently(call, store, reservation, rules.wait)
  if (!asked) {
    const isOptional = declared.mode === 'optional' && rules.optionalOutage === 'execute'
    return isOptional ? 'unprotected' : unavailable('idempotency-store-failed')
  }
  switch (asked.kind) {
    case 'reserved':
      return new HeldAttempt(call, store, lease, { key: storeKey, tenant, owner, fence: asked.fence }, expires)
    case 'mismatch':
      return refuse('TK7303', { audit: { event: 'idempotency-refused', reason: 'key-reused' } })
    case 'in-progress':
      return later('TK7304', asked.retryAfter)
    case 'full':
      return later('TK7306', asked.retryAfter)
    case 'completed':
      return yield* replay(call, asked.record, storeKey, operation.operation)
  }
}

/** Asks again while the first request is in progress and there is time to wait for it. */
function* askPatiently(
  call: RoutedCall,
  store: IdempotencyStore,
  reservation: Reservation,
  wait: number,
): Steps<ReserveOutcome | undefined> {
  const { clock } = call.environment
  const end = clock.now() + wait
  for (let pause = 50; ; pause = Math.min(pause * 2, 1000)) {
    let given: Ready<ReserveOutcome> | undefined
    const asked = askStore(call, 'reserve', () => {
      given = store.reserve(reservation)
      return given
    })
    const outcome = isPending(asked) ? ((yield asked) as Awaited<typeof asked>) : asked
    if (!outcome && given && isPending(given)) giveBack(store, reservation, given)
    const left = end - clock.now()
    if (outcome?.kind !== 'in-progress' || left <= 0 || call.request.signal?.aborted) return outcome
    yield new Promise<void>((resolve) => void clock.after(Math.min(pause, left), resolve))
  }
}

/** A reservation that comes too late is nobody's: it would make the caller wait for its lease. */
function giveBack(store: IdempotencyStore, { key, tenant, owner }: Reservation, late: Promise<ReserveOutcome>): void {
  late
    .then((outcome) => outcome.kind === 'reserved' && store.release({ key, tenant, owner, fence: outcome.fence }))
    .catch(() => undefined)
}

/** Tenant, principal where the contract separates them, operation, major version, key: nothing of it can be left out. */
function storeKeyOf(call: RoutedCall, declared: ServerIdempotency, key: string): string {
  const { principal, tenant, operation, environment } = call
  const { name, version } = environment.contract
  const shared = declared.scope === 'tenant'
  const who = shared ? undefined : JSON.stringify([principal?.issuer ?? '', principal?.id ?? ''])
  return scopeKey('idempotency', { tenant, principal: who }, name, operation.id, version.split('.', 1)[0] ?? '', key)
}

/** A class, because its verbs are many and each execution has one of it. */
class HeldAttempt implements Attempt {
  readonly claim: Claim
  readonly expires: number
  readonly #call: RoutedCall
  readonly #store: IdempotencyStore
  readonly #lease: number
  #isOver = false
  #stop: (() => void) | undefined

  constructor(call: RoutedCall, store: IdempotencyStore, lease: number, claim: Claim, expires: number) {
    this.claim = claim
    this.expires = expires
    this.#call = call
    this.#store = store
    this.#lease = lease
  }

  get fence(): number {
    return this.claim.fence
  }

  get storeKey(): string {
    return this.claim.key
  }

  sealed(text: string): Ready<string> {
    const { keys: provider, random } = this.#call.environment
    const { tenant, key } = this.claim
    return whenReady(provider.keysOf(tenant), (keys) => seal(text, keys, placeOf(key), random))
  }

  complete(text: string): Ready<boolean> {
    this.abandon()
    const kept = askStore(this.#call, 'complete', () =>
      whenReady(this.sealed(text), (record) => this.#store.complete(this.claim, record)),
    )
    // The effect is there and cannot be taken back: when the record cannot be kept, the caller still gets its answer.
    return whenReady(kept, (isKept) => isKept ?? true)
  }

  release(): Ready<void> {
    this.abandon()
    return whenReady(
      askStore(this.#call, 'release', () => this.#store.release(this.claim)),
      () => undefined,
    )
  }

  keepRenewing(): void {
    if (this.#isOver) return
    this.#stop = this.#call.environment.clock.after(Math.max(this.#lease / 3, 1), () => {
      const extended = askStore(this.#call, 'extend', () => this.#store.extend(this.claim, this.#lease))
      void whenReady(extended, (held) => {
        if (held !== false) this.keepRenewing()
      })
    })
  }

  stopRenewing(): void {
    this.abandon()
  }

  abandon(): void {
    this.#isOver = true
    this.#stop?.()
  }
}

function* replay(
  call: RoutedCall,
  record: string,
  storeKey: string,
  operation: Parameters<typeof replyOfStored>[1],
): Steps<Reserved> {
  const asked = askStore(call, 'replay', () => call.environment.keys.keysOf(call.tenant))
  const keys = isPending(asked) ? ((yield asked) as Awaited<typeof asked>) : asked
  if (!keys) return unavailable('keys-not-available')
  const opened = open(record, keys, placeOf(storeKey))
  if (typeof opened === 'string') {
    return refuse('TK7305', { audit: { event: 'idempotency-refused', reason: `record-${opened}` } })
  }
  return replyOfStored(opened.text, operation) ?? refuse('TK7305')
}

function placeOf(storeKey: string): SealPlace {
  return { purpose: 'idempotency', place: storeKey }
}

function later(code: RuntimeCode, milliseconds: number): Refusal {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  return refuse(code, { headers: [['retry-after', String(seconds)]] })
}

function unavailable(reason: string): Refusal {
  return refuse('TK7307', { headers: [['retry-after', '1']], audit: { event: 'dependency-failed', reason } })
}
