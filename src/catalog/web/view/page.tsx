/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Place } from '../address/place.js'
import type { Site } from './site.js'

/** What stands in the head of the site. */
export type Section = 'contracts' | 'map' | 'deployments' | 'reviews' | 'compliance' | 'tenants' | 'audit'

interface PageProps {
  readonly site: Site
  readonly title: string
  /** The part of the site that the page belongs to. */
  readonly section?: Section | undefined
  /** Whether it has more to offer where scripts run. Default: false. */
  readonly script?: boolean
  readonly children: Child
}

/** What a server would send with pages; frames cannot be forbidden this way. */
const folderPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; form-action 'none'; base-uri 'none'"

/** The frame of every page. */
export function Page({ site, title, section, script = false, children }: PageProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {site.index !== undefined && <meta http-equiv="content-security-policy" content={folderPolicy} />}
        <title>{`${title} · tenantkit catalog`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={site.href({ page: 'asset', name: site.style })} />
        {script && <script type="module" src={site.href({ page: 'asset', name: site.script })}></script>}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header class="site">
          <a class="mark" href={site.href({ page: 'overview' })}>
            tenantkit <span>catalog</span>
          </a>
          {site.viewer && <Navigation site={site} section={section} />}
          {site.viewer && <Identity site={site} />}
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}

const sections: readonly (readonly [Section, string, Place, needs?: 'audit:read' | 'session'])[] = [
  ['contracts', 'Contracts', { page: 'overview' }],
  ['map', 'Map', { page: 'map' }, 'session'],
  ['deployments', 'Deployments', { page: 'deployments' }],
  ['reviews', 'Reviews', { page: 'reviews' }],
  ['compliance', 'Compliance', { page: 'compliance' }, 'session'],
  ['tenants', 'Tenants', { page: 'tenants' }, 'session'],
  ['audit', 'Audit', { page: 'audit' }, 'audit:read'],
]

function Navigation({ site, section }: Pick<PageProps, 'site' | 'section'>) {
  const { viewer } = site
  const isOpen = (needs: string | undefined) =>
    needs === undefined || (needs === 'session' ? !viewer?.isAnonymous : viewer?.permissions.includes(needs))
  return (
    <nav aria-label="Catalog">
      <ul>
        {sections
          .filter(([, , , needs]) => isOpen(needs))
          .map(([name, label, place]) => (
            <li>
              <a href={site.href(place)} aria-current={name === section ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function Identity({ site }: Pick<PageProps, 'site'>) {
  const { viewer } = site
  if (!viewer) return undefined
  if (viewer.isAnonymous) {
    return (
      <p class="identity">
        {viewer.organisation} · <a href={site.href({ page: 'sign-in' })}>Sign in</a>
      </p>
    )
  }
  return (
    <form class="identity" method="post" action={site.href({ page: 'sign-out' })}>
      <Proof site={site} />
      <span title={viewer.actor}>{viewer.organisation}</span>{' '}
      {viewer.hasAccount && <a href={site.href({ page: 'tokens' })}>Your tokens</a>}{' '}
      <button class="quiet">Sign out</button>
    </form>
  )
}

/** In every form of somebody who has signed in. */
export function Proof({ site }: Pick<PageProps, 'site'>) {
  return <input type="hidden" name="proof" value={site.viewer?.proof ?? ''} />
}
