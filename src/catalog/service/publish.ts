import { digestOf } from '../bundle/index.js'
import type { GateOutcome } from '../gate/index.js'
import { type Bundle, type Coordinates, defaultRules, formatCoordinates, type GateReport } from '../model/index.js'
import type { OrganisationReads, OrganisationWrites, Provenance } from '../store/index.js'
import { isSameStanding, type Standing, standingOf } from './baselines.js'
import type { Caller, ServiceContext } from './context.js'
import { type Candidate, judgeVersion } from './judge-version.js'
import { writeRefusal } from './may-write.js'
import { provenanceData, provenanceOf, verifiedData } from './provenance-data.js'
import { isRefused, type Refused, refused } from './refused.js'
import { standpointOf, tellPublished } from './tell-published.js'

export interface Publication {
  readonly coordinates: Coordinates
  readonly bundle: Bundle
  /** Where the bytes came from, as the publisher says; of a job what its ID token says counts instead. */
  readonly provenance?: Provenance | undefined
  /** Only say what would become of it. */
  readonly dryRun: boolean
}

export interface Published {
  readonly outcome: 'published' | 'unchanged' | 'pending' | 'refused' | 'would-publish' | 'would-wait'
  readonly digest: string
  readonly report: GateReport
}

/** The gate is asked again when what it looked at has moved meanwhile; not for ever. */
const mostGates = 8

/**
 * Publishes a version, if the gate lets it pass. The gate runs outside of any transaction, because it may take long;
 * inside, what it was asked about is looked at once more. The same bytes under the same coordinates are no change.
 */
export async function publish(
  context: ServiceContext,
  caller: Caller,
  { coordinates, bundle, provenance, dryRun }: Publication,
): Promise<Published | Refused> {
  const forbidden = writeRefusal(caller, coordinates.namespace)
  if (forbidden) return forbidden
  const organisation = context.store.of(caller.organisation)
  const candidate: Candidate = { coordinates, bundle, digest: digestOf(bundle) }
  for (let left = mostGates; left > 0; left--) {
    const known = await knownVersion(organisation, candidate)
    if (known) return known
    const standing = await standingOf(organisation, coordinates)
    const judged = await judgeVersion(context, caller, organisation, candidate, standing)
    if (isRefused(judged)) return judged
    if (dryRun) return { outcome: dryOutcomes[judged.report.verdict], digest: candidate.digest, report: judged.report }
    const change = { actor: caller.actor, at: context.now().toISOString() }
    const kept = await organisation.change(change, (writes) =>
      keep(writes, { candidate, standing, judged, provenance: provenanceOf(caller, provenance) }),
    )
    if (kept) return kept
  }
  return refused('busy', 'What the version is compared with changes all the time.')
}

const outcomes = { passed: 'published', review: 'pending', refused: 'refused' } as const
const dryOutcomes = { passed: 'would-publish', review: 'would-wait', refused: 'refused' } as const
const states = { published: 'unchanged', pending: 'pending', rejected: 'refused' } as const
const actions = { passed: 'version-published', review: 'version-waits', refused: 'version-refused' } as const

/** What there is under the coordinates: the same bytes are no change, others a conflict. */
async function knownVersion(
  reads: OrganisationReads,
  { coordinates, digest }: Candidate,
): Promise<Published | Refused | undefined> {
  const version = await reads.version(coordinates)
  if (!version) return undefined
  if (version.digest !== digest) return refused('conflict', 'The version exists with other bytes.')
  const report = (await reads.report(coordinates)) ?? { verdict: 'passed', checks: [], comparisons: [] }
  return { outcome: states[version.state], digest, report }
}

interface Judged {
  readonly candidate: Candidate
  readonly standing: Standing
  readonly judged: Pick<GateOutcome, 'report' | 'described'>
  readonly provenance: Provenance | undefined
}

/** Undefined when the gate has to be asked again. */
async function keep(
  writes: OrganisationWrites,
  { candidate, standing, judged: { report, described }, provenance }: Judged,
): Promise<Published | Refused | undefined> {
  const { coordinates, bundle, digest } = candidate
  const known = await knownVersion(writes, candidate)
  if (known) return known
  if (!isSameStanding(standing, await standingOf(writes, coordinates))) return undefined
  const { verdict } = report
  const subject = formatCoordinates(coordinates)
  const from = provenanceData(provenance)
  const data = { digest, ...from, ...verifiedData(provenance) }
  const told = { digest, ...(provenance && { provenance: from }) }
  if (verdict === 'refused' || !described) {
    const checks = checksOf(report, 'refused')
    await writes.tell({ action: actions.refused, subject, data: { ...data, checks } })
    await writes.emit('version.refused', { ...coordinates, ...told, checks })
    return { outcome: outcomes.refused, digest, report }
  }
  await beginNamespace(writes, coordinates.namespace)
  const before = await standpointOf(writes, coordinates)
  const state = verdict === 'passed' ? 'published' : 'pending'
  const { protocol, title, owner, lifecycle, facts, entries, flows, shelves } = described
  const found = { protocol, title, owner, lifecycle, facts, shelves }
  await writes.addVersion({ ...coordinates, ...found, digest, bundle, state, provenance, report })
  if (state === 'published') await writes.indexVersion(coordinates, entries, flows)
  await writes.tell({ action: actions[verdict], subject, data })
  const shown = { ...told, title, protocol, ...(owner !== undefined && { owner }) }
  if (state === 'published') await tellPublished(writes, before, { ...shown, coordinates, lifecycle })
  else await writes.emit('version.waiting', { ...coordinates, ...shown, checks: checksOf(report, 'review') })
  return { outcome: outcomes[verdict], digest, report }
}

function checksOf({ checks }: GateReport, wanted: 'refused' | 'review'): readonly string[] {
  return checks.filter(({ outcome }) => outcome === wanted).map(({ name }) => name)
}

/** A namespace begins with its first contract, unless somebody has given it rules before. */
async function beginNamespace(writes: OrganisationWrites, name: string): Promise<void> {
  if (await writes.namespace(name)) return
  await writes.setNamespace({ name, rules: defaultRules })
  await writes.tell({ action: 'namespace-configured', subject: name, data: { ...defaultRules } })
  await writes.emit('namespace.configured', { namespace: name, rules: defaultRules })
}
