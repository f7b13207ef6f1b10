/** Stores in Redis. The client is yours: `redis` or `ioredis`. */
export type { IoRedisClient, NodeRedisClient, RedisClient, ScriptArguments } from './client.js'
export { type RedisIdempotencyOptions, redisIdempotency } from './redis-idempotency.js'
export { type RedisRateLimitOptions, redisRateLimit } from './redis-rate-limit.js'
export { type RedisSpentTokensOptions, redisSpentTokens } from './redis-spent-tokens.js'
