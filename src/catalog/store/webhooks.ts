import type { EventType } from '../events/index.js'
import type { WebhookTable } from './database.js'
import type { Reader, Writer } from './dialect.js'
import type { WebhookRecord } from './records.js'

/** In the order in which they were made. */
export async function listWebhooks(reader: Reader, organisation: string): Promise<readonly WebhookRecord[]> {
  const rows = await reader
    .selectFrom('webhook')
    .where('organisation', '=', organisation)
    .orderBy('created_at')
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map(webhookOf)
}

export async function findWebhook(
  reader: Reader,
  organisation: string,
  id: string,
): Promise<WebhookRecord | undefined> {
  const row = await reader
    .selectFrom('webhook')
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()
  return row && webhookOf(row)
}

function webhookOf(row: WebhookTable): WebhookRecord {
  return {
    organisation: row.organisation,
    id: row.id,
    url: row.url,
    ...(row.events !== null && { events: JSON.parse(row.events) as readonly EventType[] }),
    namespaces: JSON.parse(row.namespaces) as readonly string[],
    state: row.state as WebhookRecord['state'],
    secret: row.secret,
    ...(row.old_secret !== null && row.old_secret_until !== null
      ? { oldSecret: { secret: row.old_secret, until: row.old_secret_until } }
      : {}),
    createdAt: row.created_at,
    createdBy: row.created_by,
    ...(row.failing_since !== null && { failingSince: row.failing_since }),
    ...(row.disabled_because !== null && { disabledBecause: row.disabled_because }),
  }
}

/** What is said of a webhook when it is made. */
export type NewWebhook = Pick<WebhookRecord, 'id' | 'url' | 'events' | 'namespaces' | 'secret'>

export async function addWebhook(
  writer: Writer,
  organisation: string,
  { id, url, events, namespaces, secret }: NewWebhook,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<void> {
  await writer
    .insertInto('webhook')
    .values({
      organisation,
      id,
      url,
      events: events ? JSON.stringify(events) : null,
      namespaces: JSON.stringify(namespaces),
      state: 'enabled',
      secret,
      created_at: at,
      created_by: by,
    })
    .execute()
}

/** Together with all that was to be delivered to it. False when there is none. */
export async function removeWebhook(writer: Writer, organisation: string, id: string): Promise<boolean> {
  await writer.deleteFrom('delivery').where('organisation', '=', organisation).where('webhook', '=', id).execute()
  const { numDeletedRows } = await writer
    .deleteFrom('webhook')
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Signs with another secret from now on, and with the old one beside it until then. */
export async function changeSecret(
  writer: Writer,
  organisation: string,
  id: string,
  { secret, oldSecret }: Pick<WebhookRecord, 'secret' | 'oldSecret'>,
): Promise<void> {
  await writer
    .updateTable('webhook')
    .set({ secret, old_secret: oldSecret?.secret ?? null, old_secret_until: oldSecret?.until ?? null })
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .execute()
}

/** Delivers to it again. False when it was not disabled. */
export async function enableWebhook(writer: Writer, organisation: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('webhook')
    .set({ state: 'enabled', failing_since: null, disabled_at: null, disabled_because: null })
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .where('state', '=', 'disabled')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Delivers nothing to it any more; what waited is dead, and can be asked for again. False when it was disabled before. */
export async function disableWebhook(
  writer: Writer,
  organisation: string,
  id: string,
  { at, because }: { readonly at: string; readonly because: string },
): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('webhook')
    .set({ state: 'disabled', disabled_at: at, disabled_because: because })
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .where('state', '=', 'enabled')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await writer
    .updateTable('delivery')
    .set({ state: 'dead', lease_until: null, lease_holder: null, changed_at: at, last_problem: 'disabled' })
    .where('organisation', '=', organisation)
    .where('webhook', '=', id)
    .where('state', '=', 'waiting')
    .execute()
  return true
}
