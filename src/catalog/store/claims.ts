import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { invariant } from '../../util/invariant.js'
import type { EventRecord } from '../events/index.js'
import type { Dialect, Reader, Writer } from './dialect.js'
import { eventOf } from './events.js'
import type { WebhookRecord } from './records.js'
import { findWebhook } from './webhooks.js'

/** A delivery that one process has for itself for a while. */
export interface Claim {
  readonly webhook: WebhookRecord
  readonly event: EventRecord
  /** This one among them. */
  readonly attempts: number
  /** A name that is used once: whoever was too slow settles nothing that somebody else has taken meanwhile. */
  readonly holder: string
}

export interface ClaimTerms {
  readonly now: string
  /** When others may take it, if nothing is heard of it. */
  readonly until: string
  /** Deliveries to one webhook at a time. */
  readonly perWebhook: number
}

/**
 * Takes the delivery that has been due longest, unless somebody else has it. What stands behind another one of the same key
 * waits until that has come to an end. The attempt is counted now: whoever dies of it has tried, too.
 */
export async function claimDelivery(
  writer: Writer,
  dialect: Dialect,
  organisation: string,
  { now, until, perWebhook }: ClaimTerms,
): Promise<Claim | undefined> {
  const busy = await busyWebhooks(writer, organisation, { now, perWebhook })
  const due = await writer
    .selectFrom('delivery')
    .where('delivery.organisation', '=', organisation)
    .where('delivery.state', '=', 'waiting')
    .where('delivery.due_at', '<=', now)
    .where((row) => row.or([row('delivery.lease_until', 'is', null), row('delivery.lease_until', '<=', now)]))
    // Looked up row by row in the order of the index: as a join it would be made for all that waits.
    .where(sql<boolean>`delivery.sequence = (
      select min(earlier.sequence) from delivery as earlier
      where earlier.organisation = delivery.organisation and earlier.webhook = delivery.webhook
      and earlier.order_key = delivery.order_key and earlier.state = 'waiting')`)
    .$if(busy.length > 0, (query) => query.where('delivery.webhook', 'not in', busy))
    .orderBy('delivery.due_at')
    .orderBy('delivery.sequence')
    .orderBy('delivery.webhook')
    .limit(1)
    .select(['delivery.webhook', 'delivery.sequence', 'delivery.attempts'])
    // What another process is about to take is left to it.
    .$if(dialect.locksRows, (query) => query.forUpdate('delivery').skipLocked())
    .executeTakeFirst()
  if (!due) return undefined
  const { webhook, sequence } = due
  const [holder, attempts] = [randomUUID(), due.attempts + 1]
  await writer
    .updateTable('delivery')
    .set({ lease_until: until, lease_holder: holder, attempts })
    .where('organisation', '=', organisation)
    .where('webhook', '=', webhook)
    .where('sequence', '=', sequence)
    .execute()
  const found = await findWebhook(writer, organisation, webhook)
  invariant(found, 'a delivery has its webhook')
  return { webhook: found, event: await findEvent(writer, organisation, sequence), attempts, holder }
}

/** Those that have as many deliveries under way as they may have. */
async function busyWebhooks(
  reader: Reader,
  organisation: string,
  { now, perWebhook }: Pick<ClaimTerms, 'now' | 'perWebhook'>,
): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('delivery')
    .where('organisation', '=', organisation)
    .where('lease_until', '>', now)
    .groupBy('webhook')
    .having(({ fn }) => fn.countAll(), '>=', perWebhook)
    .select('webhook')
    .execute()
  return rows.map(({ webhook }) => webhook)
}

async function findEvent(reader: Reader, organisation: string, sequence: number): Promise<EventRecord> {
  const row = await reader
    .selectFrom('event')
    .where('organisation', '=', organisation)
    .where('sequence', '=', sequence)
    .selectAll()
    .executeTakeFirstOrThrow()
  return eventOf(row)
}

/** What came of an attempt. */
export type Settlement = {
  /** Status of the answer, if there was one. */
  readonly status?: number | undefined
} & (
  | { readonly state: 'delivered' }
  | { readonly state: 'waiting'; readonly problem: string; readonly dueAt: string }
  | { readonly state: 'dead'; readonly problem: string }
)

/** Writes down what came of an attempt. False when it took so long that somebody else has the delivery by now. */
export async function settleDelivery(
  writer: Writer,
  organisation: string,
  { webhook, event, holder }: Claim,
  settlement: Settlement,
  at: string,
): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('delivery')
    .set({
      state: settlement.state,
      lease_until: null,
      lease_holder: null,
      changed_at: at,
      last_status: settlement.status ?? null,
      last_problem: settlement.state === 'delivered' ? null : settlement.problem,
      ...(settlement.state === 'waiting' && { due_at: settlement.dueAt }),
    })
    .where('organisation', '=', organisation)
    .where('webhook', '=', webhook.id)
    .where('sequence', '=', event.sequence)
    .where('lease_holder', '=', holder)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  if (settlement.state === 'waiting') await putOff(writer, organisation, { webhook, event }, settlement.dueAt)
  const failing = settlement.state === 'delivered' ? null : at
  await writer
    .updateTable('webhook')
    .set({ failing_since: failing })
    .where('organisation', '=', organisation)
    .where('id', '=', webhook.id)
    // Only what changes is written: the first failure after a success, the first success after a failure.
    .where('failing_since', failing === null ? 'is not' : 'is', null)
    .execute()
  return true
}

/** What stands behind a delivery is not due before it: nobody has to look through it meanwhile. */
async function putOff(
  writer: Writer,
  organisation: string,
  { webhook, event }: Pick<Claim, 'webhook' | 'event'>,
  dueAt: string,
): Promise<void> {
  await writer
    .updateTable('delivery')
    .set({ due_at: dueAt })
    .where('organisation', '=', organisation)
    .where('webhook', '=', webhook.id)
    .where('order_key', '=', event.orderKey)
    .where('state', '=', 'waiting')
    .where('sequence', '>', event.sequence)
    .where('due_at', '<', dueAt)
    .execute()
}
