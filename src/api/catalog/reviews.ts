import { ask } from '../../catalog/client/index.js'
import type { VersionDetail } from '../../catalog/http/generated/types/version-detail.js'
import { type Coordinates, formatCoordinates } from '../../util/coordinates.js'
import { type Failed, failedWith, type Session } from './session.js'

/** Versions that wait for a decision, oldest first. */
export async function listReviews({
  client,
  url,
}: Session): Promise<{ readonly items: readonly VersionDetail[] } | Failed> {
  const answered = await ask('list reviews', url, () => client.listReviews())
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}

export async function decideReview(
  { client, url }: Session,
  { namespace, name, version }: Coordinates,
  body: { readonly decision: 'approve' | 'reject'; readonly reason: string },
): Promise<VersionDetail | Failed> {
  const what = `${body.decision} \`${formatCoordinates({ namespace, name, version })}\``
  const answered = await ask(what, url, () => client.decideReview({ path: { namespace, name, version }, body }))
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}
