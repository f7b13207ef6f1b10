import type { DeliveryRecord, WebhookRecord } from '../store/index.js'
import type { Delivery } from './generated/types/delivery.js'
import type { Webhook } from './generated/types/webhook.js'

/** Never a secret, not even encrypted. */
export function webhookView(webhook: WebhookRecord): Webhook {
  const { id, url, events, namespaces, state, createdAt, createdBy, failingSince, disabledBecause, oldSecret } = webhook
  return {
    id,
    url,
    ...(events && { events }),
    namespaces,
    state,
    ...(disabledBecause !== undefined && { disabledBecause }),
    ...(failingSince !== undefined && { failingSince }),
    ...(oldSecret && { oldSecretUntil: oldSecret.until }),
    createdAt,
    createdBy,
  }
}

export function deliveryView({ event: { id, type, subject, at }, ...rest }: DeliveryRecord): Delivery {
  return { event: id, type, subject, at, ...rest }
}
