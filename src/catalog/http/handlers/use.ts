import {
  canIDeploy,
  isRefused,
  listDeployments,
  publishUsage,
  recordDeployment,
  recordRelease,
  type ServiceContext,
  secondsWhenBusy,
} from '../../service/index.js'
import { callerOf } from '../caller-of.js'
import { closed } from '../closed.js'
import type { UseTagHandlers } from '../generated/server/use.js'
import { problemOf } from '../problem.js'

/** Who uses what, and what is deployed where. */
export function useHandlers(context: ServiceContext): UseTagHandlers {
  return {
    async recordRelease({ respond, path, tenant, principal }) {
      const refusal = await recordRelease(context, callerOf({ tenant, principal }), path)
      if (!refusal) return respond.noContent()
      const problem = problemOf(refusal)
      if (refusal.reason === 'forbidden') return respond.forbidden(problem)
      return refusal.reason === 'not-found' ? respond.notFound(problem) : respond.other(409, problem)
    },
    async publishUsage({ respond, path, body: { uses }, tenant, principal }) {
      const refusal = await publishUsage(context, callerOf({ tenant, principal }), path, uses)
      if (!refusal) return respond.noContent()
      const problem = problemOf(refusal)
      if (refusal.reason === 'forbidden') return respond.forbidden(problem)
      return refusal.reason === 'conflict' ? respond.conflict(problem) : respond.other(422, problem)
    },
    async listDeployments({ respond, path: { environment }, tenant, principal }) {
      return respond.ok({ items: await listDeployments(context, callerOf({ tenant, principal }), environment) })
    },
    async recordDeployment({
      respond,
      path: { environment, kind, namespace, name },
      body: { version },
      tenant,
      principal,
    }) {
      const participant = { kind: closed(kind), namespace, name, version }
      const refusal = await recordDeployment(context, callerOf({ tenant, principal }), { environment, participant })
      if (!refusal) return respond.noContent()
      const problem = problemOf(refusal)
      if (refusal.reason === 'forbidden') return respond.forbidden(problem)
      return refusal.reason === 'not-found' ? respond.notFound(problem) : respond.other(409, problem)
    },
    async canIDeploy({ respond, path: { environment }, query: participant, tenant, principal }) {
      const verdict = await canIDeploy(context, callerOf({ tenant, principal }), {
        environment,
        participant: closed(participant),
      })
      if (!isRefused(verdict)) return respond.ok(verdict)
      const problem = problemOf(verdict)
      return verdict.reason === 'not-found'
        ? respond.notFound(problem)
        : respond.other(503, problem, { retryAfter: secondsWhenBusy })
    },
  }
}
