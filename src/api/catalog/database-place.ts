import { resolve } from 'node:path'

/** Which database of a catalog is meant. */
export interface DatabaseOptions {
  /** Paths are relative to this folder. */
  readonly directory: string
  /** A file of SQLite. Default: `catalog.db`. */
  readonly database?: string | undefined
  /** Of a PostgreSQL database, instead of a file. */
  readonly databaseUrl?: string | undefined
}

/** As stores are opened by it. */
export function databasePlace({ directory, database = 'catalog.db', databaseUrl }: DatabaseOptions): string {
  return databaseUrl ?? resolve(directory, database)
}
