import { canonicalText } from '../../util/canonical-text.js'
import { type ConsumerUse, defaultRules, type NamespaceRules } from '../model/index.js'
import type { ContractName, OrganisationReads, VersionRecord } from '../store/index.js'

/** A version that a new one has to get along with. */
export interface Baseline {
  readonly version: string
  readonly digest: string
  /** `released`, `deployed in prod`, `latest`. */
  readonly because: readonly string[]
}

/** What a new version is judged by, apart from the version itself. */
export interface Standing {
  readonly rules: NamespaceRules
  readonly baselines: readonly Baseline[]
  readonly uses: readonly ConsumerUse[]
}

/**
 * What holds for a new version of a contract now: the last version that was released, or all of them where the namespace
 * asks for that, and whatever is deployed somewhere. Before anything is released or deployed it is the newest one.
 */
export async function standingOf(reads: OrganisationReads, { namespace, name }: ContractName): Promise<Standing> {
  const rules = (await reads.namespace(namespace))?.rules ?? defaultRules
  const published = (await reads.versions({ namespace, name })).filter(({ state }) => state === 'published')
  const deployed = await reads.deployments({ kind: 'contract', namespace, name })
  const reasons = new Map<string, string[]>()
  const add = (version: string, reason: string) => reasons.set(version, [...(reasons.get(version) ?? []), reason])

  const released = published.filter((version) => version.released)
  const asked = rules.compatibility.endsWith('-transitive') ? released : released.slice(0, 1)
  for (const { version } of asked) add(version, 'released')
  for (const { environment, participant } of deployed) add(participant.version, `deployed in ${environment}`)
  const [newest] = published
  if (reasons.size === 0 && newest) add(newest.version, 'latest')

  const baselines = published.flatMap(({ version, digest }: VersionRecord): Baseline[] => {
    const because = reasons.get(version)
    return because ? [{ version, digest, because }] : []
  })
  return { rules, baselines, uses: await reads.usesOf({ namespace, name }) }
}

/** Whether what was judged is what holds. */
export function isSameStanding(one: Standing, other: Standing): boolean {
  return canonicalText(one) === canonicalText(other)
}
