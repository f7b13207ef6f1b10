import { type CallContext, currentContext } from '../context/index.js'
import { TenantContextMissing } from '../error/index.js'
import type { MaskKeys } from '../masking/index.js'
import type { RoutedCall } from './call.js'

/** A call with what its handler's own code may need of it. */
export interface BoundCall {
  readonly call: RoutedCall
  readonly maskKeys: MaskKeys
}

/** By their contexts, so that the context itself stays plain data. */
const calls = new WeakMap<CallContext, BoundCall>()

export function bindCall(context: CallContext, bound: BoundCall): CallContext {
  calls.set(context, bound)
  return context
}

/** The call that is being served; undefined outside of one. */
export function currentCall(): BoundCall | undefined {
  try {
    return calls.get(currentContext())
  } catch (error) {
    if (error instanceof TenantContextMissing) return undefined
    throw error
  }
}
