import { decideReview, isRefused, listReviews, type ServiceContext, secondsWhenBusy } from '../../service/index.js'
import { callerOf } from '../caller-of.js'
import type { ReviewsTagHandlers } from '../generated/server/reviews.js'
import { problemOf } from '../problem.js'
import { versionDetailView } from '../views.js'

/** Changes that break somebody and wait for a decision. */
export function reviewsHandlers(context: ServiceContext): ReviewsTagHandlers {
  return {
    async listReviews({ respond, tenant, principal }) {
      return respond.ok({ items: (await listReviews(context, callerOf({ tenant, principal }))).map(versionDetailView) })
    },
    async decideReview({ respond, path, body, tenant, principal }) {
      const decided = await decideReview(context, callerOf({ tenant, principal }), path, body)
      if (!isRefused(decided)) return respond.ok(versionDetailView(decided))
      const problem = problemOf(decided)
      switch (decided.reason) {
        case 'forbidden':
          return respond.forbidden(problem)
        case 'not-found':
          return respond.notFound(problem)
        case 'conflict':
          return respond.conflict(problem)
        default:
          return respond.other(503, problem, { retryAfter: secondsWhenBusy })
      }
    },
  }
}
