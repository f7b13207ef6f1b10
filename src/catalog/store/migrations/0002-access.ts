import type { Kysely } from 'kysely'

/** Jobs that are trusted by their ID tokens, and those that are used up; what tokens were given to jobs and people for. */
export async function access({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('token').addColumn('trust', 'text').execute()
  await schema.alterTable('token').addColumn('provenance', 'text').execute()
  await schema.alterTable('token').addColumn('person', 'text').execute()
  await schema
    .createTable('trust_policy')
    .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('claims', 'text', (column) => column.notNull())
    .addColumn('permissions', 'text', (column) => column.notNull())
    .addColumn('namespaces', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('trust_policy_key', ['organisation', 'name'])
    .execute()
  await schema
    .createTable('spent_assertion')
    .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.id'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('spent_assertion_key', ['organisation', 'hash'])
    .execute()
}
