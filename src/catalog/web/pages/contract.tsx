/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { ContractDetail } from '../../service/index.js'
import type { VersionRecord } from '../../store/index.js'
import { Page } from '../view/page.js'
import { Figure, Figures, Instant, Pages, StateBadge, Table, Trail } from '../view/parts.js'
import type { Site } from '../view/site.js'
import { counted, percent, shown } from '../view/text.js'

const versionsShown = 100

export interface ContractView {
  readonly detail: ContractDetail
  /** Versions that are left out, the newest ones. */
  readonly offset: number
}

/** A contract: who owns it, which versions there are, where they run, and who uses them. */
export function ContractPage({ site, view: { detail, offset } }: { readonly site: Site; readonly view: ContractView }) {
  const { contract, versions, deployments, consumers } = detail
  const { namespace, name } = contract
  const latest = versions.find(({ version }) => version === contract.latest)
  const place = { page: 'contract', namespace, name } as const
  return (
    <Page site={site} title={`${namespace}/${name}`} section="contracts">
      <Trail>
        <a href={site.href({ page: 'overview', namespace })}>{namespace}</a>
      </Trail>
      <h1>{name}</h1>
      <p class="lead">{shown(contract.title)}</p>
      <Figures>
        <Figure name="Newest version" value={contract.latest ?? 'none yet'} />
        <Figure name="Standard" value={contract.protocol === 'openapi' ? 'OpenAPI' : 'AsyncAPI'} />
        <Figure name="Owner" value={contract.owner === undefined ? 'not named' : shown(contract.owner, 100)} />
        <Figure name="Lifecycle" value={latest?.lifecycle ?? 'not named'} />
        {latest && <Coverage version={latest} />}
      </Figures>

      <h2>Versions</h2>
      <VersionTable site={site} versions={versions} offset={offset} />
      <Pages
        site={site}
        first={offset > 0 ? place : undefined}
        next={versions.length > offset + versionsShown ? { ...place, offset: offset + versionsShown } : undefined}
      />
      {versions.length > 1 && site.index === undefined && <CompareForm site={site} detail={detail} />}

      <h2>Where it runs</h2>
      {deployments.length === 0 ? (
        <p class="soft">No deployment has been recorded.</p>
      ) : (
        <Table label="Deployments" head={['Environment', 'Version', 'Since', 'Recorded by']}>
          {deployments.map(({ environment, participant: { version }, at, by }) => (
            <tr>
              <th scope="row">
                <a href={site.href({ page: 'deployments', environment })}>{environment}</a>
              </th>
              <td>
                <a href={site.href({ page: 'version', namespace, name, version })}>{version}</a>
              </td>
              <td>
                <Instant at={at} />
              </td>
              <td>{by}</td>
            </tr>
          ))}
        </Table>
      )}

      <h2>Who uses it</h2>
      {consumers.length === 0 ? (
        <p class="soft">No consumer has said that it uses this contract.</p>
      ) : (
        <Table label="Consumers" head={['Consumer', 'Built with', 'What it uses']}>
          {consumers.slice(0, 200).map((consumer) => (
            <tr>
              <th scope="row">
                {consumer.namespace}/{consumer.name} <span class="version">{consumer.version}</span>
              </th>
              <td>
                <a href={site.href({ page: 'version', namespace, name, version: consumer.contractVersion })}>
                  {consumer.contractVersion}
                </a>
              </td>
              <td>
                <Uses operations={consumer.operations} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Page>
  )
}

export function Coverage({ version: { facts } }: { readonly version: VersionRecord }) {
  const { operations, scoped, fields, classified } = facts
  return (
    <>
      <Figure name={`of ${counted(operations, 'operation')} have a scope`} value={`${percent(scoped, operations)} %`} />
      <Figure name={`of ${counted(fields, 'field')} are classified`} value={`${percent(classified, fields)} %`} />
    </>
  )
}

function VersionTable({
  site,
  versions,
  offset,
}: {
  readonly site: Site
  readonly versions: readonly VersionRecord[]
  readonly offset: number
}) {
  return (
    <Table
      label="Versions"
      numbers={['Scoped', 'Classified']}
      head={['Version', 'State', 'Published', 'By', 'Scoped', 'Classified', 'Changes']}
    >
      {versions.slice(offset, offset + versionsShown).map((record, index) => {
        const { namespace, name, version, facts, state, released } = record
        const before = versions[offset + index + 1]?.version
        return (
          <tr>
            <th scope="row">
              <a href={site.href({ page: 'version', namespace, name, version })}>{version}</a>
            </th>
            <td>
              <StateBadge state={state} /> {released && <span class="badge state published">released</span>}
            </td>
            <td>
              <Instant at={record.publishedAt} />
            </td>
            <td>{record.publishedBy}</td>
            <td class="number">{percent(facts.scoped, facts.operations)} %</td>
            <td class="number">{percent(facts.classified, facts.fields)} %</td>
            <td>
              {before !== undefined && (
                <a href={site.href({ page: 'changes', namespace, name, before, after: version })}>since {before}</a>
              )}
            </td>
          </tr>
        )
      })}
    </Table>
  )
}

function CompareForm({ site, detail }: { readonly site: Site; readonly detail: ContractDetail }) {
  const { namespace, name } = detail.contract
  const versions = detail.versions.slice(0, 500).map(({ version }) => version)
  return (
    <form class="inline" method="get" action={site.href({ page: 'changes', namespace, name, before: '', after: '' })}>
      <VersionChoice label="Compare" name="before" versions={versions} chosen={versions[1]} />
      <VersionChoice label="with" name="after" versions={versions} chosen={versions[0]} />
      <button>Show changes</button>
    </form>
  )
}

function VersionChoice(choice: {
  readonly label: string
  readonly name: string
  readonly versions: readonly string[]
  readonly chosen: string | undefined
}) {
  return (
    <label>
      <span>{choice.label}</span>
      <select name={choice.name}>
        {choice.versions.map((version) => (
          <option selected={version === choice.chosen}>{version}</option>
        ))}
      </select>
    </label>
  )
}

const usesShown = 12

/** Operations, with the fields that are read of each. */
export function Uses({ operations }: { readonly operations: ContractDetail['consumers'][number]['operations'] }) {
  return (
    <ul>
      {operations.slice(0, usesShown).map(({ operation, fields }) => (
        <li>
          <code>{shown(operation, 120)}</code>
          {fields && <span class="soft"> {shown(fields.join(', '), 300)}</span>}
        </li>
      ))}
      {operations.length > usesShown && <li>and {operations.length - usesShown} more</li>}
    </ul>
  )
}
