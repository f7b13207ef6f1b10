import type { Kysely } from 'kysely'
import type { CatalogDatabase } from '../database.js'

/**
 * What happened in a month is counted in the index alone. No index of versions begins with the organisation and leaves their
 * contract open: PostgreSQL decides once how it looks for the version that a new row refers to, with what it knows of a young table,
 * and read every version of the organisation for every one that was published.
 */
export async function indexes({ schema }: Kysely<CatalogDatabase>): Promise<void> {
  await schema.createIndex('audit_month').on('audit').columns(['organisation', 'action', 'at']).execute()
  await schema.dropIndex('version_state').execute()
  await schema.createIndex('version_state').on('version').columns(['state', 'organisation', 'published_at']).execute()
}
