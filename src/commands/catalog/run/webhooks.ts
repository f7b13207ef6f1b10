import {
  addWebhook,
  type CreatedWebhook,
  type Delivery,
  type DeliveryState,
  enableWebhook,
  listDeliveries,
  listWebhooks,
  type NewWebhook,
  redeliver,
  removeWebhook,
  rotateWebhook,
  type Webhook,
} from '../../../api/catalog/webhooks.js'
import type { Style } from '../../../diagnostic/render/style.js'
import type { CatalogFlags } from '../flags.js'
import { table } from './table.js'
import { withSession } from './with-session.js'

export function runWebhookAdd(
  url: string,
  flags: CatalogFlags & {
    readonly event?: readonly string[] | undefined
    readonly namespace?: readonly string[] | undefined
  },
): Promise<number> {
  const { event, namespace } = flags
  const asked = {
    url,
    ...(event && { events: [...new Set(event)] }),
    ...(namespace && { namespaces: [...new Set(namespace)] }),
  } as NewWebhook
  return withSession(flags, (session) => addWebhook(session, asked), { text: secretText })
}

/** The secret alone on its line, last: it can be cut off with `tail -n 1`. */
function secretText({ webhook: { id }, secret }: CreatedWebhook, style: Style): string {
  return `${style.success('✔')} webhook ${id}; this is the only time that its secret is shown:\n${secret}\n`
}

export function runWebhookList(flags: CatalogFlags): Promise<number> {
  return withSession(flags, listWebhooks, {
    text: ({ items }) => (items.length === 0 ? 'There are no webhooks.\n' : table(items.map(webhookRow))),
  })
}

function webhookRow({ id, url, events, namespaces, state, disabledBecause, failingSince }: Webhook): readonly string[] {
  const standing =
    state === 'disabled'
      ? `disabled: ${disabledBecause ?? 'unknown'}`
      : failingSince === undefined
        ? 'enabled'
        : `failing since ${failingSince.slice(0, 16)}`
  return [id, standing, url, events ? events.join(',') : 'all events', namespaces.join(',')]
}

export function runWebhookRemove(id: string, flags: CatalogFlags): Promise<number> {
  return withSession(flags, (session) => removeWebhook(session, id), {
    text: (_, style) => `${style.success('✔')} webhook ${id} is removed\n`,
  })
}

export function runWebhookRotate(
  id: string,
  flags: CatalogFlags & { readonly 'keep-hours'?: number | undefined },
): Promise<number> {
  return withSession(flags, (session) => rotateWebhook(session, id, flags['keep-hours']), { text: secretText })
}

export function runWebhookEnable(id: string, flags: CatalogFlags): Promise<number> {
  return withSession(flags, (session) => enableWebhook(session, id), {
    text: (_, style) => `${style.success('✔')} webhook ${id} is enabled\n`,
  })
}

export function runWebhookDeliveries(
  id: string,
  flags: CatalogFlags & {
    readonly state?: DeliveryState | undefined
    readonly before?: number | undefined
    readonly limit: number
  },
): Promise<number> {
  const { state, before, limit } = flags
  const query = { ...(state !== undefined && { state }), ...(before !== undefined && { before }), limit }
  return withSession(flags, (session) => listDeliveries(session, id, query), {
    text: ({ items, next }) =>
      items.length === 0
        ? 'There are no deliveries.\n'
        : `${table(items.map(deliveryRow))}${next === undefined ? '' : `More: --before ${next}\n`}`,
  })
}

function deliveryRow({ event, type, subject, state, attempts, dueAt, lastStatus, lastProblem }: Delivery) {
  const told = [
    ...(lastProblem === undefined ? [] : [lastProblem]),
    ...(lastStatus === undefined ? [] : [String(lastStatus)]),
    ...(dueAt === undefined ? [] : [`next ${dueAt.slice(0, 16)}`]),
  ]
  return [event, state, type, subject, `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`, told.join(' ')]
}

export function runWebhookRedeliver(id: string, event: string | undefined, flags: CatalogFlags): Promise<number> {
  return withSession(flags, (session) => redeliver(session, id, event === undefined ? [] : [event]), {
    text: ({ count }, style) =>
      count === 0
        ? 'There is nothing to deliver once more.\n'
        : `${style.success('✔')} ${count} ${count === 1 ? 'event waits' : 'events wait'} to be delivered once more\n`,
  })
}
