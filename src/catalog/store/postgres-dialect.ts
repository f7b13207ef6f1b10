import { sql } from 'kysely'
import type { Dialect } from './dialect.js'

const weighed = `setweight(to_tsvector('simple', label_words), 'A') || setweight(to_tsvector('simple', text_words), 'D')`

/** PostgreSQL 13 and later. */
export const postgresDialect: Dialect = {
  name: 'postgres',
  bytes: 'bytea',
  identity: 'integer generated always as identity primary key',
  isTaken: (error) => codeOf(error) === '23505',
  // Serialization failures and deadlocks.
  isBusy: (error) => codeOf(error) === '40001' || codeOf(error) === '40P01',
  async lock(transaction, name) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction)
  },
  locksRows: true,
  definitions: [
    `alter table entry add column words tsvector generated always as (${weighed}) stored`,
    `create index entry_words on entry using gin (words)`,
    `create function refuse_change() returns trigger language plpgsql as
       $$ begin raise exception 'the audit is append-only'; end $$`,
    `create trigger audit_unchanged before update or delete on audit for each row execute function refuse_change()`,
    `create trigger audit_untruncated before truncate on audit for each statement execute function refuse_change()`,
  ],
  search(words) {
    const query = words.map((word, index) => (index === words.length - 1 ? `${word}:*` : word)).join(' & ')
    return {
      from: sql`entry`,
      condition: sql<boolean>`entry.words @@ to_tsquery('simple', ${query})`,
      rank: sql<number>`ts_rank(entry.words, to_tsquery('simple', ${query}))`,
    }
  },
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
