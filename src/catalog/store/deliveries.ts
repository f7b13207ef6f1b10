import { sql } from 'kysely'
import type { EventType } from '../events/index.js'
import type { Reader, Writer } from './dialect.js'
import type { DeliveryRecord, DeliveryState } from './records.js'

export interface DeliveryListing {
  readonly webhook: string
  readonly state?: DeliveryState | undefined
  /** Only of events before this one. */
  readonly before?: number | undefined
  readonly limit: number
}

/** Newest events first. */
export async function listDeliveries(
  reader: Reader,
  organisation: string,
  { webhook, state, before, limit }: DeliveryListing,
): Promise<readonly DeliveryRecord[]> {
  let query = reader
    .selectFrom('delivery')
    .innerJoin('event', (join) =>
      join.onRef('event.organisation', '=', 'delivery.organisation').onRef('event.sequence', '=', 'delivery.sequence'),
    )
    .where('delivery.organisation', '=', organisation)
    .where('delivery.webhook', '=', webhook)
  if (state !== undefined) query = query.where('delivery.state', '=', state)
  if (before !== undefined) query = query.where('delivery.sequence', '<', before)
  const rows = await query
    .orderBy('delivery.sequence', 'desc')
    .limit(limit)
    .selectAll('delivery')
    .select(['event.id as event_id', 'event.type', 'event.subject', 'event.at'])
    .execute()
  return rows.map((row) => ({
    event: { id: row.event_id, sequence: row.sequence, type: row.type as EventType, subject: row.subject, at: row.at },
    state: row.state as DeliveryState,
    attempts: row.attempts,
    ...(row.state === 'waiting' && { dueAt: row.due_at }),
    changedAt: row.changed_at,
    ...(row.last_status !== null && { lastStatus: row.last_status }),
    ...(row.last_problem !== null && { lastProblem: row.last_problem }),
  }))
}

/**
 * Delivers once more, from the first attempt on: these events, or all that nobody took in the end.
 *
 * @returns how many of them there are; what still waits is not among them.
 */
export async function redeliver(
  writer: Writer,
  organisation: string,
  { webhook, events }: { readonly webhook: string; readonly events?: readonly string[] | undefined },
  at: string,
): Promise<number> {
  let update = writer
    .updateTable('delivery')
    .set({ state: 'waiting', attempts: 0, due_at: at, changed_at: at, last_status: null, last_problem: null })
    .where('organisation', '=', organisation)
    .where('webhook', '=', webhook)
  update = events
    ? update.where('state', '<>', 'waiting').where('sequence', 'in', (row) =>
        row
          .selectFrom('event')
          .where('organisation', '=', organisation)
          .where('id', 'in', [...events])
          .select('sequence'),
      )
    : update.where('state', '=', 'dead')
  const { numUpdatedRows } = await update.executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Organisations in which something waits and is due, the one that waits longest first. */
export async function listDue(reader: Reader, now: string): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('delivery')
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<=', now)]))
    .groupBy('organisation')
    .orderBy(({ fn }) => fn.min('due_at'))
    .orderBy('organisation')
    .select('organisation')
    .execute()
  return rows.map(({ organisation }) => organisation)
}

/** Of all organisations: how many deliveries wait, whether they are due or not. */
export async function countWaiting(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom('delivery')
    .where('state', '=', 'waiting')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Forgets what was delivered before one instant, or given up before another, and events that nobody has to hear of then. */
export async function prune(
  writer: Writer,
  { deliveredBefore, deadBefore }: { readonly deliveredBefore: string; readonly deadBefore: string },
): Promise<void> {
  for (const [state, before] of [
    ['delivered', deliveredBefore],
    ['dead', deadBefore],
  ] as const)
    await writer.deleteFrom('delivery').where('state', '=', state).where('changed_at', '<', before).execute()
  await sql`delete from event where not exists (
    select 1 from delivery where delivery.organisation = event.organisation and delivery.sequence = event.sequence)`.execute(
    writer,
  )
}
