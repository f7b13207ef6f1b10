import { randomUUID } from 'node:crypto'
import { createGlob } from '../../util/glob.js'
import { type EventRecord, type EventType, type NewEvent, placeOf } from '../events/index.js'
import type { EventTable } from './database.js'
import type { Writer } from './dialect.js'
import type { WebhookRecord } from './records.js'
import { listWebhooks } from './webhooks.js'

/**
 * Keeps an event for everybody who wants to hear of it, in the transaction of what it tells of: either both are there or
 * neither. What nobody wants to hear is not kept. The caller holds the organisation's lock.
 */
export async function addEvent(
  writer: Writer,
  organisation: string,
  event: NewEvent,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<void> {
  const { subject, orderKey, namespace } = placeOf(event)
  const receivers = (await listWebhooks(writer, organisation)).filter((webhook) =>
    wants(webhook, event.type, namespace),
  )
  if (receivers.length === 0) return
  const { events: sequence } = await writer
    .updateTable('organisation')
    .set((organisations) => ({ events: organisations('events', '+', 1) }))
    .where('id', '=', organisation)
    .returning('events')
    .executeTakeFirstOrThrow()
  await writer
    .insertInto('event')
    .values({
      organisation,
      sequence,
      id: randomUUID(),
      type: event.type,
      subject,
      order_key: orderKey,
      at,
      actor: by,
      data: JSON.stringify(event.data),
    })
    .execute()
  await writer
    .insertInto('delivery')
    .values(
      receivers.map(({ id }) => ({
        organisation,
        webhook: id,
        sequence,
        order_key: orderKey,
        state: 'waiting',
        attempts: 0,
        due_at: at,
        changed_at: at,
      })),
    )
    .execute()
}

/** What concerns the organisation as a whole is for those alone who may hear of all its namespaces. */
function wants({ state, events, namespaces }: WebhookRecord, type: EventType, namespace: string | undefined): boolean {
  if (state !== 'enabled' || (events && !events.includes(type))) return false
  return namespaces.some((pattern) => (namespace === undefined ? pattern === '*' : createGlob(pattern)(namespace)))
}

export function eventOf(row: EventTable): EventRecord {
  const { organisation, sequence, id, type, subject, at, actor } = row
  return {
    organisation,
    sequence,
    id,
    type: type as EventType,
    subject,
    orderKey: row.order_key,
    at,
    actor,
    data: JSON.parse(row.data) as EventRecord['data'],
  }
}
