/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { VersionDetail } from '../../service/index.js'
import { Page, Proof } from '../view/page.js'
import { Instant, Table, Trail } from '../view/parts.js'
import type { Site } from '../view/site.js'
import { counted, shown } from '../view/text.js'
import { GateView } from './version.js'

const reviewsShown = 100

/** What waits for somebody to decide. */
export function ReviewsPage({ site, reviews }: { readonly site: Site; readonly reviews: readonly VersionDetail[] }) {
  return (
    <Page site={site} title="Reviews" section="reviews">
      <h1>Reviews</h1>
      {reviews.length === 0 ? (
        <p class="empty">Nothing waits for a decision.</p>
      ) : (
        <>
          <p class="lead">
            {counted(reviews.length, 'version waits', 'versions wait')} for a decision, the oldest first.
          </p>
          <Table
            label="Versions that wait"
            numbers={['Breaks', 'In use']}
            head={['Version', 'Since', 'Published by', 'Owner', 'Breaks', 'In use']}
          >
            {reviews.slice(0, reviewsShown).map(({ contract: { namespace, name, owner }, version, report }) => (
              <tr>
                <th scope="row">
                  <a href={site.href({ page: 'review', namespace, name, version: version.version })}>
                    {namespace}/{name} {version.version}
                  </a>
                </th>
                <td>
                  <Instant at={version.publishedAt} />
                </td>
                <td>{version.publishedBy}</td>
                <td>{owner === undefined ? '–' : shown(owner, 80)}</td>
                <td class="number">{mostOf(report.comparisons.map(({ breaking }) => breaking))}</td>
                <td class="number">{mostOf(report.comparisons.map(({ used }) => used))}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </Page>
  )
}

function mostOf(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}

export interface ReviewView {
  readonly detail: VersionDetail
  /** Why the last decision was not taken. */
  readonly problem?: string | undefined
  /** What was written for it. */
  readonly reason?: string | undefined
}

/** One version that waits: what it breaks, whom, and a form to decide. */
export function ReviewPage({ site, view }: { readonly site: Site; readonly view: ReviewView }) {
  const { contract, version, report } = view.detail
  const { namespace, name } = contract
  return (
    <Page site={site} title={`Review of ${namespace}/${name} ${version.version}`} section="reviews">
      <Trail>
        <a href={site.href({ page: 'reviews' })}>Reviews</a>
      </Trail>
      <h1>
        {namespace}/{name} <span class="version">{version.version}</span>
      </h1>
      <p class="lead">
        Published by {version.publishedBy}, <Instant at={version.publishedAt} />.{' '}
        <a href={site.href({ page: 'version', namespace, name, version: version.version })}>What it consists of</a>
      </p>
      <GateView site={site} coordinates={version} report={report} />
      <h2>Decision</h2>
      <Decision site={site} view={view} />
    </Page>
  )
}

function Decision({ site, view: { detail, problem, reason } }: { readonly site: Site; readonly view: ReviewView }) {
  const { version } = detail
  const viewer = site.viewer
  if (version.state !== 'pending') return <p>It has been {version.state === 'published' ? 'approved' : 'rejected'}.</p>
  if (!viewer?.permissions.includes('reviews:approve')) return <p class="soft">You do not decide reviews.</p>
  const isOwn = version.publishedBy === viewer.actor
  const { namespace, name } = version
  return (
    <form
      class="decide"
      method="post"
      action={site.href({ page: 'review', namespace, name, version: version.version })}
    >
      <Proof site={site} />
      {problem !== undefined && (
        <p class="alert" role="alert">
          {problem}
        </p>
      )}
      <label>
        <span>Reason, which the audit keeps</span>
        <textarea name="reason" rows={3} required maxlength={1000}>
          {reason ?? ''}
        </textarea>
      </label>
      <div class="inline">
        {!isOwn && (
          <button name="decision" value="approve">
            Approve
          </button>
        )}
        <button class="danger" name="decision" value="reject">
          Reject
        </button>
      </div>
      {isOwn && <p class="soft">You published it, so somebody else has to approve it.</p>}
    </form>
  )
}
