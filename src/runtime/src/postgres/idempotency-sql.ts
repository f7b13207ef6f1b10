import type { IdempotencyTables } from './idempotency-schema.js'

/** The statements of the store. In each, `$1` is the time in tests, else null, and it is the server's; `$2` the tenant. */
export interface IdempotencySql {
  /** key, slot, fingerprint, owner, lease, ttl, policy, keys at most, bytes at most, in flight at most -> is_made. */
  readonly insert: string
  /** key -> the key as it is, locked until the transaction ends. */
  readonly look: string
  /** key. Of one that is locked and has expired. */
  readonly forget: string
  /** key, owner, lease. Of a key that is locked. */
  readonly takeOver: string
  /** key, owner, fence, lease -> done. */
  readonly extend: string
  /** key, owner, fence, slot, record -> done. */
  readonly complete: string
  /** key, owner, fence -> done. */
  readonly release: string
  /** keys at most, bytes at most, in flight at most -> what is short, and the milliseconds until the next key expires. */
  readonly room: string
  /** limit -> gone. Only of the tenant, or of all when that is null. */
  readonly sweep: string
  /** limit -> gone. All of the tenant's, expired or not. */
  readonly purge: string
  /** Counters that count nothing. */
  readonly tidy: string
}

export function idempotencySql({ keys, usage }: IdempotencyTables): IdempotencySql {
  const now = 'WITH moment AS (SELECT coalesce($1::timestamptz, clock_timestamp()) AS now)'
  const milliseconds = (parameter: string): string => `${parameter}::float8 * interval '1 millisecond'`
  const until = (column: string): string => `round(extract(epoch FROM ${column} - moment.now) * 1000)::float8`
  const held = 'tenant = $2 AND key = $3 AND owner = $4 AND fence = $5 AND record IS NULL AND expires_at > moment.now'
  const running = (limit: string): string => `SELECT count(*) AS keys FROM (
    SELECT 1 FROM ${keys}, moment WHERE tenant = $2 AND record IS NULL AND lease_until > moment.now LIMIT ${limit}
  ) AS running`
  const remove = (where: string, order: string): string => `${now}, dead AS (
  SELECT tenant, key FROM ${keys}, moment WHERE ${where} ORDER BY ${order} LIMIT $3 FOR UPDATE OF ${keys} SKIP LOCKED
), gone AS (
  DELETE FROM ${keys} USING dead WHERE ${keys}.tenant = dead.tenant AND ${keys}.key = dead.key
  RETURNING ${keys}.tenant, slot, coalesce(octet_length(record), 0) AS size
), counted AS (
  UPDATE ${usage} AS used SET keys = used.keys - less.keys, bytes = used.bytes - less.bytes
  FROM (SELECT tenant, slot, count(*) AS keys, sum(size) AS bytes FROM gone GROUP BY tenant, slot) AS less
  WHERE used.tenant = less.tenant AND used.slot = less.slot
)
SELECT count(*)::int AS gone FROM gone`
  return {
    insert: `${now}, used AS (
  SELECT coalesce(sum(keys), 0) AS keys, coalesce(sum(bytes), 0) AS bytes FROM ${usage} WHERE tenant = $2
), busy AS (
  ${running('$12')}
), made AS (
  INSERT INTO ${keys} (tenant, key, slot, fingerprint, owner, fence, lease_until, expires_at, on_lease_expired)
  SELECT $2::text, $3::text, $4::smallint, $5::text, $6::text, 1, moment.now + ${milliseconds('$7')}, moment.now + ${milliseconds('$8')}, $9::text
  FROM moment, used, busy WHERE used.keys < $10 AND used.bytes < $11 AND busy.keys < $12
  ON CONFLICT (tenant, key) DO NOTHING RETURNING 1
), counted AS (
  INSERT INTO ${usage} (tenant, slot, keys, bytes) SELECT $2::text, $4::smallint, 1, 0 FROM made
  ON CONFLICT (tenant, slot) DO UPDATE SET keys = ${usage}.keys + 1
)
SELECT EXISTS (SELECT FROM made) AS is_made`,
    look: `${now}
SELECT fingerprint, fence, on_lease_expired, record, ${until('lease_until')} AS lease_left, ${until('expires_at')} AS time_left
FROM ${keys}, moment WHERE tenant = $2 AND key = $3 FOR UPDATE OF ${keys}`,
    forget: `${now}, done AS (
  DELETE FROM ${keys} USING moment WHERE tenant = $2 AND key = $3 AND expires_at <= moment.now
  RETURNING slot, coalesce(octet_length(record), 0) AS size
)
UPDATE ${usage} AS used SET keys = used.keys - 1, bytes = used.bytes - done.size
FROM done WHERE used.tenant = $2 AND used.slot = done.slot`,
    takeOver: `${now}
UPDATE ${keys} SET owner = $4, fence = fence + 1, lease_until = moment.now + ${milliseconds('$5')}
FROM moment WHERE tenant = $2 AND key = $3`,
    extend: `${now}, done AS (
  UPDATE ${keys} SET lease_until = moment.now + ${milliseconds('$6')} FROM moment WHERE ${held} RETURNING 1
)
SELECT EXISTS (SELECT FROM done) AS done`,
    complete: `${now}, done AS (
  UPDATE ${keys} SET record = $7 FROM moment WHERE ${held} RETURNING 1
), counted AS (
  INSERT INTO ${usage} (tenant, slot, keys, bytes) SELECT $2::text, $6::smallint, 0, octet_length($7::bytea) FROM done
  ON CONFLICT (tenant, slot) DO UPDATE SET bytes = ${usage}.bytes + excluded.bytes
)
SELECT EXISTS (SELECT FROM done) AS done`,
    release: `${now}, done AS (
  DELETE FROM ${keys} USING moment WHERE ${held} RETURNING slot
), counted AS (
  UPDATE ${usage} AS used SET keys = used.keys - 1 FROM done WHERE used.tenant = $2 AND used.slot = done.slot
)
SELECT EXISTS (SELECT FROM done) AS done`,
    room: `${now}, used AS (
  SELECT coalesce(sum(keys), 0) AS keys, coalesce(sum(bytes), 0) AS bytes FROM ${usage} WHERE tenant = $2
), busy AS (
  ${running('$5')}
)
SELECT (SELECT ${until('min(expires_at)')} FROM ${keys} WHERE tenant = $2) AS next_expiry,
  used.keys >= $3 OR used.bytes >= $4 AS is_full, busy.keys >= $5 AS is_busy
FROM moment, used, busy`,
    sweep: remove('expires_at <= moment.now AND ($2::text IS NULL OR tenant = $2)', 'expires_at'),
    purge: remove('tenant = $2', 'key'),
    // Waits for nobody: whoever holds a counter is about to count with it.
    tidy: `DELETE FROM ${usage} WHERE (tenant, slot) IN (
  SELECT tenant, slot FROM ${usage} WHERE keys <= 0 AND bytes <= 0 AND ($1::text IS NULL OR tenant = $1)
  FOR UPDATE SKIP LOCKED
)`,
  }
}
