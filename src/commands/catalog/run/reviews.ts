import { decideReview, listReviews } from '../../../api/catalog/reviews.js'
import { formatCoordinates } from '../../../util/coordinates.js'
import type { CatalogFlags } from '../flags.js'
import { gateText } from './gate-text.js'
import { withCoordinates, withSession } from './with-session.js'

export function runReviews(flags: CatalogFlags): Promise<number> {
  return withSession(flags, listReviews, {
    text: ({ items }, style) =>
      items.length === 0
        ? 'Nothing waits.\n'
        : items
            .map(({ namespace, name, version, report }) => {
              const reference = formatCoordinates({ namespace, name, version: version.version })
              const told = {
                checks: report.checks.filter(({ outcome }) => outcome === 'review' || outcome === 'refused'),
              }
              const by = style.faint(`by ${version.publishedBy}, ${version.publishedAt}`)
              return `${style.strong(reference)}  ${by}\n${gateText(told, style)}`
            })
            .join('\n'),
  })
}

export function runDecide(
  decision: 'approve' | 'reject',
  text: string,
  flags: CatalogFlags & { readonly reason: string },
): Promise<number> {
  return withCoordinates(text, decision, flags, (coordinates) =>
    withSession(flags, (session) => decideReview(session, coordinates, { decision, reason: flags.reason }), {
      text: ({ version }, style) => `${style.success('✔')} ${formatCoordinates(coordinates)} is ${version.state}\n`,
    }),
  )
}
