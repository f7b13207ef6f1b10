/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { sensitivities } from '../../../contract/model/index.js'
import type { Facts, PathwayFlow } from '../../model/index.js'
import type { ActionRecord, FlowRecord } from '../../store/index.js'
import type { Month, TeamCoverage } from '../compliance/coverage.js'
import { Page } from '../view/page.js'
import { ClassBadge, Figure, Figures, Instant, Table } from '../view/parts.js'
import type { Site } from '../view/site.js'
import { counted, percent, shown } from '../view/text.js'

const rowsShown = 100

export interface ComplianceView {
  readonly contracts: number
  readonly total: Facts
  readonly byNamespace: readonly TeamCoverage[]
  readonly byOwner: readonly TeamCoverage[]
  readonly refused: readonly ActionRecord[]
  readonly months: readonly Month[]
  readonly flows: readonly FlowRecord[]
}

/** How far contracts say whose data they touch and how sensitive it is, and where that data goes. */
export function CompliancePage({ site, view }: { readonly site: Site; readonly view: ComplianceView }) {
  const { contracts, total, byNamespace, byOwner, refused, months, flows } = view
  return (
    <Page site={site} title="Compliance" section="compliance">
      <h1>Compliance</h1>
      <Figures>
        <Figure name={contracts === 1 ? 'contract' : 'contracts'} value={contracts.toLocaleString('en-US')} />
        <Figure
          name={`of ${counted(total.operations, 'operation')} have a scope`}
          value={`${percent(total.scoped, total.operations)} %`}
        />
        <Figure
          name={`of ${counted(total.fields, 'field')} are classified`}
          value={`${percent(total.classified, total.fields)} %`}
        />
      </Figures>
      <h2>Coverage</h2>
      <CoverageTable label="By namespace" head="Namespace" rows={byNamespace} />
      <CoverageTable label="By owner" head="Owner" rows={byOwner} />
      <h2>Across tenant boundaries</h2>
      <Pathways site={site} flows={flows} />
      <h2>Across regions</h2>
      <Regions site={site} flows={flows} />
      <h2>Refused publications</h2>
      {refused.length === 0 ? (
        <p class="soft">None has been refused.</p>
      ) : (
        <Table label="Refused publications" head={['Version', 'When', 'By']}>
          {refused.map(({ subject, at, actor }) => (
            <tr>
              <th scope="row">{shown(subject, 310)}</th>
              <td>
                <Instant at={at} />
              </td>
              <td>{shown(actor, 100)}</td>
            </tr>
          ))}
        </Table>
      )}
      <h2>Month by month</h2>
      <Trend months={months} />
    </Page>
  )
}

function CoverageTable(props: {
  readonly label: string
  readonly head: string
  readonly rows: readonly TeamCoverage[]
}) {
  const { label, head, rows } = props
  return (
    <>
      <Table
        label={label}
        numbers={['Contracts', 'Operations', 'Fields']}
        head={[head, 'Contracts', 'Operations', 'with a scope', 'Fields', 'classified']}
      >
        {rows.slice(0, rowsShown).map(({ team, contracts, facts }) => (
          <tr>
            <th scope="row">{team === undefined ? 'nobody' : shown(team, 100)}</th>
            <td class="number">{contracts}</td>
            <td class="number">{facts.operations}</td>
            <td>
              <Share part={facts.scoped} whole={facts.operations} />
            </td>
            <td class="number">{facts.fields}</td>
            <td>
              <Share part={facts.classified} whole={facts.fields} />
            </td>
          </tr>
        ))}
      </Table>
      {rows.length > rowsShown && <p class="soft">and {rows.length - rowsShown} more</p>}
    </>
  )
}

function Share({ part, whole }: { readonly part: number; readonly whole: number }) {
  const share = percent(part, whole)
  return (
    <span class="share">
      <svg width="60" height="8" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="whole" width="100" height="8" />
        <rect class="part" width={share} height="8" />
      </svg>{' '}
      {share} %
    </span>
  )
}

function Pathways({ site, flows }: { readonly site: Site; readonly flows: readonly FlowRecord[] }) {
  const rows = flows.flatMap(({ namespace, name, flows: { pathways } }) =>
    pathways.map((pathway) => ({ namespace, name, pathway })),
  )
  if (rows.length === 0) return <p class="soft">No contract names a way across one.</p>
  return (
    <Table
      label="Pathways"
      head={['Contract', 'Pathway', 'From', 'To', 'Needs', 'Carries', 'Allowed at most', 'Purpose']}
    >
      {rows.slice(0, rowsShown).map(({ namespace, name, pathway }) => (
        <tr>
          <th scope="row">
            <a href={site.href({ page: 'contract', namespace, name })}>
              {namespace}/{name}
            </a>
          </th>
          <td>{shown(pathway.id, 100)}</td>
          <td>{shown(pathway.from, 60)}</td>
          <td>{shown(pathway.to, 60)}</td>
          <td>a {pathway.requires === 'grant' ? 'grant' : 'contract of terms'}</td>
          <td>
            <ClassBadge sensitivity={pathway.sensitivity} /> {pathway.categories.join(', ')}
          </td>
          <td>
            {pathway.ceiling ?? 'not said'}{' '}
            {isAboveCeiling(pathway) && <strong class="alert">✖ it carries more</strong>}
          </td>
          <td class="soft">{shown(pathway.purpose, 160)}</td>
        </tr>
      ))}
    </Table>
  )
}

const rising: readonly string[] = sensitivities

function isAboveCeiling({ sensitivity, ceiling }: PathwayFlow): boolean {
  return sensitivity !== undefined && ceiling !== undefined && rising.indexOf(sensitivity) > rising.indexOf(ceiling)
}

function Regions({ site, flows }: { readonly site: Site; readonly flows: readonly FlowRecord[] }) {
  const rows = flows.filter(({ flows: { regions, transfers } }) => regions.length + transfers.length > 0)
  const silent = flows.length - rows.length
  return (
    <>
      {rows.length > 0 && (
        <Table label="Regions" head={['Contract', 'Data of tenants', 'Stays in', 'May be carried to']}>
          {rows.slice(0, rowsShown).map(({ namespace, name, flows: { regions, transfers, ofTenants } }) => (
            <tr>
              <th scope="row">
                <a href={site.href({ page: 'contract', namespace, name })}>
                  {namespace}/{name}
                </a>
              </th>
              <td>
                <ClassBadge sensitivity={ofTenants.out.sensitivity} />
              </td>
              <td>{shown(regions.join(', '), 200)}</td>
              <td>{transfers.length === 0 ? 'nowhere else' : shown(transfers.join(', '), 200)}</td>
            </tr>
          ))}
        </Table>
      )}
      {silent > 0 && <p class="soft">{counted(silent, 'contract says', 'contracts say')} nothing of regions.</p>}
    </>
  )
}

function Trend({ months }: { readonly months: readonly Month[] }) {
  if (months.length === 0) return <p class="soft">Nothing has been published yet.</p>
  return (
    <Table
      label="Month by month"
      numbers={['Published', 'Sent to a review', 'Refused']}
      head={['Month', 'Published', 'Sent to a review', 'Refused', 'Scoped', 'Classified']}
    >
      {months.map(({ month, published, waited, refused, facts }) => (
        <tr>
          <th scope="row">{month}</th>
          <td class="number">{published}</td>
          <td class="number">{waited}</td>
          <td class="number">{refused}</td>
          <td>{facts ? <Share part={facts.scoped} whole={facts.operations} /> : '–'}</td>
          <td>{facts ? <Share part={facts.classified} whole={facts.fields} /> : '–'}</td>
        </tr>
      ))}
    </Table>
  )
}
