export { type MemoryIdempotencyOptions, memoryIdempotency } from './memory-idempotency.js'
export type { Claim, IdempotencyStore, Reservation, ReserveOutcome } from './types.js'
