/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Coordinates } from '../../model/index.js'
import type { Place, VersionList } from '../address/place.js'
import type { Site } from '../view/site.js'

interface TabsProps {
  readonly site: Site
  readonly coordinates: Coordinates
  readonly current: VersionList | 'reference'
}

/** What there is to be seen of a version: its operations, its fields, the whole of it. */
export function VersionTabs({ site, coordinates, current }: TabsProps) {
  const { namespace, name, version } = coordinates
  const place = { namespace, name, version }
  const tabs: readonly (readonly [TabsProps['current'], string, Place])[] = [
    ['operations', 'operations', { page: 'version', ...place, list: 'operations' }],
    ['fields', 'fields', { page: 'version', ...place, list: 'fields' }],
    ['reference', 'full reference', { page: 'reference', ...place }],
  ]
  return (
    <nav class="tabs" aria-label="Contents">
      {tabs.map(([tab, label, to]) => {
        const address = site.href(to)
        if (address === undefined) return undefined
        return (
          <a
            href={to.page === 'version' ? `${address}#contents` : address}
            aria-current={tab === current ? 'true' : undefined}
          >
            {label}
          </a>
        )
      })}
    </nav>
  )
}
