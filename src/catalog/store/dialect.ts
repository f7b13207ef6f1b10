import type { Expression, Kysely, RawBuilder, Transaction } from 'kysely'
import type { CatalogDatabase } from './database.js'

export type Reader = Kysely<CatalogDatabase> | Transaction<CatalogDatabase>
export type Writer = Transaction<CatalogDatabase>

/** All that differs between the databases. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres'
  /** Type of a column of bytes. */
  readonly bytes: 'blob' | 'bytea'
  /** Type of a column that numbers its rows by itself. */
  readonly identity: string
  /** Whether a constraint refused a row because there is one with its key. */
  isTaken(error: unknown): boolean
  /** Whether a transaction could not begin, or not go on, because of another one: it may be tried again. */
  isBusy(error: unknown): boolean
  /** Holds off every other writer of this name until the transaction ends. */
  lock(transaction: Writer, name: string): Promise<void>
  /** Whether rows can be locked one by one; where they cannot, transactions that write come one after the other. */
  readonly locksRows: boolean
  /** Statements that make the search index of `entry`, and triggers that keep `audit` as it is. */
  readonly definitions: readonly string[]
  /** The words, as a condition on `entry`, and how well a row fits, greater for better. Words are letters and digits only. */
  search(words: readonly string[]): SearchTerms
}

export interface SearchTerms {
  /** What `entry` is selected from, the index with it when that stands in a table of its own. */
  readonly from: RawBuilder<unknown>
  readonly condition: Expression<boolean>
  readonly rank: Expression<number>
}
