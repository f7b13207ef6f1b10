import { type Kysely, Migrator } from 'kysely'
import type { CatalogDatabase } from './database.js'
import type { Dialect } from './dialect.js'
import { first } from './migrations/0001-first.js'
import { access } from './migrations/0002-access.js'
import { webhooks } from './migrations/0003-webhooks.js'
import { indexes } from './migrations/0004-indexes.js'
import { parts } from './migrations/0005-parts.js'

/** The database was made, or brought up to date, by a newer version of this program. */
export class NewerStoreError extends Error {
  override readonly name = 'NewerStoreError'

  constructor() {
    super('the database is newer than this program')
  }
}

/**
 * Brings the tables up to this version; several processes may try at once. Forward only: a database that is newer than
 * the program is refused.
 *
 * @throws NewerStoreError, and what the database throws; nothing of the migration that failed is kept.
 */
export async function migrate(database: Kysely<CatalogDatabase>, dialect: Dialect): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database,
    provider: {
      getMigrations: async () => ({
        '0001-first': { up: (kysely) => first(kysely, dialect) },
        '0002-access': { up: access },
        '0003-webhooks': { up: webhooks },
        '0004-indexes': { up: indexes },
        '0005-parts': { up: parts },
      }),
    },
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (isNewer(error)) throw new NewerStoreError()
  if (error !== undefined) throw error instanceof Error ? error : new TypeError('a migration failed', { cause: error })
  return results.map(({ migrationName }) => migrationName)
}

/** Kysely refuses to go on when it does not know a migration that was made; it has no other sign of it. */
function isNewer(error: unknown): boolean {
  return error instanceof Error && error.message.includes('previously executed migration')
}
