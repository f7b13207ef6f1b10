import { ask } from '../../catalog/client/index.js'
import type { CreatedWebhook } from '../../catalog/http/generated/types/created-webhook.js'
import type { Delivery } from '../../catalog/http/generated/types/delivery.js'
import type { DeliveryState } from '../../catalog/http/generated/types/delivery-state.js'
import type { NewWebhook } from '../../catalog/http/generated/types/new-webhook.js'
import type { Webhook } from '../../catalog/http/generated/types/webhook.js'
import { type Failed, failedWith, type Session } from './session.js'

export type { CreatedWebhook, Delivery, DeliveryState, NewWebhook, Webhook }

export async function listWebhooks({ client, url }: Session): Promise<{ readonly items: readonly Webhook[] } | Failed> {
  const answered = await ask('list webhooks', url, () => client.listWebhooks())
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}

/** Its secret is in this answer and nowhere else. */
export async function addWebhook({ client, url }: Session, webhook: NewWebhook): Promise<CreatedWebhook | Failed> {
  const answered = await ask('make a webhook', url, () => client.createWebhook({ body: webhook }))
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}

export async function removeWebhook({ client, url }: Session, webhookId: string): Promise<object | Failed> {
  const answered = await ask(`remove \`${webhookId}\``, url, () => client.removeWebhook({ path: { webhookId } }))
  return 'problem' in answered ? failedWith(answered.problem) : {}
}

/** The new secret is in this answer and nowhere else. */
export async function rotateWebhook(
  { client, url }: Session,
  webhookId: string,
  keepHours: number | undefined,
): Promise<CreatedWebhook | Failed> {
  const call = () =>
    client.rotateWebhookSecret({ path: { webhookId }, body: { ...(keepHours !== undefined && { keepHours }) } })
  const answered = await ask(`make another secret for \`${webhookId}\``, url, call)
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}

export async function enableWebhook({ client, url }: Session, webhookId: string): Promise<object | Failed> {
  const answered = await ask(`enable \`${webhookId}\``, url, () => client.enableWebhook({ path: { webhookId } }))
  return 'problem' in answered ? failedWith(answered.problem) : {}
}

/** Deliveries to a webhook, the newest events first. */
export async function listDeliveries(
  { client, url }: Session,
  webhookId: string,
  query: { readonly state?: DeliveryState; readonly before?: number; readonly limit: number },
): Promise<{ readonly items: readonly Delivery[]; readonly next?: number } | Failed> {
  const call = () => client.listDeliveries({ path: { webhookId }, query })
  const answered = await ask(`list deliveries to \`${webhookId}\``, url, call)
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}

/** Delivers events once more; without any, all that were given up. */
export async function redeliver(
  { client, url }: Session,
  webhookId: string,
  events: readonly string[],
): Promise<{ readonly count: number } | Failed> {
  const call = () => client.redeliver({ path: { webhookId }, body: { ...(events.length > 0 && { events }) } })
  const answered = await ask(`deliver to \`${webhookId}\` once more`, url, call)
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}
