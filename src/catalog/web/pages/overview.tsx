/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { categories, sensitivities, tenantScopes } from '../../../contract/model/index.js'
import type { BrowsedContract } from '../../service/index.js'
import type { EntryTraits, SearchHit } from '../../store/index.js'
import type { OverviewQuery, Place } from '../address/place.js'
import { Page } from '../view/page.js'
import { ClassBadge, Pages, ScopeBadge } from '../view/parts.js'
import type { Site } from '../view/site.js'
import { counted, shown } from '../view/text.js'

export interface Overview {
  readonly query: OverviewQuery
  readonly namespaces: readonly string[]
  /** Contracts, when nothing in them is looked for. */
  readonly contracts?: readonly BrowsedContract[]
  /** What was found in them. */
  readonly hits?: readonly SearchHit[]
  readonly next?: Place
}

/** What there is, to be searched and narrowed down. */
export function OverviewPage({ site, overview }: { readonly site: Site; readonly overview: Overview }) {
  const { query, contracts, hits, next } = overview
  const isFirst = query.after === undefined && (query.offset ?? 0) === 0
  const { after: _, offset: __, ...start } = query
  return (
    <Page
      site={site}
      title={query.q === undefined ? 'Contracts' : `Search for ${shown(query.q, 60)}`}
      section="contracts"
      script={site.index !== undefined}
    >
      <h1>Contracts</h1>
      {site.index === undefined ? <Search site={site} overview={overview} /> : <FolderSearch site={site} />}
      {contracts && <ContractList site={site} contracts={contracts} isNarrowed={isNarrowed(query)} />}
      {hits && <HitList site={site} hits={hits} />}
      <Pages site={site} first={isFirst ? undefined : { page: 'overview', ...start }} next={next} />
    </Page>
  )
}

function isNarrowed({ after: _, offset: __, ...query }: OverviewQuery): boolean {
  return Object.values(query).some((value) => value !== undefined && value !== '')
}

function Search({ site, overview }: { readonly site: Site; readonly overview: Overview }) {
  const { query, namespaces } = overview
  return (
    <form class="search" method="get" action={site.href({ page: 'overview' })} role="search">
      <label class="words">
        <span>Search</span>
        <input type="search" name="q" value={query.q ?? ''} maxlength={200} autocomplete="off" spellcheck={false} />
      </label>
      <Choice
        label="Look for"
        name="kind"
        value={query.kind}
        options={[
          ['contract', 'contracts'],
          ['operation', 'operations'],
          ['field', 'fields'],
        ]}
      />
      <label>
        <span>Namespace</span>
        <input name="namespace" value={query.namespace ?? ''} list="namespaces" maxlength={100} autocomplete="off" />
      </label>
      <datalist id="namespaces">
        {namespaces.slice(0, 200).map((name) => (
          <option value={name}></option>
        ))}
      </datalist>
      <Choice
        label="Standard"
        name="protocol"
        value={query.protocol}
        options={[
          ['openapi', 'OpenAPI'],
          ['asyncapi', 'AsyncAPI'],
        ]}
      />
      <Choice label="Scope" name="scope" value={query.scope} options={tenantScopes.map((name) => [name, name])} />
      <Choice
        label="Data class"
        name="class"
        value={query.class}
        options={[...sensitivities, ...categories].map((name) => [name, name])}
      />
      <button>Show</button>
      {isNarrowed(query) && <a href={site.href({ page: 'overview' })}>Show all</a>}
    </form>
  )
}

/** Found and shown by the script; without it the list is all there is. */
function FolderSearch({ site }: { readonly site: Site }) {
  return (
    <div class="search" data-search={site.href({ page: 'asset', name: site.index ?? '' })} hidden>
      <label class="words">
        <span>Search</span>
        <input type="search" maxlength={200} autocomplete="off" spellcheck={false} />
      </label>
      <output></output>
      <ul class="hits"></ul>
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly name: string
  readonly value: string | undefined
  readonly options: readonly (readonly [value: string, label: string])[]
}

function Choice({ label, name, value, options }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="">all</option>
        {options.map(([option, text]) => (
          <option value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

function ContractList({
  site,
  contracts,
  isNarrowed: narrowed,
}: {
  readonly site: Site
  readonly contracts: readonly BrowsedContract[]
  readonly isNarrowed: boolean
}) {
  if (contracts.length === 0) {
    return <p class="empty">{narrowed ? 'No contract is like that.' : 'No contract has been published yet.'}</p>
  }
  return (
    <ul class="cards">
      {contracts.map(({ contract, traits }) => {
        const { namespace, name, title, protocol, latest, owner, versions } = contract
        return (
          <li>
            <h2>
              <a href={site.href({ page: 'contract', namespace, name })}>
                <span class="namespace">{namespace}/</span>
                {name}
              </a>
            </h2>
            <p class="title">{shown(title)}</p>
            <p class="facts">
              {latest === undefined ? 'nothing published' : <span class="version">{latest}</span>}
              {` · ${protocol === 'openapi' ? 'OpenAPI' : 'AsyncAPI'} · ${counted(versions, 'version')}`}
              {owner !== undefined && ` · ${shown(owner)}`}
            </p>
            {traits && <Traits traits={traits} />}
          </li>
        )
      })}
    </ul>
  )
}

const declaredScopes: readonly string[] = tenantScopes
const risingSensitivities: readonly string[] = sensitivities

/** Scopes as they are declared; of what is classified the highest two, since they decide who may see it. */
function Traits({ traits: { scopes, sensitivities: found } }: { readonly traits: EntryTraits }) {
  const highest = risingSensitivities
    .filter((name) => found.has(name))
    .reverse()
    .slice(0, 2)
  return (
    <ul class="badges">
      {declaredScopes
        .filter((name) => scopes.has(name))
        .map((name) => (
          <li>
            <ScopeBadge scope={name} />
          </li>
        ))}
      {highest.map((name) => (
        <li>
          <ClassBadge sensitivity={name} /> <span class="number">{counted(found.get(name) ?? 0, 'field')}</span>
        </li>
      ))}
    </ul>
  )
}

function HitList({ site, hits }: { readonly site: Site; readonly hits: readonly SearchHit[] }) {
  if (hits.length === 0) return <p class="empty">Nothing is like that.</p>
  return (
    <ul class="hits">
      {hits.map(({ kind, label, namespace, name, version, scope, sensitivity, category, part }) => (
        <li>
          <p>
            <span class="kind">{kind}</span>{' '}
            {part ? (
              <a href={site.href({ page: 'part', namespace, name, version, ...part })}>
                <code>{shown(label, 300)}</code>
              </a>
            ) : (
              <code>{shown(label, 300)}</code>
            )}{' '}
            {scope !== undefined && <ScopeBadge scope={scope} />}{' '}
            {(sensitivity !== undefined || category !== undefined) && (
              <ClassBadge sensitivity={sensitivity} category={category} />
            )}
          </p>
          <p class="where">
            <a href={site.href({ page: 'version', namespace, name, version })}>
              {namespace}/{name} {version}
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}
