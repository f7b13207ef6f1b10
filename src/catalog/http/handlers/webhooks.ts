import {
  enableWebhook,
  isRefused,
  listDeliveries,
  listWebhooks,
  makeWebhook,
  redeliver,
  removeWebhook,
  rotateSecret,
  type WebhookContext,
} from '../../service/index.js'
import { callerOf } from '../caller-of.js'
import { closed } from '../closed.js'
import type { WebhooksTagHandlers } from '../generated/server/webhooks.js'
import { problemOf } from '../problem.js'
import { deliveryView, webhookView } from '../webhook-views.js'

/** Who hears of what happens. */
export function webhooksHandlers(context: WebhookContext): WebhooksTagHandlers {
  return {
    async listWebhooks({ respond, tenant, principal }) {
      return respond.ok({ items: (await listWebhooks(context, callerOf({ tenant, principal }))).map(webhookView) })
    },
    async createWebhook({ respond, body: { url, events, namespaces = ['*'] }, tenant, principal }) {
      const asked = { url, events: events && closed(events), namespaces }
      const made = await makeWebhook(context, callerOf({ tenant, principal }), asked)
      if (!isRefused(made)) return respond.created({ webhook: webhookView(made.record), secret: made.secret })
      const problem = problemOf(made)
      if (made.reason === 'forbidden') return respond.forbidden(problem)
      return made.reason === 'conflict' ? respond.conflict(problem) : respond.unprocessableContent(problem)
    },
    async removeWebhook({ respond, path: { webhookId }, tenant, principal }) {
      const refusal = await removeWebhook(context, callerOf({ tenant, principal }), webhookId)
      return refusal ? respond.notFound(problemOf(refusal)) : respond.noContent()
    },
    async rotateWebhookSecret({ respond, path: { webhookId }, body: { keepHours = 24 }, tenant, principal }) {
      const rotated = await rotateSecret(context, callerOf({ tenant, principal }), webhookId, keepHours)
      if (isRefused(rotated)) return respond.notFound(problemOf(rotated))
      return respond.created({ webhook: webhookView(rotated.record), secret: rotated.secret })
    },
    async enableWebhook({ respond, path: { webhookId }, tenant, principal }) {
      const refusal = await enableWebhook(context, callerOf({ tenant, principal }), webhookId)
      return refusal ? respond.notFound(problemOf(refusal)) : respond.noContent()
    },
    async listDeliveries({ respond, path: { webhookId }, query: { state, before, limit = 50 }, tenant, principal }) {
      const listing = { ...(state && { state: closed(state) }), ...(before !== undefined && { before }), limit }
      const page = await listDeliveries(context, callerOf({ tenant, principal }), webhookId, listing)
      if (isRefused(page)) return respond.notFound(problemOf(page))
      const { deliveries, next } = page
      return respond.ok({ items: deliveries.map(deliveryView), ...(next !== undefined && { next }) })
    },
    async redeliver({ respond, path: { webhookId }, body: { events }, tenant, principal }) {
      const asked = await redeliver(context, callerOf({ tenant, principal }), webhookId, events)
      if (!isRefused(asked)) return respond.ok(asked)
      const problem = problemOf(asked)
      return asked.reason === 'conflict' ? respond.conflict(problem) : respond.notFound(problem)
    },
  }
}
