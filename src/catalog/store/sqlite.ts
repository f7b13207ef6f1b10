import { closeSync, openSync } from 'node:fs'
import { Kysely, SqliteDialect } from 'kysely'
import type { CatalogDatabase } from './database.js'

/**
 * Opens a file of SQLite, and makes it when it is not there. A commit is on the disk when it is acknowledged
 * (`synchronous=FULL`: without it the journal may lose the last ones with the power), and several processes may share the
 * file: a writer that finds another one is refused soon, for waiting in here would stop the whole process.
 *
 * @throws what the driver throws for a file that is no database or cannot be opened.
 */
export async function openSqlite(path: string): Promise<Kysely<CatalogDatabase>> {
  const { default: Database } = await import('libsql')
  // For its owner only; what SQLite puts beside it gets the same mode.
  if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600))
  const database = new Database(path, { timeout: 5_000 })
  for (const pragma of [
    'journal_mode = wal',
    'synchronous = full',
    'foreign_keys = on',
    `busy_timeout = ${busyTimeout}`,
  ]) {
    database.exec(`pragma ${pragma}`)
  }
  const statements = new Map<string, ReturnType<typeof prepare>>()
  const prepare = (text: string) => database.prepare(text)
  return new Kysely({
    dialect: new SqliteDialect({
      database: {
        close: () => database.close(),
        prepare(text) {
          // Who reads first and writes later would find that another process has written in between.
          const sql = text === 'begin' ? 'begin immediate' : text
          const known = statements.get(sql) ?? prepare(sql)
          if (statements.size < maxStatements) statements.set(sql, known)
          return {
            reader: known.reader,
            all: (parameters) => known.all([...parameters]),
            run: (parameters) => known.run([...parameters]),
            iterate: (parameters) => known.iterate([...parameters]),
          }
        },
      },
    }),
  })
}

/** Milliseconds, once the file is open. */
const busyTimeout = 20

/** Statements that are kept prepared; our own texts are few, and lists of values make no more of them. */
const maxStatements = 300
