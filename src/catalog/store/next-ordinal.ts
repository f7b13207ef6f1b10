import { sql } from 'kysely'
import type { Writer } from './dialect.js'

/** The number after the last of the rows that agree in these columns, from 1. The caller holds the organisation's lock. */
export async function nextOrdinal(
  writer: Writer,
  table: 'version' | 'consumer' | 'deployment',
  key: Readonly<Record<string, string>>,
): Promise<number> {
  const conditions = Object.entries(key).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const { rows } = await sql<{ readonly last: number | null }>`
    select max(ordinal) as last from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}`.execute(writer)
  return (rows[0]?.last ?? 0) + 1
}
