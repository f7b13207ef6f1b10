import { type Kysely, sql } from 'kysely'
import { type AuditKey, appendAudit } from './audit.js'
import type { CatalogDatabase } from './database.js'
import type { Dialect } from './dialect.js'
import { besideOthers, inTransaction } from './in-transaction.js'
import { migrate } from './migrate.js'
import { type Change, type OrganisationStore, organisationStore } from './organisation-store.js'
import { postgresDialect } from './postgres-dialect.js'
import type { TokenRecord } from './records.js'
import { sqliteDialect } from './sqlite-dialect.js'
import { findToken } from './tokens.js'

/** Where a catalog keeps what it knows. */
export interface CatalogStore {
  readonly kind: Dialect['name']
  /** What belongs to one organisation. */
  of(organisation: string): OrganisationStore
  /** False when it is there already. */
  createOrganisation(id: string, change: Change): Promise<boolean>
  organisations(): Promise<readonly string[]>
  /** The one read over all organisations: it finds out which of them a caller belongs to. */
  token(id: string): Promise<TokenRecord | undefined>
  /** Resolves when the database answers. */
  ping(): Promise<void>
  /** Runs a statement as it stands, for those who look after the database. */
  execute(statement: string): Promise<void>
  close(): Promise<void>
}

export interface OpenStoreOptions {
  /** A file of SQLite, `:memory:`, or the URL of a PostgreSQL database. */
  readonly place: string
  /** Signs the audit. Default: its links protect each other, and nothing shows when its end is cut off. */
  readonly signer?: AuditKey | undefined
}

/**
 * Opens a store and brings its tables up to date.
 *
 * @throws NewerStoreError when the database is newer than this program, and what the database throws when it cannot be
 * reached.
 */
export async function openStore({ place, signer }: OpenStoreOptions): Promise<CatalogStore> {
  const isPostgres = /^postgres(?:ql)?:/.test(place)
  const dialect = isPostgres ? postgresDialect : sqliteDialect
  const database = await (isPostgres ? openWithPostgres(place) : openWithSqlite(place))
  try {
    await besideOthers(dialect, () => migrate(database, dialect))
  } catch (error) {
    await database.destroy()
    throw error
  }
  return createStore(database, dialect, signer)
}

/** Only the driver that is asked for is loaded. */
async function openWithPostgres(url: string): Promise<Kysely<CatalogDatabase>> {
  const { openPostgres } = await import('./postgres.js')
  return openPostgres(url)
}

async function openWithSqlite(path: string): Promise<Kysely<CatalogDatabase>> {
  const { openSqlite } = await import('./sqlite.js')
  return openSqlite(path)
}

function createStore(database: Kysely<CatalogDatabase>, dialect: Dialect, signer: AuditKey | undefined): CatalogStore {
  const of = (organisation: string) =>
    organisationStore(
      { database, dialect, signer, transaction: (work) => inTransaction(database, dialect, work) },
      organisation,
    )
  return {
    kind: dialect.name,
    of,
    createOrganisation: (id, change) =>
      inTransaction(database, dialect, async (writer) => {
        const { numInsertedOrUpdatedRows } = await writer
          .insertInto('organisation')
          .values({ id, created_at: change.at })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        if (Number(numInsertedOrUpdatedRows ?? 0) === 0) return false
        await appendAudit(writer, dialect, id, { ...change, action: 'organisation-created', subject: id }, signer)
        return true
      }),
    async organisations() {
      const rows = await database.selectFrom('organisation').select('id').orderBy('id').execute()
      return rows.map(({ id }) => id)
    },
    token: (id) => findToken(database, id),
    async ping() {
      await sql`select 1`.execute(database)
    },
    async execute(statement) {
      await sql.raw(statement).execute(database)
    },
    close: () => database.destroy(),
  }
}
