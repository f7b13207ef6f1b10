import { type Coordinates, formatCoordinates } from '../model/index.js'
import type { VersionRecord } from '../store/index.js'
import type { Caller, ServiceContext } from './context.js'
import { writeRefusal } from './may-write.js'
import { readVersion, type VersionDetail } from './read.js'
import { notFound, type Refused, refused } from './refused.js'

export interface Decision {
  readonly decision: 'approve' | 'reject'
  readonly reason: string
}

/** Lets a version that waits be published, or not. Nobody approves what they published. */
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
  const entries = decision === 'approve' ? await describe(context, caller, coordinates) : []
  if ('kind' in entries) return entries
  const change = { actor: caller.actor, at: context.now().toISOString() }
  const late = await organisation.change(change, async (writes) => {
    const again = decisionRefusal(await writes.version(coordinates), decision, caller)
    if (again) return again
    await writes.setState(coordinates, decision === 'approve' ? 'published' : 'rejected')
    // A version that was published after it may be the newest.
    const isLatest = (await writes.contract(coordinates))?.latest === coordinates.version
    if (decision === 'approve' && isLatest) await writes.indexVersion(coordinates, entries)
    const action = decision === 'approve' ? 'version-approved' : 'version-rejected'
    await writes.tell({ action, subject: formatCoordinates(coordinates), data: { reason } })
    return undefined
  })
  return late ?? readVersion(context, caller, coordinates)
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

async function describe(
  { store, judge, onDefect }: ServiceContext,
  { organisation }: Caller,
  coordinates: Coordinates,
) {
  const bundle = await store.of(organisation).bundle(coordinates)
  if (!bundle) return notFound
  const judged = await judge.run(organisation, { kind: 'describe', coordinates, bundle })
  if (judged.kind === 'answer' && judged.answer) return judged.answer.entries
  if (judged.kind === 'defeated') onDefect(judged.defect, { organisation, subject: formatCoordinates(coordinates) })
  return refused('busy', 'The contract cannot be looked at now.')
}
