import type { Described } from '../index-entries/index.js'
import { type Coordinates, formatCoordinates, type GateReport } from '../model/index.js'
import type { VersionRecord } from '../store/index.js'
import { isSameStanding, type Standing, standingOf } from './baselines.js'
import type { Caller, ServiceContext } from './context.js'
import { judgeVersion } from './judge-version.js'
import { writeRefusal } from './may-write.js'
import { provenanceData } from './provenance-data.js'
import { readVersion, type VersionDetail } from './read.js'
import { isRefused, notFound, type Refused, refused } from './refused.js'
import { standpointOf, tellPublished } from './tell-published.js'

export interface Decision {
  readonly decision: 'approve' | 'reject'
  readonly reason: string
}

/**
 * Lets a version that waits be published, or not. Nobody approves what they published. The gate looks at it once more:
 * what it would break by now, beside what its report says, nobody has looked at.
 */
export async function decideReview(
  context: ServiceContext,
  caller: Caller,
  coordinates: Coordinates,
  { decision, reason }: Decision,
): Promise<VersionDetail | Refused> {
  const forbidden = writeRefusal(caller, coordinates.namespace)
  if (forbidden) return forbidden
  const organisation = context.store.of(caller.organisation)
  const refusal = decisionRefusal(await organisation.version(coordinates), decision, caller)
  if (refusal) return refusal
  const standing = await standingOf(organisation, coordinates)
  const described = decision === 'approve' ? await judgeAgain(context, caller, coordinates, standing) : undefined
  if (described && isRefused(described)) return described
  const change = { actor: caller.actor, at: context.now().toISOString() }
  const late = await organisation.change(change, async (writes) => {
    const version = await writes.version(coordinates)
    const again = decisionRefusal(version, decision, caller)
    if (again) return again
    if (decision === 'approve' && !isSameStanding(standing, await standingOf(writes, coordinates)))
      return refused('busy', 'What the version is compared with has changed just now.')
    const before = await standpointOf(writes, coordinates)
    await writes.setState(coordinates, decision === 'approve' ? 'published' : 'rejected')
    // A version that was published after it may be the newest.
    const isLatest = (await writes.contract(coordinates))?.latest === coordinates.version
    if (described && isLatest) await writes.indexVersion(coordinates, described.entries, described.flows)
    const action = decision === 'approve' ? 'version-approved' : 'version-rejected'
    await writes.tell({ action, subject: formatCoordinates(coordinates), data: { reason } })
    const { namespace, name } = coordinates
    await writes.emit('review.decided', { namespace, name, version: coordinates.version, decision, reason })
    if (version && described) await tellPublished(writes, before, tellingOf(version, described))
    return undefined
  })
  return late ?? readVersion(context, caller, coordinates)
}

function tellingOf(version: VersionRecord, { protocol, owner }: Described): Parameters<typeof tellPublished>[2] {
  const { namespace, name, digest, title, lifecycle, provenance } = version
  return {
    coordinates: { namespace, name, version: version.version },
    digest,
    title,
    protocol,
    lifecycle,
    ...(owner !== undefined && { owner }),
    ...(provenance && { provenance: provenanceData(provenance) }),
  }
}

function decisionRefusal(
  version: VersionRecord | undefined,
  decision: Decision['decision'],
  { actor }: Caller,
): Refused | undefined {
  if (!version) return notFound
  if (version.state !== 'pending') return refused('conflict', 'The version does not wait for a decision.')
  if (decision === 'approve' && version.publishedBy === actor)
    return refused('forbidden', 'Nobody approves what they published.')
  return undefined
}

/** What can be found in the version, if the gate says of it what the approver has read. */
async function judgeAgain(
  context: ServiceContext,
  caller: Caller,
  coordinates: Coordinates,
  standing: Standing,
): Promise<Described | Refused> {
  const reads = context.store.of(caller.organisation)
  const [version, bundle, known] = await Promise.all([
    reads.version(coordinates),
    reads.bundle(coordinates),
    reads.report(coordinates),
  ])
  if (!version || !bundle || !known) return notFound
  const judged = await judgeVersion(context, caller, reads, { coordinates, bundle, digest: version.digest }, standing)
  if (isRefused(judged)) return judged
  const { report, described } = judged
  if (report.verdict === 'refused' || !described)
    return refused('conflict', 'The gate refuses the version by now: publish it once more to read why.')
  const read = new Set(objections(known))
  return objections(report).every((line) => read.has(line))
    ? described
    : refused('conflict', 'By now the version would break more than its report says: publish it as another version.')
}

/** What has to be approved. */
function objections({ checks }: GateReport): readonly string[] {
  return checks.flatMap(({ name, outcome, details = [] }) =>
    outcome === 'review' ? [name, ...details.map((line) => `${name}: ${line}`)] : [],
  )
}
