import type { Kysely } from 'kysely'
import type { CatalogDatabase } from '../database.js'

/** What happened in a month is counted in the index alone. */
export async function auditByMonth({ schema }: Kysely<CatalogDatabase>): Promise<void> {
  await schema.createIndex('audit_month').on('audit').columns(['organisation', 'action', 'at']).execute()
}
