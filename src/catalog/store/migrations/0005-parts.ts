import type { Kysely } from 'kysely'
import { texts } from './columns.js'

const versionKey = ['organisation', 'namespace', 'name', 'version'] as const

/** What pages of operations and schemas show, on shelves; and which of them an entry is on. */
export async function parts({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('version_shelf')
    .$call(texts(...versionKey))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .$call(texts('digest'))
    .addPrimaryKeyConstraint('version_shelf_key', [...versionKey, 'position'])
    .addForeignKeyConstraint('version_shelf_version', [...versionKey], 'version', [...versionKey])
    .addForeignKeyConstraint('version_shelf_blob', ['organisation', 'digest'], 'blob', ['organisation', 'digest'])
    .execute()
  await schema.alterTable('entry').addColumn('part', 'text').execute()
}
