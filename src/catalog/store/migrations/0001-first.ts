import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/** Makes all tables. A migration is never changed once it was published. */
export async function first(database: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const { schema } = database
  await schema
    .createTable('organisation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('namespace')
    .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('rules', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('namespace_key', ['organisation', 'name'])
    .execute()
  await schema
    .createTable('contract')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('namespace', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('protocol', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('contract_key', ['organisation', 'namespace', 'name'])
    .addForeignKeyConstraint('contract_namespace', ['organisation', 'namespace'], 'namespace', ['organisation', 'name'])
    .execute()
  await schema
    .createTable('blob')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('bytes', sql.raw(dialect.bytes), (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('blob_key', ['organisation', 'digest'])
    .execute()
  await createVersions(database, dialect)
  await createUse(database)
  await createAccess(database)
  for (const definition of dialect.definitions) await sql.raw(definition).execute(database)
}

const contractKey = ['organisation', 'namespace', 'name'] as const
const versionKey = [...contractKey, 'version'] as const

async function createVersions({ schema }: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await schema
    .createTable('version')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('namespace', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('published', 'pending', 'rejected')`))
    .addColumn('published_at', 'text', (column) => column.notNull())
    .addColumn('published_by', 'text', (column) => column.notNull())
    .addColumn('provenance', 'text')
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('report', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('version_key', [...versionKey])
    .addUniqueConstraint('version_ordinal', [...contractKey, 'ordinal'])
    .addForeignKeyConstraint('version_contract', [...contractKey], 'contract', [...contractKey])
    .execute()
  await schema.createIndex('version_state').on('version').columns(['organisation', 'state', 'published_at']).execute()
  await schema
    .createTable('version_document')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('namespace', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('document', 'overlay')`))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('version_document_key', [...versionKey, 'kind', 'position'])
    .addForeignKeyConstraint('version_document_version', [...versionKey], 'version', [...versionKey])
    .addForeignKeyConstraint('version_document_blob', ['organisation', 'digest'], 'blob', ['organisation', 'digest'])
    .execute()
  await schema
    .createTable('release')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('namespace', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('release_key', [...versionKey])
    .addForeignKeyConstraint('release_version', [...versionKey], 'version', [...versionKey])
    .execute()
  await schema
    .createTable('entry')
    .addColumn('id', sql.raw(dialect.identity))
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('namespace', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('label_words', 'text', (column) => column.notNull())
    .addColumn('text_words', 'text', (column) => column.notNull())
    .addColumn('scope', 'text')
    .addColumn('sensitivity', 'text')
    .addColumn('category', 'text')
    .addColumn('pointer', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('entry_contract').on('entry').columns(['organisation', 'namespace', 'name']).execute()
  await schema.createIndex('entry_class').on('entry').columns(['organisation', 'sensitivity', 'category']).execute()
}

async function createUse({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('deployment')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('environment', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('contract', 'consumer')`))
    .addColumn('namespace', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('deployment_key', ['organisation', 'environment', 'kind', 'namespace', 'name', 'ordinal'])
    .execute()
  const consumerKey = [...versionKey]
  await schema
    .createTable('consumer')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('namespace', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('consumer_key', consumerKey)
    .addUniqueConstraint('consumer_ordinal', [...contractKey, 'ordinal'])
    .execute()
  await schema
    .createTable('consumer_use')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('consumer_namespace', 'text', (column) => column.notNull())
    .addColumn('consumer_name', 'text', (column) => column.notNull())
    .addColumn('consumer_version', 'text', (column) => column.notNull())
    .addColumn('namespace', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('operations', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('consumer_use_key', [
      'organisation',
      'consumer_namespace',
      'consumer_name',
      'consumer_version',
      'namespace',
      'name',
    ])
    .addForeignKeyConstraint(
      'consumer_use_consumer',
      ['organisation', 'consumer_namespace', 'consumer_name', 'consumer_version'],
      'consumer',
      consumerKey,
    )
    .execute()
  await schema
    .createIndex('consumer_use_contract')
    .on('consumer_use')
    .columns([...contractKey])
    .execute()
}

async function createAccess({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('token')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('permissions', 'text', (column) => column.notNull())
    .addColumn('namespaces', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'text')
    .execute()
  await schema.createIndex('token_organisation').on('token').columns(['organisation', 'created_at']).execute()
  await schema
    .createTable('audit')
    .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('link', 'checkpoint')`))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('line', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_key', ['organisation', 'position'])
    .execute()
}
