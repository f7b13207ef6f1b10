import { AsyncLocalStorage } from 'node:async_hooks'
import { TenantContextMissing } from '../error/index.js'
import type { CallContext, Tenant } from './types.js'

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
  const context = storage.getStore()
  if (!context) throw new TenantContextMissing('no call is being served here')
  return context
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

/** Tenants that a call was bound to, as objects: what only looks like one is not among them. */
const verified = new WeakSet<Tenant>()

/** Whether `tenant` is of a context that the runtime has made, after it verified who calls. */
export function isVerifiedTenant(tenant: Tenant): boolean {
  return verified.has(tenant)
}

/** Deeply frozen: nobody who is handed a context can change it for the others. */
export function freezeContext(context: CallContext): CallContext {
  if (context.tenant) verified.add(Object.freeze(context.tenant))
  if (context.principal) freezeDeeply(context.principal)
  return Object.freeze(context)
}

function freezeDeeply(root: object): void {
  const open: object[] = [root]
  for (let next = open.pop(); next; next = open.pop()) {
    if (Object.isFrozen(next)) continue
    Object.freeze(next)
    for (const value of Object.values(next)) if (typeof value === 'object' && value !== null) open.push(value as object)
  }
}
