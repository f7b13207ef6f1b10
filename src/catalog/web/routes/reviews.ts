import type { Hono } from 'hono'
import {
  type Decision,
  decideReview,
  isRefused,
  listReviews,
  readVersion,
  type ServiceContext,
} from '../../service/index.js'
import { serverAddress } from '../address/server-address.js'
import { ReviewPage, ReviewsPage } from '../pages/reviews.js'
import { isFromHere, isSameProof } from '../session/same-site.js'
import { callerFor } from '../session/sessions.js'
import { notFromHere } from './sign-in.js'
import { problem, refuse, render, type Surroundings, siteOf } from './surroundings.js'

const longestReason = 1000

export function reviewRoutes(app: Hono<Surroundings>, context: ServiceContext): void {
  app.get('/reviews', async (around) => {
    const reviews = await listReviews(context, around.get('caller'))
    return render(around, ReviewsPage({ site: siteOf(around.get('viewer')), reviews }))
  })

  app.get('/reviews/:namespace/:name/:version', async (around) => {
    const detail = await readVersion(context, around.get('caller'), around.req.param())
    if (isRefused(detail)) return refuse(around, detail)
    return render(around, ReviewPage({ site: siteOf(around.get('viewer')), view: { detail } }))
  })

  app.post('/reviews/:namespace/:name/:version', async (around) => {
    const viewer = around.get('viewer')
    const caller = callerFor(around.get('session'), 'reviews:approve')
    const { proof, decision, reason } = await around.req.parseBody()
    if (!isFromHere(around.req.raw.headers) || !isSameProof(proof, viewer.proof))
      return problem(around, 403, notFromHere)
    if (!viewer.permissions.includes('reviews:approve'))
      return problem(around, 403, { title: 'Not allowed', detail: 'You do not decide reviews.' })
    const coordinates = around.req.param()
    const given = typeof reason === 'string' ? reason.trim() : ''
    const asked = decisionIn(decision)
    if (!asked || given === '' || given.length > longestReason || given.includes('\0'))
      return again('A decision has a reason, of at most 1,000 characters.', 422)
    const decided = await decideReview(context, caller, coordinates, { decision: asked, reason: given })
    if (isRefused(decided))
      return decided.reason === 'busy'
        ? refuse(around, decided)
        : again(decided.detail, decided.reason === 'conflict' ? 409 : 403)
    return around.redirect(serverAddress({ page: 'review', ...coordinates }), 303)

    async function again(trouble: string, status: 403 | 409 | 422): Promise<Response> {
      const detail = await readVersion(context, caller, coordinates)
      if (isRefused(detail)) return refuse(around, detail)
      const view = { detail, problem: trouble, reason: given }
      return render(around, ReviewPage({ site: siteOf(viewer), view }), status)
    }
  })
}

function decisionIn(text: unknown): Decision['decision'] | undefined {
  return text === 'approve' || text === 'reject' ? text : undefined
}
