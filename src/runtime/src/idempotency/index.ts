export { judgeKnownKey, type KnownKey } from './judge.js'
export { inFlightRetry, type StoreLimitOptions, type StoreLimits, storeLimits } from './limits.js'
export { type MemoryIdempotencyOptions, memoryIdempotency } from './memory-idempotency.js'
export type { Claim, IdempotencyStore, Reservation, ReserveOutcome } from './types.js'
