import { tableName } from './table-name.js'

export interface IdempotencyTables {
  readonly keys: string
  readonly usage: string
}

const usual = 'tenantkit_idempotency'

/** What a tenant has is counted in as many rows, so that its requests do not queue for one. */
export const slots = 16

/** The names of the two tables, quoted. */
export function idempotencyTables(table: string = usual): IdempotencyTables {
  const { qualified } = tableName(table)
  return { keys: qualified, usage: `${qualified.slice(0, -1)}_usage"` }
}

/**
 * SQL for a migration: the tables of `postgresIdempotency`. It may be run again. Keys are hashed and records encrypted before
 * they get here; the tenant's id is as it is, so that a tenant can be purged.
 *
 * @param table as in the options of the store. Default: `tenantkit_idempotency`.
 */
export function postgresIdempotencySchema(table: string = usual): string {
  const { keys, usage } = idempotencyTables(table)
  const { bare } = tableName(table)
  return `CREATE TABLE IF NOT EXISTS ${keys} (
  tenant text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  slot smallint NOT NULL,
  fingerprint text NOT NULL,
  owner text NOT NULL,
  fence integer NOT NULL,
  lease_until timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  on_lease_expired text NOT NULL CHECK (on_lease_expired IN ('takeover', 'block')),
  record bytea,
  PRIMARY KEY (tenant, key)
);
-- What is encrypted cannot be compressed.
ALTER TABLE ${keys} ALTER COLUMN record SET STORAGE EXTERNAL;
CREATE INDEX IF NOT EXISTS "${bare}_expiry" ON ${keys} (expires_at);
CREATE INDEX IF NOT EXISTS "${bare}_tenant_expiry" ON ${keys} (tenant, expires_at);
CREATE INDEX IF NOT EXISTS "${bare}_in_flight" ON ${keys} (tenant, lease_until) WHERE record IS NULL;
CREATE TABLE IF NOT EXISTS ${usage} (
  tenant text COLLATE "C" NOT NULL,
  slot smallint NOT NULL,
  keys bigint NOT NULL,
  bytes bigint NOT NULL,
  PRIMARY KEY (tenant, slot)
);
`
}
