import { Flags } from '@oclif/core'

/** Which database of a catalog is meant. */
export const databaseFlags = {
  database: Flags.string({
    description: 'a file of SQLite',
    default: 'catalog.db',
    exclusive: ['database-url'],
  }),
  'database-url': Flags.string({
    description: 'a PostgreSQL database',
    env: 'TENANTKIT_CATALOG_DATABASE_URL',
  }),
}
