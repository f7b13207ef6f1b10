import type { DeployEnvironment, DeploySubject, DeployVerdict, VersionBundle } from '../deploy/index.js'
import { type Coordinates, formatCoordinates } from '../model/index.js'
import type { OrganisationReads, Participant } from '../store/index.js'
import type { Caller, ServiceContext } from './context.js'
import { notFound, type Refused, refused } from './refused.js'
import type { Deployed } from './use.js'

/** Whether a version can be deployed beside what is there. */
export async function canIDeploy(
  { store, judge, now, onDefect }: ServiceContext,
  { organisation }: Caller,
  { environment, participant }: Deployed,
): Promise<DeployVerdict | Refused> {
  const reads = store.of(organisation)
  const subject = await subjectOf(reads, participant)
  if (!subject) return notFound
  const there = await environmentOf(reads, environment)
  const bundles = await bundlesOf(reads, subject, there)
  const today = now().toISOString().slice(0, 10)
  const judged = await judge.run(organisation, { kind: 'deploy', subject, environment: there, bundles, today })
  const about = { organisation, subject: formatCoordinates(participant) }
  switch (judged.kind) {
    case 'busy':
      return refused('busy', 'Too many questions of this organisation wait to be answered.')
    case 'defeated':
      onDefect(judged.defect, about)
      return refused('busy', 'The contracts are more than can be compared.')
    case 'answer':
      for (const defect of judged.answer.defects) onDefect(defect, about)
      return judged.answer.verdict
  }
}

async function subjectOf(reads: OrganisationReads, participant: Participant): Promise<DeploySubject | undefined> {
  const { kind, namespace, name, version } = participant
  const coordinates = { namespace, name, version }
  if (kind === 'contract') {
    const known = await reads.version(coordinates)
    return known?.state === 'published' ? { kind, coordinates } : undefined
  }
  return (await reads.consumer(coordinates)) && { kind, coordinates, uses: await reads.usesBy(coordinates) }
}

async function environmentOf(reads: OrganisationReads, environment: string): Promise<DeployEnvironment> {
  const contracts: Coordinates[] = []
  const consumers: DeployEnvironment['consumers'][number][] = []
  for (const { participant } of await reads.deployments({ environment })) {
    const { kind, namespace, name, version } = participant
    const coordinates = { namespace, name, version }
    if (kind === 'contract') contracts.push(coordinates)
    else consumers.push({ coordinates, uses: await reads.usesBy(coordinates) })
  }
  return { contracts, consumers }
}

/** Of all that may be compared: what consumers were built with, and what is or shall be there. */
async function bundlesOf(
  reads: OrganisationReads,
  subject: DeploySubject,
  { contracts, consumers }: DeployEnvironment,
): Promise<readonly VersionBundle[]> {
  const uses = subject.kind === 'consumer' ? subject.uses : consumers.flatMap((consumer) => consumer.uses)
  const after = subject.kind === 'consumer' ? contracts : [subject.coordinates]
  const wanted = new Map<string, Coordinates>()
  for (const use of uses) {
    const there = after.find(({ namespace, name }) => namespace === use.namespace && name === use.name)
    if (!there || there.version === use.version) continue
    for (const { namespace, name, version } of [use, there])
      wanted.set(formatCoordinates({ namespace, name, version }), { namespace, name, version })
  }
  const found = await Promise.all(
    [...wanted.values()].map(async (coordinates) => ({ coordinates, bundle: await reads.bundle(coordinates) })),
  )
  return found.flatMap(({ coordinates, bundle }) => (bundle ? [{ coordinates, bundle }] : []))
}
