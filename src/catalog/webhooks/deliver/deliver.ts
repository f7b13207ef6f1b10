import { cloudEventOf } from '../../events/index.js'
import type { Claim } from '../../store/index.js'
import type { SecretBox } from '../secrets.js'
import type { AddressGuard } from '../target/address-guard.js'
import type { ResolveName } from '../target/resolve-name.js'
import { post } from './post.js'
import type { Attempt } from './settlement.js'
import { signatureHeaders } from './sign.js'

export interface DeliverSettings {
  readonly secrets: SecretBox
  readonly guard: AddressGuard
  readonly now: () => Date
  /** Ends an attempt that takes too long. */
  readonly deadline: () => AbortSignal
  readonly resolve: ResolveName
}

/** Sends an event to a webhook once, signed with each of its secrets that holds. */
export async function deliver(
  { webhook, event }: Claim,
  { secrets, guard, now, deadline, resolve }: DeliverSettings,
): Promise<Attempt> {
  const at = now()
  const { organisation, oldSecret } = webhook
  const sealed = [webhook.secret, ...(oldSecret && oldSecret.until > at.toISOString() ? [oldSecret.secret] : [])]
  const open = sealed.flatMap((text) => secrets.open({ organisation, webhook: webhook.id }, text) ?? [])
  // Unsigned, or signed by half, it would be refused at best.
  if (open.length < sealed.length) return { problem: 'secret-unreadable' }
  const body = JSON.stringify(cloudEventOf(event))
  const headers = {
    'content-type': cloudEventType,
    'user-agent': 'tenantkit-catalog',
    ...signatureHeaders({ id: event.id, at, body }, open),
  }
  return post(new URL(webhook.url), { headers, body }, { guard, signal: deadline(), resolve })
}

/** One event with all of its context in the body: CloudEvents 1.0, structured mode. */
const cloudEventType = 'application/cloudevents+json'
