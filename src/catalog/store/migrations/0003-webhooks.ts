import { type Kysely, sql } from 'kysely'
import { texts } from './columns.js'

/** Makes the tables of events and of those who want to hear of them. */
export async function webhooks({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('organisation')
    .addColumn('events', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await schema
    .createTable('webhook')
    .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.id'))
    .$call(texts('id', 'url'))
    .addColumn('events', 'text')
    .$call(texts('namespaces'))
    .addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('enabled', 'disabled')`))
    .$call(texts('secret'))
    .addColumn('old_secret', 'text')
    .addColumn('old_secret_until', 'text')
    .$call(texts('created_at', 'created_by'))
    .addColumn('failing_since', 'text')
    .addColumn('disabled_at', 'text')
    .addColumn('disabled_because', 'text')
    .addPrimaryKeyConstraint('webhook_key', ['organisation', 'id'])
    .execute()
  await schema
    .createTable('event')
    .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.id'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .$call(texts('id', 'type', 'subject', 'order_key', 'at', 'actor', 'data'))
    .addPrimaryKeyConstraint('event_key', ['organisation', 'sequence'])
    .addUniqueConstraint('event_id', ['id'])
    .execute()
  await schema
    .createTable('delivery')
    .$call(texts('organisation', 'webhook'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .$call(texts('order_key'))
    .addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('waiting', 'delivered', 'dead')`))
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .$call(texts('due_at'))
    .addColumn('lease_until', 'text')
    .addColumn('lease_holder', 'text')
    .$call(texts('changed_at'))
    .addColumn('last_status', 'integer')
    .addColumn('last_problem', 'text')
    .addPrimaryKeyConstraint('delivery_key', ['organisation', 'webhook', 'sequence'])
    .addForeignKeyConstraint('delivery_webhook', ['organisation', 'webhook'], 'webhook', ['organisation', 'id'])
    .addForeignKeyConstraint('delivery_event', ['organisation', 'sequence'], 'event', ['organisation', 'sequence'])
    .execute()
  await schema.createIndex('delivery_due').on('delivery').columns(['state', 'due_at', 'organisation']).execute()
  await schema
    .createIndex('delivery_next')
    .on('delivery')
    .columns(['organisation', 'state', 'due_at', 'sequence', 'webhook'])
    .execute()
  await schema.createIndex('delivery_lease').on('delivery').columns(['organisation', 'lease_until']).execute()
  await schema
    .createIndex('delivery_order')
    .on('delivery')
    .columns(['organisation', 'webhook', 'order_key', 'state', 'sequence'])
    .execute()
  await schema.createIndex('delivery_event').on('delivery').columns(['organisation', 'sequence']).execute()
}
