import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'
import { texts } from './columns.js'

/** Makes all tables. A migration is never changed once it was published. */
export async function first(database: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const { schema } = database
  await schema
    .createTable('organisation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .$call(texts('created_at'))
    .execute()
  await schema
    .createTable('namespace')
    .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.id'))
    .$call(texts('name', 'rules', 'created_at'))
    .addPrimaryKeyConstraint('namespace_key', ['organisation', 'name'])
    .execute()
  await schema
    .createTable('contract')
    .$call(texts('organisation', 'namespace', 'name', 'protocol', 'title'))
    .addColumn('owner', 'text')
    .$call(texts('created_at'))
    .addPrimaryKeyConstraint('contract_key', ['organisation', 'namespace', 'name'])
    .addForeignKeyConstraint('contract_namespace', ['organisation', 'namespace'], 'namespace', ['organisation', 'name'])
    .execute()
  await schema
    .createTable('blob')
    .$call(texts('organisation', 'digest'))
    .addColumn('bytes', sql.raw(dialect.bytes), (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('blob_key', ['organisation', 'digest'])
    .execute()
  await createVersions(database, dialect)
  await createFlows(database)
  await createUse(database)
  await createAccess(database)
  for (const definition of dialect.definitions) await sql.raw(definition).execute(database)
}

const contractKey = ['organisation', 'namespace', 'name'] as const
const versionKey = [...contractKey, 'version'] as const

async function createVersions({ schema }: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await schema
    .createTable('version')
    .$call(texts('organisation', 'namespace', 'name', 'version'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .$call(texts('digest', 'title'))
    .addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('published', 'pending', 'rejected')`))
    .$call(texts('published_at', 'published_by'))
    .addColumn('provenance', 'text')
    .addColumn('lifecycle', 'text')
    .$call(texts('facts', 'report'))
    .addPrimaryKeyConstraint('version_key', [...versionKey])
    .addUniqueConstraint('version_ordinal', [...contractKey, 'ordinal'])
    .addForeignKeyConstraint('version_contract', [...contractKey], 'contract', [...contractKey])
    .execute()
  await schema.createIndex('version_state').on('version').columns(['organisation', 'state', 'published_at']).execute()
  await schema
    .createTable('version_document')
    .$call(texts('organisation', 'namespace', 'name', 'version'))
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('document', 'overlay')`))
    .addColumn('position', 'integer', (column) => column.notNull())
    .$call(texts('path', 'digest'))
    .addPrimaryKeyConstraint('version_document_key', [...versionKey, 'kind', 'position'])
    .addForeignKeyConstraint('version_document_version', [...versionKey], 'version', [...versionKey])
    .addForeignKeyConstraint('version_document_blob', ['organisation', 'digest'], 'blob', ['organisation', 'digest'])
    .execute()
  await schema
    .createTable('release')
    .$call(texts('organisation', 'namespace', 'name', 'version', 'at', 'by'))
    .addPrimaryKeyConstraint('release_key', [...versionKey])
    .addForeignKeyConstraint('release_version', [...versionKey], 'version', [...versionKey])
    .execute()
  await schema
    .createTable('entry')
    .addColumn('id', sql.raw(dialect.identity))
    .$call(texts('organisation', 'namespace', 'name', 'version'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .$call(texts('kind', 'label', 'text', 'label_words', 'text_words'))
    .addColumn('scope', 'text')
    .addColumn('sensitivity', 'text')
    .addColumn('category', 'text')
    .$call(texts('pointer'))
    .execute()
  await schema.createIndex('entry_contract').on('entry').columns(['organisation', 'namespace', 'name']).execute()
  await schema.createIndex('entry_class').on('entry').columns(['organisation', 'sensitivity', 'category']).execute()
}

async function createFlows({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('contract_flow')
    .$call(texts('organisation', 'namespace', 'name', 'version', 'flows'))
    .addPrimaryKeyConstraint('contract_flow_key', [...contractKey])
    .execute()
}

async function createUse({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('deployment')
    .$call(texts('organisation', 'environment'))
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('contract', 'consumer')`))
    .$call(texts('namespace', 'name'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .$call(texts('version', 'at', 'by'))
    .addPrimaryKeyConstraint('deployment_key', ['organisation', 'environment', 'kind', 'namespace', 'name', 'ordinal'])
    .execute()
  const consumerKey = [...versionKey]
  await schema
    .createTable('consumer')
    .$call(texts('organisation', 'namespace', 'name', 'version'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .$call(texts('digest', 'at', 'by'))
    .addPrimaryKeyConstraint('consumer_key', consumerKey)
    .addUniqueConstraint('consumer_ordinal', [...contractKey, 'ordinal'])
    .execute()
  await schema
    .createTable('consumer_use')
    .$call(
      texts(
        'organisation',
        'consumer_namespace',
        'consumer_name',
        'consumer_version',
        'namespace',
        'name',
        'version',
        'operations',
      ),
    )
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
    .$call(texts('name', 'hash', 'permissions', 'namespaces', 'created_at', 'expires_at'))
    .addColumn('revoked_at', 'text')
    .execute()
  await schema.createIndex('token_organisation').on('token').columns(['organisation', 'created_at']).execute()
  await schema
    .createTable('audit')
    .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('link', 'checkpoint')`))
    .$call(texts('at', 'actor', 'action', 'subject', 'line'))
    .addPrimaryKeyConstraint('audit_key', ['organisation', 'position'])
    .execute()
  await schema.createIndex('audit_action').on('audit').columns(['organisation', 'action', 'position']).execute()
}
