/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Trail } from './parts.js'
import type { Site } from './site.js'

/** The contract, or the version of it, that a page stands below. */
export function ContractTrail({
  site,
  namespace,
  name,
  version,
}: {
  readonly site: Site
  readonly namespace: string
  readonly name: string
  readonly version?: string
}) {
  return (
    <Trail>
      <a href={site.href({ page: 'overview', namespace })}>{namespace}</a>
      {' / '}
      <a href={site.href({ page: 'contract', namespace, name })}>{name}</a>
      {version !== undefined && (
        <>
          {' / '}
          <a href={site.href({ page: 'version', namespace, name, version })}>{version}</a>
        </>
      )}
    </Trail>
  )
}
