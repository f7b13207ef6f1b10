import { closeSync, openSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import { type AuditKey, appendAudit } from './audit.js'
import type { CatalogDatabase } from './database.js'
import { countWaiting, listDue, prune } from './deliveries.js'
import type { Dialect } from './dialect.js'
import { type DumpPart, dumpDatabase, RestoreRefusedError, restoreParts } from './dump/index.js'
import { besideOthers, inTransaction } from './in-transaction.js'
import { migrate } from './migrate.js'
import {
  type Change,
  type OrganisationReads,
  type OrganisationStore,
  organisationStore,
  readsOf,
} from './organisation-store.js'
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
  /** A read over all organisations: it finds out which of them a caller belongs to. */
  token(id: string): Promise<TokenRecord | undefined>
  /** What is to be delivered, over all organisations. */
  readonly outbox: Outbox
  /** Resolves when the database answers. */
  ping(): Promise<void>
  /** Reads all that there is, as it was at one moment. */
  dump<T>(work: (parts: AsyncIterable<DumpPart>) => Promise<T>): Promise<T>
  /**
   * Puts parts that were dumped into this database, which must be empty, and looks at them before they are kept.
   *
   * @throws RestoreRefusedError for parts that are none; nothing of them is kept then.
   */
  restore(
    parts: AsyncIterable<DumpPart>,
    check: (reads: (organisation: string) => OrganisationReads) => Promise<void>,
  ): Promise<void>
  /** Copies the database into a file that is not there yet, while others write. SQLite only. */
  backup(file: string): Promise<void>
  /** Runs a statement as it stands, for those who look after the database. */
  execute(statement: string): Promise<void>
  close(): Promise<void>
}

/** What those who deliver have to know of all organisations: that something is to be done, never what. */
export interface Outbox {
  /** Organisations in which something is due, the one that waits longest first. */
  due(now: string): Promise<readonly string[]>
  /** How many deliveries wait. */
  waiting(): Promise<number>
  /** Forgets what was delivered, or given up, before these instants. */
  prune(before: { readonly deliveredBefore: string; readonly deadBefore: string }): Promise<void>
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
    outbox: {
      due: (now) => listDue(database, now),
      waiting: () => countWaiting(database),
      prune: (before) => inTransaction(database, dialect, (writer) => prune(writer, before)),
    },
    async ping() {
      await sql`select 1`.execute(database)
    },
    dump: (work) => {
      const transaction = database.transaction()
      // SQLite shows a transaction nothing of what came after its beginning anyhow.
      const still = dialect.name === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction
      return besideOthers(dialect, () => still.execute((reader) => work(dumpDatabase(reader))))
    },
    restore: (parts, check) =>
      database.transaction().execute(async (writer) => {
        await dialect.lock(writer, 'tenantkit/restore')
        const some = await writer.selectFrom('organisation').select('id').limit(1).execute()
        if (some.length > 0) throw new RestoreRefusedError('the database is not empty')
        await restoreParts(writer, parts)
        await check((organisation) => readsOf(writer, dialect, organisation))
      }),
    async backup(file) {
      // For its owner only, and not there yet: SQLite writes into a file that is empty.
      closeSync(openSync(file, 'wx', 0o600))
      await sql`vacuum into ${file}`.execute(database)
    },
    async execute(statement) {
      await sql.raw(statement).execute(database)
    },
    close: () => database.destroy(),
  }
}
