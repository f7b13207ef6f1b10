/** Transactions bound to a tenant, and stores, in PostgreSQL. The pool is yours: `pg`. */
export { postgresIdempotencySchema } from './idempotency-schema.js'
export {
  type PostgresIdempotency,
  type PostgresIdempotencyOptions,
  postgresIdempotency,
} from './postgres-idempotency.js'
export { type RowLevelSecurityOptions, rowLevelSecurity } from './row-level-security.js'
export type { TransactionOptions } from './transaction.js'
export type {
  PostgresClient,
  PostgresPool,
  PostgresQuery,
  PostgresResult,
  PostgresTransaction,
} from './types.js'
export { withTenant } from './with-tenant.js'
