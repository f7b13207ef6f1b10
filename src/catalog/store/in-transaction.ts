import { setTimeout } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { CatalogDatabase } from './database.js'
import type { Dialect, Writer } from './dialect.js'

/** How often a transaction is tried beside others; with the waits between them that is some ten seconds. */
const maxTries = 400

/** Runs a transaction, again when another one is in its way. What the work did before is undone each time. */
export function inTransaction<T>(
  database: Kysely<CatalogDatabase>,
  dialect: Dialect,
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  return besideOthers(dialect, () => database.transaction().execute(work))
}

/** Does something that leaves nothing behind when it fails, again while another transaction is in its way. */
export async function besideOthers<T>(dialect: Dialect, work: () => Promise<T>): Promise<T> {
  for (let left = maxTries; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (!dialect.isBusy(error) || left === 0) throw error
      // Not all at once: those who wait for the same writer must not meet again.
      await setTimeout(5 + Math.random() * 20)
    }
  }
}
