import {
  type ContractDetail,
  listContracts,
  search,
  showContract,
  showVersion,
  type VerifiedProvenance,
  type VersionDetail,
} from '../../../api/catalog/contracts.js'
import { diagnostic } from '../../../diagnostic/index.js'
import type { Style } from '../../../diagnostic/render/style.js'
import { parseCoordinates } from '../../../util/coordinates.js'
import { printable } from '../../../util/printable.js'
import type { CatalogFlags } from '../flags.js'
import { gateText } from './gate-text.js'
import { table } from './table.js'
import { refuse, withSession } from './with-session.js'

export function runList(flags: CatalogFlags & { readonly namespace?: string | undefined }): Promise<number> {
  return withSession(flags, (session) => listContracts(session, flags), {
    text: ({ items }) =>
      items.length === 0
        ? 'There are no contracts.\n'
        : table(
            items.map(({ namespace, name, protocol, latest, versions, title }) => [
              `${namespace}/${name}`,
              latest ?? '-',
              `${versions} ${versions === 1 ? 'version' : 'versions'}`,
              protocol,
              title,
            ]),
          ),
  })
}

export async function runShow(contract: string, flags: CatalogFlags): Promise<number> {
  const text = contract.replace(/^catalog:/, '')
  const coordinates = parseCoordinates(text)
  if (coordinates) return withSession(flags, (session) => showVersion(session, coordinates), { text: versionText })
  const version0 = parseCoordinates(`${text}@0`)
  if (version0) {
    const { namespace, name } = version0
    return withSession(flags, (session) => showContract(session, { namespace, name }), { text: contractText })
  }
  const problem = `\`${contract}\` is neither NAMESPACE/NAME nor NAMESPACE/NAME@VERSION`
  return refuse([diagnostic('TK6005', { problem, command: 'catalog show' })], flags)
}

export function runSearch(
  words: readonly string[],
  flags: CatalogFlags & {
    readonly kind?: string | undefined
    readonly class?: string | undefined
    readonly limit?: number | undefined
  },
): Promise<number> {
  return withSession(flags, (session) => search(session, { words, ...flags }), {
    text: ({ items }) =>
      items.length === 0
        ? 'Nothing is found.\n'
        : table(
            items.map(({ kind, namespace, name, version, label, scope, sensitivity, category }) => [
              `${namespace}/${name}@${version}`,
              kind,
              label,
              [scope, sensitivity, category].filter((mark) => mark !== undefined).join(' '),
            ]),
          ),
  })
}

function contractText({ contract, versions, deployments, consumers }: ContractDetail, style: Style): string {
  const { namespace, name, title, owner, protocol } = contract
  const heading = `${style.strong(`${namespace}/${name}`)}  ${printable(title)}  ${style.faint(protocol)}\n`
  const deployed = (version: string): string =>
    deployments
      .filter(({ participant }) => participant.version === version)
      .map(({ environment }) => environment)
      .join(', ')
  const rows = versions.map(({ version, state, released, publishedAt, publishedBy }) => [
    `  ${version}`,
    state,
    released ? 'released' : '',
    deployed(version),
    publishedAt.slice(0, 10),
    publishedBy,
  ])
  const users = consumers.map(({ namespace: space, name: user, version, operations }) => [
    `  ${space}/${user}@${version}`,
    operations.map(({ operation }) => operation).join(', '),
  ])
  return [
    heading,
    owner === undefined ? '' : `owned by ${printable(owner)}\n`,
    '\nVersions\n',
    table(rows),
    users.length === 0 ? '' : `\nUsed by\n${table(users)}`,
  ].join('')
}

function versionText(
  { namespace, name, title, version, provenance, facts, report }: VersionDetail,
  style: Style,
): string {
  const percent = (part: number, all: number): string => (all === 0 ? '-' : `${Math.floor((part / all) * 100)} %`)
  const from = [provenance?.repository, provenance?.commit?.slice(0, 12), provenance?.workflow].filter(
    (one) => one !== undefined,
  )
  const verified = provenance?.verified
  return [
    `${style.strong(`${namespace}/${name}@${version.version}`)}  ${printable(title)}\n`,
    table([
      ['  state', `${version.state}${version.released ? ', released' : ''}`],
      ['  digest', version.digest],
      ['  published', `${version.publishedAt} by ${version.publishedBy}`],
      ...(from.length === 0 ? [] : [['  from', from.join(' ')]]),
      ...(verified ? [['  verified', verifiedText(verified)]] : []),
      ['  operations', `${facts.operations}, ${percent(facts.scoped, facts.operations)} with a scope`],
      ['  fields', `${facts.fields}, ${percent(facts.classified, facts.fields)} with a class`],
    ]),
    '\n',
    gateText(report, style),
  ].join('')
}

/** What an issuer has signed of the job that published it. */
function verifiedText({ issuer, trust, ref, environment, run, runner }: VerifiedProvenance): string {
  const rest = [ref, environment, run === undefined ? undefined : `run ${run}`, runner]
  return [`by ${issuer} (policy ${trust})`, ...rest.filter((one) => one !== undefined)].join(', ')
}
