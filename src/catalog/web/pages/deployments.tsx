/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { DeployVerdict } from '../../deploy/index.js'
import type { ContractUse } from '../../model/index.js'
import type { ConsumerRecord, DeploymentRecord, Participant } from '../../store/index.js'
import { Page } from '../view/page.js'
import { Table } from '../view/parts.js'
import type { Site } from '../view/site.js'
import { shown } from '../view/text.js'
import { Uses } from './contract.js'

const environmentsShown = 12
const participantsShown = 200

/** A question whether something can be deployed, as it was asked. */
export interface DeployQuestion {
  readonly environment: string
  readonly kind: string
  /** `namespace/name@version`. */
  readonly subject: string
}

export interface DeploymentsView {
  readonly deployments: readonly DeploymentRecord[]
  readonly consumers: readonly { readonly consumer: ConsumerRecord; readonly uses: readonly ContractUse[] }[]
  /** Only this one, when it is asked for. */
  readonly environment?: string | undefined
  readonly question?: DeployQuestion | undefined
  readonly verdict?: DeployVerdict | undefined
  /** Why there is no verdict. */
  readonly problem?: string | undefined
}

/** What runs where, who uses what, and whether something can go there. */
export function DeploymentsPage({ site, view }: { readonly site: Site; readonly view: DeploymentsView }) {
  const { deployments, consumers } = view
  const environments = [...new Set(deployments.map(({ environment }) => environment))]
  return (
    <Page site={site} title="Deployments" section="deployments">
      <h1>Deployments</h1>
      <Question site={site} view={view} environments={environments} />
      <h2>What runs where</h2>
      {deployments.length === 0 ? (
        <p class="soft">No deployment has been recorded.</p>
      ) : (
        <Matrix site={site} deployments={deployments} environments={environments} />
      )}
      {environments.length > 1 && view.environment === undefined && (
        <p class="soft">
          Only{' '}
          {environments.slice(0, environmentsShown).map((environment, index) => (
            <>
              {index > 0 && ', '}
              <a href={site.href({ page: 'deployments', environment })}>{environment}</a>
            </>
          ))}
        </p>
      )}
      {view.environment !== undefined && (
        <p class="soft">
          <a href={site.href({ page: 'deployments' })}>All environments</a>
        </p>
      )}
      <h2>Who uses what</h2>
      <Consumers site={site} consumers={consumers} />
    </Page>
  )
}

function Question({
  site,
  view: { question, verdict, problem, environment },
  environments,
}: {
  readonly site: Site
  readonly view: DeploymentsView
  readonly environments: readonly string[]
}) {
  return (
    <section aria-labelledby="question">
      <h2 id="question">Can it be deployed?</h2>
      <form class="inline" method="get" action={site.href({ page: 'deployments' })}>
        <label>
          <span>What</span>
          <select name="kind">
            <option value="contract">a contract</option>
            <option value="consumer" selected={question?.kind === 'consumer'}>
              a consumer
            </option>
          </select>
        </label>
        <label>
          <span>Its version</span>
          <input
            name="subject"
            required
            maxlength={310}
            placeholder="shop/orders@1.4.0"
            value={question?.subject ?? ''}
          />
        </label>
        <label>
          <span>Environment</span>
          <input
            name="to"
            required
            maxlength={100}
            list="environments"
            value={question?.environment ?? environment ?? environments[0] ?? ''}
          />
        </label>
        <datalist id="environments">
          {environments.slice(0, 100).map((name) => (
            <option value={name}></option>
          ))}
        </datalist>
        <button>Ask</button>
      </form>
      {problem !== undefined && (
        <p class="alert" role="alert">
          {problem}
        </p>
      )}
      {question && verdict && <Verdict question={question} verdict={verdict} />}
    </section>
  )
}

function Verdict({ question, verdict }: { readonly question: DeployQuestion; readonly verdict: DeployVerdict }) {
  return (
    <div role="status">
      <p class={`lead outcome ${verdict.deployable ? 'passed' : 'refused'}`}>
        {verdict.deployable ? '✓ Yes: ' : '✖ No: '}
        {question.subject} {verdict.deployable ? 'can' : 'cannot'} be deployed to {question.environment}.
      </p>
      {verdict.reasons.length > 0 ? (
        <Table label="Reasons" head={['Consumer', 'Contract', 'Fits', 'Why']}>
          {verdict.reasons.slice(0, participantsShown).map(({ consumer, contract, deployable, message, findings }) => (
            <tr>
              <th scope="row">{consumer}</th>
              <td>{contract}</td>
              <td class={`outcome ${deployable ? 'passed' : 'refused'}`}>{deployable ? '✓ yes' : '✖ no'}</td>
              <td>
                {shown(message)}
                {findings.length > 0 && (
                  <ul class="details">
                    {findings.slice(0, 20).map((line) => (
                      <li>{shown(line, 300)}</li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </Table>
      ) : (
        <p class="soft">Nobody there has to do with it.</p>
      )}
    </div>
  )
}

function Matrix({
  site,
  deployments,
  environments,
}: {
  readonly site: Site
  readonly deployments: readonly DeploymentRecord[]
  readonly environments: readonly string[]
}) {
  const rows = new Map<string, { readonly participant: Participant; readonly versions: Map<string, string> }>()
  for (const { environment, participant } of deployments) {
    const key = `${participant.kind} ${participant.namespace}/${participant.name}`
    const row = rows.get(key) ?? { participant, versions: new Map<string, string>() }
    rows.set(key, row)
    row.versions.set(environment, participant.version)
  }
  const columns = environments.slice(0, environmentsShown)
  return (
    <>
      <Table label="What runs where" head={['What', 'Kind', ...columns]}>
        {[...rows.values()].slice(0, participantsShown).map(({ participant, versions }) => (
          <tr>
            <th scope="row">
              <ParticipantLink site={site} participant={participant} />
            </th>
            <td>{participant.kind}</td>
            {columns.map((environment) => (
              <td class="version">{versions.get(environment) ?? <span class="soft">–</span>}</td>
            ))}
          </tr>
        ))}
      </Table>
      {rows.size > participantsShown && <p class="soft">and {rows.size - participantsShown} more</p>}
    </>
  )
}

function ParticipantLink({ site, participant }: { readonly site: Site; readonly participant: Participant }) {
  const { kind, namespace, name } = participant
  if (kind === 'consumer') return `${namespace}/${name}`
  return (
    <a href={site.href({ page: 'contract', namespace, name })}>
      {namespace}/{name}
    </a>
  )
}

function Consumers({ site, consumers }: { readonly site: Site; readonly consumers: DeploymentsView['consumers'] }) {
  if (consumers.length === 0) return <p class="soft">No consumer has said what it uses.</p>
  return (
    <Table label="Consumers" head={['Consumer', 'Contract', 'What it uses']}>
      {consumers.flatMap(({ consumer, uses }) =>
        uses.slice(0, 20).map((use) => (
          <tr>
            <th scope="row">
              {consumer.namespace}/{consumer.name} <span class="version">{consumer.version}</span>
            </th>
            <td>
              <a href={site.href({ page: 'contract', namespace: use.namespace, name: use.name })}>
                {use.namespace}/{use.name} {use.version}
              </a>
            </td>
            <td>
              <Uses operations={use.operations} />
            </td>
          </tr>
        )),
      )}
    </Table>
  )
}
