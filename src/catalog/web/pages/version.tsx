/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { CatalogEntry, Coordinates, GateReport } from '../../model/index.js'
import type { VersionDetail } from '../../service/index.js'
import type { VersionList } from '../address/place.js'
import { ContractTrail } from '../view/contract-trail.js'
import { Page } from '../view/page.js'
import {
  ClassBadge,
  Figure,
  Figures,
  Instant,
  OutcomeMark,
  Pages,
  ScopeBadge,
  StateBadge,
  Table,
} from '../view/parts.js'
import { Provenance } from '../view/provenance.js'
import type { Site } from '../view/site.js'
import { counted, shown } from '../view/text.js'
import { Coverage } from './contract.js'
import { VersionTabs } from './version-tabs.js'

export const entriesShown = 100

export interface VersionView {
  readonly detail: VersionDetail
  readonly list: VersionList
  readonly offset: number
  /** One more than is shown, where there are more. */
  readonly entries: readonly CatalogEntry[]
}

/** One version: what it consists of, what the gate said of it, and where it came from. */
export function VersionPage({ site, view }: { readonly site: Site; readonly view: VersionView }) {
  const { contract, version, report } = view.detail
  const { namespace, name } = contract
  return (
    <Page site={site} title={`${namespace}/${name} ${version.version}`} section="contracts">
      <ContractTrail site={site} namespace={namespace} name={name} />
      <h1>
        {name} <span class="version">{version.version}</span>
      </h1>
      <p class="lead">
        {shown(version.title)} <StateBadge state={version.state} />{' '}
        {version.released && <span class="badge state published">released</span>}{' '}
        {version.lifecycle !== undefined && <span class="badge">{shown(version.lifecycle, 40)}</span>}
      </p>
      {version.state === 'pending' && site.index === undefined && (
        <p>
          <a class="button" href={site.href({ page: 'review', namespace, name, version: version.version })}>
            To the review
          </a>
        </p>
      )}
      <Figures>
        <Figure name="Published" value={<Instant at={version.publishedAt} />} />
        <Figure name="By" value={version.publishedBy} />
        <Coverage version={version} />
      </Figures>
      <Provenance provenance={version.provenance} digest={version.digest} />
      <Entries site={site} view={view} />
      <h2>What the gate said</h2>
      <GateView site={site} coordinates={version} report={report} />
    </Page>
  )
}

function Entries({
  site,
  view: { detail, list, offset, entries },
}: {
  readonly site: Site
  readonly view: VersionView
}) {
  const { namespace, name, version } = detail.version
  const place = (each: VersionList) => ({ page: 'version', namespace, name, version, list: each }) as const
  const entriesOnPage = entries.slice(0, entriesShown)
  return (
    <>
      <h2 id="contents">Contents</h2>
      <VersionTabs site={site} coordinates={detail.version} current={list} />
      {entriesOnPage.length === 0 ? (
        <p class="soft">There are none.</p>
      ) : list === 'operations' ? (
        <OperationTable site={site} coordinates={detail.version} entries={entriesOnPage} />
      ) : (
        <FieldTable site={site} coordinates={detail.version} entries={entriesOnPage} />
      )}
      <Pages
        site={site}
        first={offset > 0 ? place(list) : undefined}
        next={entries.length > entriesShown ? { ...place(list), offset: offset + entriesShown } : undefined}
      />
    </>
  )
}

interface EntriesProps {
  readonly site: Site
  readonly coordinates: Coordinates
  readonly entries: readonly CatalogEntry[]
}

/** What an entry is called, with a link to the page that shows it. */
function EntryName({
  site,
  coordinates,
  entry: { label, part },
}: Omit<EntriesProps, 'entries'> & { readonly entry: CatalogEntry }) {
  const { namespace, name, version } = coordinates
  const title = <code>{shown(label, 300)}</code>
  const address = part && site.href({ page: 'part', namespace, name, version, ...part })
  return address === undefined ? title : <a href={address}>{title}</a>
}

function OperationTable({ entries, ...props }: EntriesProps) {
  return (
    <Table label="Operations" head={['Operation', 'Scope', 'Highest class', 'What it is']}>
      {entries.map((entry) => (
        <tr>
          <th scope="row">
            <EntryName {...props} entry={entry} />
          </th>
          <td>
            {entry.scope === undefined ? <span class="badge none">no scope</span> : <ScopeBadge scope={entry.scope} />}
          </td>
          <td>
            <ClassBadge sensitivity={entry.sensitivity} />
          </td>
          <td class="soft">{shown(entry.text.replaceAll('\n', ' · '), 160)}</td>
        </tr>
      ))}
    </Table>
  )
}

function FieldTable({ entries, ...props }: EntriesProps) {
  return (
    <Table label="Fields" head={['Field', 'Class', 'What it is']}>
      {entries.map((entry) => (
        <tr>
          <th scope="row">
            <EntryName {...props} entry={entry} />
          </th>
          <td>
            <ClassBadge sensitivity={entry.sensitivity} category={entry.category} />
          </td>
          <td class="soft">{shown(entry.text.split('\n').slice(1).join(' · '), 160)}</td>
        </tr>
      ))}
    </Table>
  )
}

/** Each check with its outcome, and each version that was compared. */
export function GateView({
  site,
  coordinates: { namespace, name, version },
  report,
}: {
  readonly site: Site
  readonly coordinates: Coordinates
  readonly report: GateReport
}) {
  return (
    <>
      <Table label="Checks of the gate" head={['Check', 'Outcome', 'Why']}>
        {report.checks.map(({ name: check, outcome, message, details = [] }) => (
          <tr>
            <th scope="row">{check}</th>
            <td>
              <OutcomeMark outcome={outcome} />
            </td>
            <td>
              {shown(message)}
              {details.length > 0 && (
                <ul class="details">
                  {details.slice(0, 40).map((line) => (
                    <li>{shown(line, 400)}</li>
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {report.comparisons.length > 0 && (
        <Table
          label="Comparisons"
          numbers={['Breaks', 'In use']}
          head={['Compared with', 'Because it is', 'Direction', 'Breaks', 'In use', 'Changes']}
        >
          {report.comparisons.map(({ baseline, because, direction, breaking, used }) => {
            const [before, after] = direction === 'backward' ? [baseline, version] : [version, baseline]
            return (
              <tr>
                <th scope="row">{baseline}</th>
                <td>{shown(because.join(', '), 200)}</td>
                <td>{direction}</td>
                <td class="number">{breaking}</td>
                <td class="number">{direction === 'forward' ? '–' : used}</td>
                <td>
                  <a href={site.href({ page: 'changes', namespace, name, before, after })}>
                    {counted(breaking, 'break')}, payloads
                  </a>
                </td>
              </tr>
            )
          })}
        </Table>
      )}
    </>
  )
}
