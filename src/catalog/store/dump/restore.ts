import { sql } from 'kysely'
import { addBlob } from '../blobs.js'
import type { Writer } from '../dialect.js'
import type { DumpPart } from './dump.js'
import { dumpedTables } from './tables.js'

/** Why parts are not put into a database; nothing of them is kept. In a few words that are safe to show. */
export class RestoreRefusedError extends Error {
  override readonly name = 'RestoreRefusedError'
}

/** Both databases take so many parameters in a statement, and more. */
const parametersAtOnce = 30_000

/**
 * Puts parts into a database, in the order in which they were dumped.
 *
 * @throws RestoreRefusedError for parts that are none, and what the database throws.
 */
export async function restoreParts(writer: Writer, parts: AsyncIterable<DumpPart>): Promise<void> {
  // Contents come as text, whose digest is checked; never as rows.
  const known = new Set<string>(dumpedTables.map(([name]) => name).filter((name) => name !== 'blob'))
  for await (const part of parts) {
    if (part.kind === 'blob') {
      const digest = await addBlob(writer, part.organisation, part.text)
      if (digest !== part.digest) throw new RestoreRefusedError('a content is not what its digest says')
      continue
    }
    const { table, rows } = part
    const columns = Object.keys(rows[0] ?? {})
    if (!known.has(table) || columns.some((column) => !/^[a-z_]{1,40}$/.test(column)))
      throw new RestoreRefusedError('it has a table that this version does not know')
    const size = Math.max(1, Math.trunc(parametersAtOnce / columns.length))
    for (let index = 0; index < rows.length; index += size) {
      const values = rows
        .slice(index, index + size)
        .map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`)
      const names = sql.join(columns.map((column) => sql.ref(column)))
      await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(writer)
    }
  }
}
