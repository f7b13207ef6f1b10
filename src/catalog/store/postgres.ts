import { Kysely } from 'kysely'
import type { CatalogDatabase } from './database.js'
import { OwnSchemaDialect } from './own-schema-dialect.js'

export interface PostgresOptions {
  /** Connections at most. Default: 10. */
  readonly connections?: number | undefined
}

/** Opens a PostgreSQL database. Connects when the first query comes. */
export async function openPostgres(
  url: string,
  { connections = 10 }: PostgresOptions = {},
): Promise<Kysely<CatalogDatabase>> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: url, max: connections, application_name: 'tenantkit-catalog' })
  // A connection that breaks while nobody uses it is replaced; who uses one sees the error itself.
  pool.on('error', () => undefined)
  return new Kysely({ dialect: new OwnSchemaDialect({ pool }) })
}
