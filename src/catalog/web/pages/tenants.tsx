/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { FlowRecord } from '../../store/index.js'
import type { FlowEdge } from '../map/flow-graph.js'
import { Page } from '../view/page.js'
import { ClassBadge, Table } from '../view/parts.js'
import type { Site } from '../view/site.js'
import { shown } from '../view/text.js'

const rowsShown = 100

export interface TenantsView {
  readonly flows: readonly FlowRecord[]
  /** What consumers get of contracts. */
  readonly uses: readonly FlowEdge[]
  readonly isPart: boolean
}

/** For tenants: which data about them is where, and who gets it. In words that need no knowledge of contracts. */
export function TenantsPage({
  site,
  view: { flows, uses, isPart },
}: {
  readonly site: Site
  readonly view: TenantsView
}) {
  const holding = flows.filter(({ flows: { ofTenants } }) => ofTenants.out.sensitivity ?? ofTenants.in.sensitivity)
  const across = flows.flatMap(({ flows: { owner, pathways } }) => pathways.map((pathway) => ({ owner, pathway })))
  return (
    <Page site={site} title="What is known of tenants" section="tenants">
      <h1>What is known of tenants</h1>
      <p class="lead">
        For those whose data it is: what services keep about them, where it is, and who else gets it. Services say so
        themselves, in the contracts that they publish.
      </p>
      {isPart && (
        <p class="alert" role="status">
          There are more contracts than one page shows.
        </p>
      )}
      <h2>What is kept</h2>
      {holding.length === 0 ? (
        <p class="soft">No service says that it keeps classified data of tenants.</p>
      ) : (
        <Table
          label="What is kept"
          head={['Service', 'Who answers for it', 'It takes in', 'It gives out', 'Where it stays']}
        >
          {holding.slice(0, rowsShown).map(({ namespace, name, flows: { owner, ofTenants, regions, transfers } }) => (
            <tr>
              <th scope="row">
                <a href={site.href({ page: 'contract', namespace, name })}>
                  {namespace}/{name}
                </a>
              </th>
              <td>{owner === undefined ? 'not named' : shown(owner, 100)}</td>
              <td>
                <Carried {...ofTenants.in} />
              </td>
              <td>
                <Carried {...ofTenants.out} />
              </td>
              <td>
                {regions.length === 0 ? 'not said' : shown(regions.join(', '), 200)}
                {transfers.length > 0 && `; may go to ${shown(transfers.join(', '), 200)}`}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <h2>Which other tenants get it</h2>
      {across.length === 0 ? (
        <p class="soft">None.</p>
      ) : (
        <Table label="Which other tenants get it" head={['Who has it', 'Who gets it', 'What', 'What for', 'Only with']}>
          {across.slice(0, rowsShown).map(({ pathway }) => (
            <tr>
              <th scope="row">{shown(pathway.from, 60)}</th>
              <td>{shown(pathway.to, 60)}</td>
              <td>
                <Carried {...pathway} />
              </td>
              <td>{shown(pathway.purpose, 200)}</td>
              <td>{pathway.requires === 'grant' ? 'the permission of the one who has it' : 'agreed terms'}</td>
            </tr>
          ))}
        </Table>
      )}
      <h2>Which applications get it</h2>
      {uses.length === 0 ? (
        <p class="soft">No application has said that it does.</p>
      ) : (
        <Table label="Which applications get it" head={['Application', 'From', 'Highest class']}>
          {uses.slice(0, rowsShown).map(({ from, to, sensitivity }) => (
            <tr>
              <th scope="row">{shown(to.slice('consumer '.length), 210)}</th>
              <td>{shown(from.slice('contract '.length), 210)}</td>
              <td>
                <ClassBadge sensitivity={sensitivity} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Page>
  )
}

function Carried({
  sensitivity,
  categories,
}: {
  readonly sensitivity?: string
  readonly categories: readonly string[]
}) {
  if (sensitivity === undefined && categories.length === 0) return <span class="soft">nothing classified</span>
  return (
    <>
      <ClassBadge sensitivity={sensitivity} /> {categories.join(', ')}
    </>
  )
}
