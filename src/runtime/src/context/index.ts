export { type Bounded, createBounded } from './bounded.js'
export {
  companionOf,
  contextIfAny,
  currentContext,
  freezeContext,
  isVerifiedTenant,
  runInContext,
  tenantOf,
} from './call-context.js'
export { type Clock, systemClock } from './clock.js'
export { inTime, tooLate } from './in-time.js'
export { fromCurrentCall, type Propagation } from './propagation.js'
export { hexIds, type Random, randomHex, systemRandom } from './random.js'
export { type KeyScope, scopeKey } from './scope-key.js'
export { isTenantId } from './tenant-id.js'
export type { Actor, CallContext, Principal, Tenant } from './types.js'
