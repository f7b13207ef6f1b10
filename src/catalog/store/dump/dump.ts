import { sql } from 'kysely'
import { textOf } from '../blobs.js'
import type { Reader } from '../dialect.js'
import { type DumpedTable, dumpedTables, type TableName } from './tables.js'

export type DumpRow = Readonly<Record<string, string | number | null>>

/** A piece of a database, the same whatever it stands on. */
export type DumpPart =
  | { readonly kind: 'rows'; readonly table: string; readonly rows: readonly DumpRow[] }
  | { readonly kind: 'blob'; readonly organisation: string; readonly digest: string; readonly text: string }

const rowsAtOnce = 1000

/** All that there is, piece by piece, in an order in which it can be put into another database. */
export async function* dumpDatabase(reader: Reader): AsyncGenerator<DumpPart> {
  for (const [name, table] of dumpedTables) {
    // Contents go their own way: they are bytes, and many.
    yield* name === 'blob' ? blobsOf(reader, table) : rowsOf(reader, name, table)
  }
}

async function* rowsOf(reader: Reader, name: TableName, { key, made = [] }: DumpedTable): AsyncGenerator<DumpPart> {
  for await (const page of pagesOf<Record<string, string | number | null>>(reader, name, key, rowsAtOnce)) {
    const rows = page.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !made.includes(column))))
    yield { kind: 'rows', table: name, rows }
  }
}

async function* blobsOf(reader: Reader, { key }: DumpedTable): AsyncGenerator<DumpPart> {
  interface BlobRow {
    readonly organisation: string
    readonly digest: string
    readonly bytes: Uint8Array
  }
  for await (const page of pagesOf<BlobRow>(reader, 'blob', key, 20)) {
    for (const { organisation, digest, bytes } of page)
      yield { kind: 'blob', organisation, digest, text: textOf(bytes) }
  }
}

/** The rows of a table in the order of its key. */
async function* pagesOf<Row extends object>(
  reader: Reader,
  table: string,
  key: readonly string[],
  limit: number,
): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)))
  let after: readonly unknown[] | undefined
  for (;;) {
    const condition = after ? sql`where (${columns}) > (${sql.join(after)})` : sql``
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} ${condition} order by ${columns} limit ${limit}`.execute(reader)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < limit) return
    after = key.map((column) => Reflect.get(last, column) as unknown)
  }
}
