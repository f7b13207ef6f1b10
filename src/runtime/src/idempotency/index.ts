export { judgeKnownKey, type KnownKey } from './judge.js'
export { inFlightRetry, type StoreLimitOptions, type StoreLimits, storeLimits } from './limits.js'
export { type MemoryIdempotencyOptions, memoryIdempotency } from './memory-idempotency.js'
export type { Claim, IdempotencyStore, IdempotencyWork, Reservation, ReserveOutcome, WorkScope } from './types.js'
