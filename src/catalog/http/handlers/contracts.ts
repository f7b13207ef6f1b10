import {
  isRefused,
  listContracts,
  publish,
  readContract,
  readDocuments,
  readVersion,
  type ServiceContext,
  search,
  secondsWhenBusy,
} from '../../service/index.js'
import { callerOf } from '../caller-of.js'
import type { ContractsTagHandlers, PublishVersionReply, PublishVersionRespond } from '../generated/server/contracts.js'
import type { PublishOutcome } from '../generated/types/publish-outcome.js'
import { problemOf } from '../problem.js'
import { consumerUseView, hitView, outcomeView, versionDetailView, versionView } from '../views.js'

/** Publishing contracts and reading them. */
export function contractsHandlers(context: ServiceContext): ContractsTagHandlers {
  return {
    async listContracts({ respond, query: { namespace, cursor, limit = 50 }, tenant, principal }) {
      const page = await listContracts(context, callerOf({ tenant, principal }), { namespace, cursor, limit })
      // What a cursor cannot be used for is as malformed as one that was made up.
      return isRefused(page) ? respond.other(400, { ...problemOf(page), status: 400 }) : respond.ok(page)
    },
    async getContract({ respond, path, tenant, principal }) {
      const found = await readContract(context, callerOf({ tenant, principal }), path)
      if (isRefused(found)) return respond.notFound(problemOf(found))
      const { contract, versions, deployments, consumers } = found
      return respond.ok({
        contract,
        versions: versions.map(versionView),
        deployments,
        consumers: consumers.map(consumerUseView),
      })
    },
    async getVersion({ respond, path, tenant, principal }) {
      const found = await readVersion(context, callerOf({ tenant, principal }), path)
      return isRefused(found) ? respond.notFound(problemOf(found)) : respond.ok(versionDetailView(found))
    },
    async publishVersion({ respond, path, query: { dryRun = false }, body, tenant, principal }) {
      const { documents, overlays = [], provenance } = body
      const bundle = { documents, overlays }
      const published = await publish(context, callerOf({ tenant, principal }), {
        coordinates: path,
        bundle,
        provenance,
        dryRun,
      })
      if (!isRefused(published)) return outcomes[published.outcome](respond, outcomeView(published))
      const problem = problemOf(published)
      switch (published.reason) {
        case 'forbidden':
          return respond.forbidden(problem)
        case 'conflict':
          return respond.conflict(problem)
        default:
          return respond.other(503, problem, { retryAfter: secondsWhenBusy })
      }
    },
    async getDocuments({ respond, path, tenant, principal }) {
      const found = await readDocuments(context, callerOf({ tenant, principal }), path)
      if (isRefused(found)) return respond.notFound(problemOf(found))
      const { digest, bundle, checkpoint } = found
      return respond.ok({ digest, ...bundle, checkpoint })
    },
    async search({ respond, query: { q, kind, class: dataClass, limit = 50 }, tenant, principal }) {
      return respond.ok({
        items: (await search(context, callerOf({ tenant, principal }), { text: q, kind, class: dataClass, limit })).map(
          hitView,
        ),
      })
    },
  }
}

type PublishAnswer = (respond: PublishVersionRespond, body: PublishOutcome) => PublishVersionReply

const outcomes = {
  published: (respond, body) => respond.created(body),
  pending: (respond, body) => respond.accepted(body),
  refused: (respond, body) => respond.unprocessableContent(body),
  unchanged: (respond, body) => respond.ok(body),
  'would-publish': (respond, body) => respond.ok(body),
  'would-wait': (respond, body) => respond.ok(body),
} satisfies Record<string, PublishAnswer>
