import {
  configureNamespace,
  isRefused,
  listAudit,
  listNamespaces,
  listTokens,
  makeToken,
  revokeToken,
  type ServiceContext,
  signCheckpoint,
} from '../../service/index.js'
import { callerOf } from '../caller-of.js'
import { closed } from '../closed.js'
import type { AdministrationTagHandlers } from '../generated/server/administration.js'
import { problemOf } from '../problem.js'
import { tokenView } from '../views.js'

/** Namespaces, tokens and the audit. */
export function administrationHandlers(context: ServiceContext): AdministrationTagHandlers {
  return {
    async listNamespaces({ respond, tenant, principal }) {
      return respond.ok({ items: await listNamespaces(context, callerOf({ tenant, principal })) })
    },
    async configureNamespace({ respond, path: { namespace }, body, tenant, principal }) {
      const configured = await configureNamespace(context, callerOf({ tenant, principal }), namespace, closed(body))
      return isRefused(configured) ? respond.forbidden(problemOf(configured)) : respond.ok(configured)
    },
    async listTokens({ respond, tenant, principal }) {
      return respond.ok({ items: (await listTokens(context, callerOf({ tenant, principal }))).map(tokenView) })
    },
    async createToken({ respond, body: { name, permissions, namespaces = ['*'], days = 90 }, tenant, principal }) {
      const made = await makeToken(context, callerOf({ tenant, principal }), { name, permissions, namespaces, days })
      if (isRefused(made)) return respond.forbidden(problemOf(made))
      return respond.created({ token: tokenView(made.record), secret: made.text })
    },
    async revokeToken({ respond, path: { tokenId }, tenant, principal }) {
      const refusal = await revokeToken(context, callerOf({ tenant, principal }), tokenId)
      return refusal ? respond.notFound(problemOf(refusal)) : respond.noContent()
    },
    async listAudit({ respond, query: { after = 0, limit = 50 }, tenant, principal }) {
      const { lines, next } = await listAudit(context, callerOf({ tenant, principal }), { after, limit })
      return respond.ok({ lines: lines.map(({ line }) => line), ...(next !== undefined && { next }) })
    },
    async getCheckpoint({ respond, tenant, principal }) {
      const signed = await signCheckpoint(context, callerOf({ tenant, principal }))
      return isRefused(signed) ? respond.other(404, problemOf(signed)) : respond.ok(signed)
    },
  }
}
