import type { DiffReport } from '../../diff/index.js'
import { type Coordinates, formatCoordinates } from '../model/index.js'
import type { ContractName } from '../store/index.js'
import type { Caller, ServiceContext } from './context.js'
import { notFound, type Refused, refused } from './refused.js'

/** Which of its versions are compared. */
export interface VersionPair {
  readonly before: string
  readonly after: string
}

/** What changed between any two versions of a contract, in either order; found apart from the server. */
export async function compareVersions(
  { store, judge, now, onDefect }: ServiceContext,
  { organisation }: Caller,
  { namespace, name }: ContractName,
  pair: VersionPair,
): Promise<DiffReport | Refused> {
  const reads = store.of(organisation)
  const sideOf = async (version: string) => {
    const coordinates: Coordinates = { namespace, name, version }
    const bundle = await reads.bundle(coordinates)
    return bundle && { coordinates, bundle }
  }
  const [before, after] = [await sideOf(pair.before), await sideOf(pair.after)]
  if (!before || !after) return notFound
  const today = now().toISOString().slice(0, 10)
  const judged = await judge.run(organisation, { kind: 'compare', before, after, today })
  const about = { organisation, subject: formatCoordinates(after.coordinates) }
  switch (judged.kind) {
    case 'busy':
      return refused('busy', 'Too many questions of this organisation wait to be answered.')
    case 'defeated':
      onDefect(judged.defect, about)
      return refused('busy', 'The versions are more than can be compared.')
    case 'answer':
      for (const defect of judged.answer.defects) onDefect(defect, about)
      return judged.answer.report ?? refused('not-usable', 'The two versions cannot be compared.')
  }
}
