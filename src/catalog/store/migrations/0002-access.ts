import type { Kysely } from 'kysely'
import { texts } from './columns.js'

/** Jobs that are trusted by their ID tokens, and those that are used up; what tokens were given to jobs and people for. */
export async function access({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('token').addColumn('trust', 'text').execute()
  await schema.alterTable('token').addColumn('provenance', 'text').execute()
  await schema.alterTable('token').addColumn('person', 'text').execute()
  await schema
    .createTable('trust_policy')
    .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.id'))
    .$call(texts('name', 'provider', 'issuer', 'claims', 'permissions', 'namespaces', 'created_at', 'created_by'))
    .addPrimaryKeyConstraint('trust_policy_key', ['organisation', 'name'])
    .execute()
  await schema
    .createTable('spent_assertion')
    .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.id'))
    .$call(texts('hash', 'expires_at'))
    .addPrimaryKeyConstraint('spent_assertion_key', ['organisation', 'hash'])
    .execute()
}
