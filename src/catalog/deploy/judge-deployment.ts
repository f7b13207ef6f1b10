import type { DiffReport, Finding } from '../../diff/index.js'
import { oneLine } from '../../util/one-line.js'
import { type ContractUse, type Coordinates, formatCoordinates } from '../model/index.js'
import type { Touches } from '../uses/index.js'

/** A version of a consumer, with what it says that it uses. */
export interface DeployedConsumer {
  readonly coordinates: Coordinates
  readonly uses: readonly ContractUse[]
}

export type DeploySubject =
  | { readonly kind: 'contract'; readonly coordinates: Coordinates }
  | ({ readonly kind: 'consumer' } & DeployedConsumer)

/** What is deployed where the subject is to go, at most one version of each. */
export interface DeployEnvironment {
  readonly contracts: readonly Coordinates[]
  readonly consumers: readonly DeployedConsumer[]
}

export interface ComparedVersions {
  readonly report: DiffReport
  /** Of the version before. */
  readonly touches: Touches
}

/** Compares two versions of one contract; undefined when one of them is not there or cannot be read. */
export type CompareVersions = (before: Coordinates, after: Coordinates) => Promise<ComparedVersions | undefined>

export interface DeployReason {
  readonly deployable: boolean
  /** `namespace/name@version`. */
  readonly consumer: string
  readonly contract: string
  /** One sentence. */
  readonly message: string
  /** One line each. */
  readonly findings: readonly string[]
}

export interface DeployVerdict {
  readonly deployable: boolean
  /** One for each contract that a consumer uses; none when nobody there has to do with the subject. */
  readonly reasons: readonly DeployReason[]
}

/**
 * Whether a version can be deployed beside what is there: a contract, when all consumers there get along with it; a
 * consumer, when every contract that it uses is there in a version that it gets along with. Unknown is denied.
 */
export async function judgeDeployment(
  subject: DeploySubject,
  { contracts, consumers }: DeployEnvironment,
  compare: CompareVersions,
): Promise<DeployVerdict> {
  const reasons: DeployReason[] = []
  if (subject.kind === 'contract') {
    const after = subject.coordinates
    for (const { coordinates, uses } of consumers) {
      for (const use of uses.filter((one) => isSame(one, after))) reasons.push(await judge(coordinates, use, after))
    }
  } else {
    for (const use of subject.uses)
      reasons.push(
        await judge(
          subject.coordinates,
          use,
          contracts.find((one) => isSame(one, use)),
        ),
      )
  }
  return { deployable: reasons.every(({ deployable }) => deployable), reasons }

  async function judge(consumer: Coordinates, use: ContractUse, after: Coordinates | undefined): Promise<DeployReason> {
    const pair = { consumer: formatCoordinates(consumer), contract: formatCoordinates(after ?? use) }
    const denied = (message: string, findings: readonly string[] = []) => ({
      deployable: false,
      ...pair,
      message,
      findings,
    })
    if (!after) return denied('The contract is not deployed there.')
    const fits = { deployable: true, ...pair, findings: [] }
    if (after.version === use.version) return { ...fits, message: 'The consumer was built with this version.' }
    const compared = await compare(use, after)
    if (!compared) return denied(`It cannot be compared with ${use.version}, which the consumer was built with.`)
    const breaks = compared.report.findings.filter(({ level }) => level === 'breaking')
    const used = breaks.filter((finding) => compared.touches(finding, use.operations))
    if (used.length > 0) return denied(`It breaks what the consumer uses of ${use.version}.`, used.map(lineOf))
    const what = breaks.length > 0 ? 'What breaks' : 'Nothing breaks'
    return { ...fits, message: `${what} since ${use.version}${breaks.length > 0 ? ' is not used' : ''}.` }
  }
}

function isSame(one: Omit<Coordinates, 'version'>, other: Omit<Coordinates, 'version'>): boolean {
  return one.namespace === other.namespace && one.name === other.name
}

function lineOf({ code, message, operation }: Finding): string {
  return oneLine(`${operation ? `${operation.id}: ` : ''}${code} ${message}`)
}
