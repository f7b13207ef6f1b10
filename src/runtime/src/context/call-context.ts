import { AsyncLocalStorage } from 'node:async_hooks'
import { TenantContextMissing } from '../error/index.js'
import { createBounded } from './bounded.js'
import type { CallContext, Principal, Tenant } from './types.js'

const storage = new AsyncLocalStorage<CallContext>()

/**
 * Runs `work` with `context` as the current one, for everything it starts. Always by `run`, which ends with the call:
 * what a caller sets for the rest of its own execution leaks into whoever shares it.
 */
export function runInContext<T>(context: CallContext, work: () => T): T {
  return storage.run(context, work)
}

/**
 * The context of the call that is being served. Prefer the explicit argument of the handler; this is for code that
 * cannot be given one.
 *
 * @throws TenantContextMissing outside of a call, as in a timer of the process or a callback of a shared pool.
 */
export function currentContext(): CallContext {
  const context = contextIfAny()
  if (!context) throw new TenantContextMissing('no call is being served here')
  return context
}

/** The same; undefined outside of a call. */
export function contextIfAny(): CallContext | undefined {
  return storage.getStore()
}

/**
 * The verified tenant of a context, by default of the current one.
 *
 * @throws TenantContextMissing when there is no context, or its scope binds no tenant.
 */
export function tenantOf(context: CallContext = currentContext()): Tenant {
  if (!context.tenant) throw new TenantContextMissing(`${context.operation} is not bound to a tenant`)
  return context.tenant
}

/** A tenant of a context that the runtime has made: the mark is in the object itself, where nobody else can set or see it. */
class VerifiedTenant implements Tenant {
  readonly id: string
  readonly #isVerified = true

  constructor(id: string) {
    this.id = id
    Object.freeze(this)
  }

  static is(value: unknown): value is Tenant {
    return typeof value === 'object' && value !== null && #isVerified in value && value.#isVerified
  }
}

/** Frozen, and nothing but its id, so that all calls of a tenant may share one. */
const verifiedTenants = createBounded<VerifiedTenant>(1000)

function verifiedTenant(id: string): VerifiedTenant {
  let known = verifiedTenants.get(id)
  if (!known) verifiedTenants.set(id, (known = new VerifiedTenant(id)))
  return known
}

/** Whether `tenant` is of a context that the runtime has made, after it verified who calls. What only looks like one is not. */
export function isVerifiedTenant(tenant: Tenant): boolean {
  return VerifiedTenant.is(tenant)
}

/**
 * Carries its companion where only the runtime finds it. A weak map by context would do the same, and keep every context of
 * a busy server alive until the next full collection: young objects survive as keys of a map that is old.
 */
class FrozenContext implements CallContext {
  readonly operation: string
  readonly tenant: Tenant | undefined
  readonly principal: Principal | undefined
  readonly traceId: string
  readonly idempotencyKey: string | undefined
  readonly #companion: object | undefined

  constructor({ operation, tenant, principal, traceId, idempotencyKey }: CallContext, companion: object | undefined) {
    this.operation = operation
    this.tenant = tenant && verifiedTenant(tenant.id)
    this.principal = principal
    this.traceId = traceId
    this.idempotencyKey = idempotencyKey
    this.#companion = companion
    if (principal && !Object.isFrozen(principal)) freezeDeeply(principal)
    Object.freeze(this)
  }

  static companionOf(context: CallContext): object | undefined {
    return #companion in context ? context.#companion : undefined
  }
}

/**
 * Deeply frozen: nobody who is handed a context can change it for the others. Its tenant counts as verified.
 *
 * @param companion what the runtime itself needs to know of the call, for {@link companionOf}.
 */
export function freezeContext(context: CallContext, companion?: object): CallContext {
  return new FrozenContext(context, companion)
}

export function companionOf(context: CallContext): object | undefined {
  return FrozenContext.companionOf(context)
}

function freezeDeeply(root: object): void {
  const open: object[] = [root]
  for (let next = open.pop(); next; next = open.pop()) {
    if (Object.isFrozen(next)) continue
    Object.freeze(next)
    for (const value of Object.values(next)) if (typeof value === 'object' && value !== null) open.push(value as object)
  }
}
