import type { EventData, Lifecycle } from '../events/index.js'
import type { Coordinates } from '../model/index.js'
import type { ContractName, OrganisationReads, OrganisationWrites } from '../store/index.js'

/** What the newest published version of a contract says of its state. */
export interface Standpoint {
  /** Absent before the first version. */
  readonly version?: string | undefined
  readonly lifecycle?: string | undefined
}

export async function standpointOf(reads: OrganisationReads, name: ContractName): Promise<Standpoint> {
  const version = (await reads.contract(name))?.latest
  if (version === undefined) return {}
  return { version, lifecycle: (await reads.version({ ...name, version }))?.lifecycle }
}

/** What is told of a version that can be used. */
type Told = Omit<EventData['version.published'], keyof Coordinates | 'lifecycle'> & {
  readonly coordinates: Coordinates
  readonly lifecycle?: string | undefined
}

/**
 * Lets everybody know that a version can be used; and when it is the newest one, that its contract stands elsewhere in its
 * life than before: that it is deprecated, for example.
 */
export async function tellPublished(
  writes: OrganisationWrites,
  before: Standpoint,
  { coordinates, lifecycle, ...told }: Told,
): Promise<void> {
  const { namespace, name, version } = coordinates
  // The contract allows these states alone, and what is no such state is no lifecycle.
  const after = lifecycle as Lifecycle | undefined
  await writes.emit('version.published', {
    namespace,
    name,
    version,
    ...told,
    ...(after !== undefined && { lifecycle: after }),
  })
  const isNewest = (await writes.contract(coordinates))?.latest === version
  if (!isNewest || before.version === undefined || before.lifecycle === lifecycle) return
  await writes.emit('lifecycle.changed', {
    namespace,
    name,
    version,
    ...(before.lifecycle !== undefined && { before: before.lifecycle as Lifecycle }),
    ...(after !== undefined && { after }),
  })
}
