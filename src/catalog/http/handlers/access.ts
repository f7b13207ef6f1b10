import { usualIssuers } from '../../oidc/index.js'
import {
  addTrust,
  type ExchangeRequest,
  exchangeToken,
  isRefused,
  listTrust,
  removeTrust,
  type TrustContext,
} from '../../service/index.js'
import { callerOf } from '../caller-of.js'
import { closed } from '../closed.js'
import type { AccessTagHandlers } from '../generated/server/access.js'
import { problemOf } from '../problem.js'
import { trustView } from '../views.js'

/** Tokens for jobs of CI, and whom to give them. */
export function accessHandlers(context: TrustContext, mayTell: ExchangeRequest['mayTell']): AccessTagHandlers {
  return {
    async exchangeToken({ respond, body: { organisation, subject_token: token, scope } }) {
      const permissions = scope?.split(' ')
      const exchanged = await exchangeToken(context, { organisation, token, permissions, mayTell })
      if (exchanged === 'unavailable')
        return respond.serviceUnavailable({ status: 503, title: 'the issuer of the ID token does not answer' })
      if (exchanged === 'untrusted')
        return respond.unauthorized({ status: 401, title: 'the organisation trusts no such job' })
      const given = {
        access_token: exchanged.text,
        issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        token_type: 'Bearer',
        expires_in: exchanged.seconds,
        scope: exchanged.permissions.join(' '),
      } as const
      return respond.ok(given, { cacheControl: 'no-store' })
    },
    async listTrust({ respond, tenant, principal }) {
      return respond.ok({ items: (await listTrust(context, callerOf({ tenant, principal }))).map(trustView) })
    },
    async addTrust({ respond, body, tenant, principal }) {
      const { issuer: named, ...asked } = closed(body)
      const issuer = named ?? (asked.provider === 'other' ? '' : usualIssuers[asked.provider])
      const added = await addTrust(context, callerOf({ tenant, principal }), { ...asked, issuer })
      if (!isRefused(added)) return respond.created(trustView(added))
      const problem = problemOf(added)
      switch (added.reason) {
        case 'forbidden':
          return respond.forbidden(problem)
        case 'conflict':
          return respond.conflict(problem)
        default:
          return respond.unprocessableContent(problem)
      }
    },
    async removeTrust({ respond, path: { trustName }, tenant, principal }) {
      const refusal = await removeTrust(context, callerOf({ tenant, principal }), trustName)
      return refusal ? respond.notFound(problemOf(refusal)) : respond.noContent()
    },
  }
}
