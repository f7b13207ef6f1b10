import { randomId } from '../../util/random-id.js'
import { isCovered } from '../access/index.js'
import type { EventType } from '../events/index.js'
import type {
  DeliveryRecord,
  DeliveryState,
  OrganisationReads,
  OrganisationWrites,
  WebhookRecord,
} from '../store/index.js'
import { createSecret, type SecretBox, type TargetRules, targetRefusal } from '../webhooks/index.js'
import type { Caller, ServiceContext } from './context.js'
import { isRefused, notFound, type Refused, refused } from './refused.js'

/** What is needed to look after webhooks. */
export interface WebhookContext extends Pick<ServiceContext, 'store' | 'now' | 'random'> {
  readonly secrets: SecretBox
  readonly targets: TargetRules
}

/** Each event is looked at for each of them while the organisation is locked. */
const mostWebhooks = 50
const millisecondsOfHour = 3_600_000

/** Those that the caller reaches, in the order in which they were made. */
export async function listWebhooks({ store }: WebhookContext, caller: Caller): Promise<readonly WebhookRecord[]> {
  return (await store.of(caller.organisation).webhooks()).filter((webhook) => reaches(caller, webhook))
}

export interface NewWebhook {
  readonly url: string
  /** Undefined: all. */
  readonly events?: readonly EventType[] | undefined
  readonly namespaces: readonly string[]
}

export interface CreatedWebhook {
  readonly record: WebhookRecord
  /** What signs deliveries; it is shown now and never again. */
  readonly secret: string
}

/** Makes a webhook, which hears of no more than the one who makes it reaches. */
export async function makeWebhook(
  { store, now, random, secrets, targets }: WebhookContext,
  caller: Caller,
  { url, events, namespaces }: NewWebhook,
): Promise<CreatedWebhook | Refused> {
  if (!reaches(caller, { namespaces })) return refused('forbidden', 'The token does not reach so far itself.')
  const refusal = targetRefusal(url, targets)
  if (refusal !== undefined) return refused('not-usable', refusal)
  const { organisation, actor } = caller
  // As it is understood: without the tabs and line breaks that URLs may have.
  const { href, origin } = new URL(url)
  const id = randomId(random)
  const secret = createSecret(random)
  const sealed = secrets.seal({ organisation, webhook: id }, secret)
  return store.of(organisation).change({ actor, at: now().toISOString() }, async (writes) => {
    if ((await writes.webhooks()).length >= mostWebhooks)
      return refused('conflict', 'The organisation has as many webhooks as it may have.')
    await writes.addWebhook({ id, url: href, events, namespaces, secret: sealed })
    // The rest of a URL may be as good as a password.
    const data = { origin, namespaces, ...(events && { events }) }
    await writes.tell({ action: 'webhook-created', subject: `webhook ${id}`, data })
    return created(writes, id, secret)
  })
}

/** Removes a webhook, and with it all that was to be delivered to it. */
export function removeWebhook(context: WebhookContext, caller: Caller, id: string): Promise<Refused | undefined> {
  return changeWebhook(context, caller, id, async (writes) => {
    await writes.removeWebhook(id)
    await writes.tell({ action: 'webhook-removed', subject: `webhook ${id}` })
    return undefined
  })
}

/** Makes another secret. The one before signs beside it for some hours, so that receivers can change in their own time. */
export function rotateSecret(
  context: WebhookContext,
  caller: Caller,
  id: string,
  keepHours: number,
): Promise<CreatedWebhook | Refused> {
  const secret = createSecret(context.random)
  const sealed = context.secrets.seal({ organisation: caller.organisation, webhook: id }, secret)
  const until = new Date(context.now().getTime() + keepHours * millisecondsOfHour).toISOString()
  return changeWebhook(context, caller, id, async (writes, before) => {
    const oldSecret = keepHours > 0 ? { secret: before.secret, until } : undefined
    await writes.changeSecret(id, { secret: sealed, oldSecret })
    await writes.tell({ action: 'webhook-secret-rotated', subject: `webhook ${id}`, data: { keepHours } })
    return created(writes, id, secret)
  })
}

/** Delivers to it again. What was given up meanwhile is delivered when somebody asks for it. */
export function enableWebhook(context: WebhookContext, caller: Caller, id: string): Promise<Refused | undefined> {
  return changeWebhook(context, caller, id, async (writes) => {
    if (await writes.enableWebhook(id)) await writes.tell({ action: 'webhook-enabled', subject: `webhook ${id}` })
    return undefined
  })
}

export interface DeliveryPage {
  readonly deliveries: readonly DeliveryRecord[]
  /** Where the next page begins; absent on the last. */
  readonly next?: number
}

/** What was delivered to a webhook, waits, or was given up; the newest events first. */
export async function listDeliveries(
  { store }: WebhookContext,
  caller: Caller,
  id: string,
  { limit, ...listing }: { readonly state?: DeliveryState; readonly before?: number; readonly limit: number },
): Promise<DeliveryPage | Refused> {
  const reads = store.of(caller.organisation)
  if (isRefused(await reached(reads, caller, id))) return notFound
  const found = await reads.deliveries({ webhook: id, ...listing, limit: limit + 1 })
  const deliveries = found.slice(0, limit)
  const last = deliveries.at(-1)
  return found.length > limit && last ? { deliveries, next: last.event.sequence } : { deliveries }
}

/** Delivers events once more, under their ids; without any, all that nobody took in the end. */
export function redeliver(
  context: WebhookContext,
  caller: Caller,
  id: string,
  events: readonly string[] | undefined,
): Promise<{ readonly count: number } | Refused> {
  return changeWebhook(context, caller, id, async (writes, { state }) => {
    if (state === 'disabled') return refused('conflict', 'The webhook is disabled.')
    const count = await writes.redeliver({ webhook: id, events })
    if (count > 0) await writes.tell({ action: 'webhook-redelivery', subject: `webhook ${id}`, data: { count } })
    return { count }
  })
}

/** The same words for a webhook that is not there and for one that the caller does not reach. */
async function reached(reads: OrganisationReads, caller: Caller, id: string): Promise<WebhookRecord | Refused> {
  const webhook = await reads.webhook(id)
  return webhook && reaches(caller, webhook) ? webhook : notFound
}

function reaches(caller: Caller, { namespaces }: Pick<WebhookRecord, 'namespaces'>): boolean {
  return namespaces.every((pattern) => isCovered(caller.namespaces, pattern))
}

function changeWebhook<T>(
  { store, now }: WebhookContext,
  caller: Caller,
  id: string,
  work: (writes: OrganisationWrites, webhook: WebhookRecord) => Promise<T>,
): Promise<T | Refused> {
  const { organisation, actor } = caller
  return store.of(organisation).change({ actor, at: now().toISOString() }, async (writes) => {
    const webhook = await reached(writes, caller, id)
    return isRefused(webhook) ? webhook : work(writes, webhook)
  })
}

async function created(writes: OrganisationWrites, id: string, secret: string): Promise<CreatedWebhook | Refused> {
  const record = await writes.webhook(id)
  return record ? { record, secret } : notFound
}
