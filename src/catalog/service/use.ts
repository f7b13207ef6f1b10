import { canonicalText } from '../../util/canonical-text.js'
import { compareText } from '../../util/compare.js'
import { sha256 } from '../../util/sha256.js'
import { type ContractUse, type Coordinates, formatCoordinates } from '../model/index.js'
import type { DeploymentRecord, OrganisationReads, Participant } from '../store/index.js'
import type { Caller, ServiceContext } from './context.js'
import { writeRefusal } from './may-write.js'
import { notFound, type Refused, refused } from './refused.js'

/** Says that a version is released; later versions are compared with it. Said twice it is the same. */
export async function recordRelease(
  { store, now }: ServiceContext,
  caller: Caller,
  coordinates: Coordinates,
): Promise<Refused | undefined> {
  const forbidden = writeRefusal(caller, coordinates.namespace)
  if (forbidden) return forbidden
  return store.of(caller.organisation).change({ actor: caller.actor, at: now().toISOString() }, async (writes) => {
    const missing = await contractRefusal(writes, coordinates)
    if (missing) return missing
    if (!(await writes.addRelease(coordinates))) return undefined
    const { namespace, name, version } = coordinates
    await writes.tell({ action: 'release-recorded', subject: formatCoordinates(coordinates) })
    await writes.emit('version.released', { namespace, name, version })
    return undefined
  })
}

export interface Deployed {
  readonly environment: string
  readonly participant: Participant
}

/** Says which version is deployed now, instead of the one before. Said twice it is the same. */
export async function recordDeployment(
  { store, now }: ServiceContext,
  caller: Caller,
  { environment, participant }: Deployed,
): Promise<Refused | undefined> {
  const forbidden = writeRefusal(caller, participant.namespace)
  if (forbidden) return forbidden
  const { kind, namespace, name, version } = participant
  return store.of(caller.organisation).change({ actor: caller.actor, at: now().toISOString() }, async (writes) => {
    const missing =
      kind === 'contract'
        ? await contractRefusal(writes, participant)
        : (await writes.consumer(participant))
          ? undefined
          : notFound
    if (missing) return missing
    const [before] = await writes.deployments({ environment, kind, namespace, name })
    if (before?.participant.version === version) return undefined
    await writes.addDeployment({ environment, participant })
    const subject = formatCoordinates({ namespace, name, version })
    await writes.tell({ action: 'deployment-recorded', subject, data: { environment, kind } })
    const replaces = before?.participant.version
    const deployed = { environment, kind, namespace, name, version }
    await writes.emit('deployment.recorded', { ...deployed, ...(replaces !== undefined && { replaces }) })
    return undefined
  })
}

/** Only what is published can be released or deployed. */
async function contractRefusal(reads: OrganisationReads, coordinates: Coordinates): Promise<Refused | undefined> {
  const version = await reads.version(coordinates)
  if (!version) return notFound
  return version.state === 'published' ? undefined : refused('conflict', 'The version is not published.')
}

export function listDeployments(
  { store }: ServiceContext,
  { organisation }: Caller,
  environment: string,
): Promise<readonly DeploymentRecord[]> {
  return store.of(organisation).deployments({ environment })
}

/** Says what a version of a consumer uses. What it said once holds. */
export async function publishUsage(
  { store, now }: ServiceContext,
  caller: Caller,
  consumer: Coordinates,
  uses: readonly ContractUse[],
): Promise<Refused | undefined> {
  const forbidden = writeRefusal(caller, consumer.namespace)
  if (forbidden) return forbidden
  const names = new Set(uses.map(({ namespace, name }) => `${namespace}/${name}`))
  if (names.size < uses.length) return refused('not-usable', 'A contract stands there twice.')
  const sorted = uses.toSorted((one, other) => compareText(formatCoordinates(one), formatCoordinates(other)))
  const digest = `sha256:${sha256(canonicalText(sorted))}`
  return store.of(caller.organisation).change({ actor: caller.actor, at: now().toISOString() }, async (writes) => {
    const before = await writes.consumer(consumer)
    if (before)
      return before.digest === digest
        ? undefined
        : refused('conflict', 'This version of the consumer said something else before.')
    for (const use of uses)
      if (!(await writes.version(use))) return refused('not-usable', 'The catalog has no such version of a contract.')
    await writes.addConsumer({ ...consumer, digest }, sorted)
    const contracts = sorted.map(formatCoordinates)
    await writes.tell({ action: 'usage-registered', subject: formatCoordinates(consumer), data: { digest, contracts } })
    const { namespace, name, version } = consumer
    await writes.emit('usage.registered', { namespace, name, version, contracts })
    return undefined
  })
}
