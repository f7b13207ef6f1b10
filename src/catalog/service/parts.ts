import { type Described, onShelf, partsOn, shelfNumber } from '../index-entries/index.js'
import type { JudgeAnswers } from '../judge/index.js'
import type { Coordinates, Part, PartName } from '../model/index.js'
import { formatCoordinates } from '../model/index.js'
import type { ContractRecord, VersionRecord } from '../store/index.js'
import type { Caller, ServiceContext } from './context.js'
import { isRefused, notFound, type Refused, refused } from './refused.js'

/** A version, without what the gate said of it. */
export interface VersionRecords {
  readonly contract: ContractRecord
  readonly version: VersionRecord
}

export async function readVersionRecords(
  { store }: ServiceContext,
  { organisation }: Caller,
  coordinates: Coordinates,
): Promise<VersionRecords | Refused> {
  const reads = store.of(organisation)
  const version = await reads.version(coordinates)
  const contract = version && (await reads.contract(coordinates))
  return contract ? { contract, version } : notFound
}

/**
 * An operation or a schema of a version, from what was laid down when it was published.
 *
 * @param describe for versions of which nothing was, because they were published before that was done.
 */
export async function readPart(
  { store }: ServiceContext,
  { organisation }: Caller,
  coordinates: Coordinates,
  name: PartName,
  describe: () => Promise<Pick<Described, 'shelves'> | Refused>,
): Promise<Part | Refused> {
  const number = shelfNumber(name)
  const shelf = await store.of(organisation).shelf(coordinates, number)
  if (shelf !== undefined) return onShelf(shelf, name) ?? notFound
  const described = await describe()
  if (isRefused(described)) return described
  const { shelves } = described
  return onShelf(shelves[number % shelves.length] ?? '{}', name) ?? notFound
}

/** All operations and schemas of a version; of each shelf in turn. */
export async function listParts(
  { store }: ServiceContext,
  { organisation }: Caller,
  coordinates: Coordinates,
  describe: () => Promise<Pick<Described, 'shelves'> | Refused>,
): Promise<readonly Part[] | Refused> {
  const kept = await store.of(organisation).shelves(coordinates)
  if (kept.length > 0) return kept.flatMap(partsOn)
  const described = await describe()
  return isRefused(described) ? described : described.shelves.flatMap(partsOn)
}

/** What can be found in a version of which it is not kept; read from its documents, apart from the server. */
export async function describeVersion(
  context: ServiceContext,
  caller: Caller,
  coordinates: Coordinates,
): Promise<Pick<Described, 'entries' | 'shelves'> | Refused> {
  const judged = await lookInto(context, caller, coordinates, 'describe')
  return isRefused(judged) ? judged : (judged.answer ?? { entries: [], shelves: [] })
}

/** The whole of a version as one JSON document. */
export async function uniteVersion(
  context: ServiceContext,
  caller: Caller,
  coordinates: Coordinates,
): Promise<{ readonly text: string } | Refused> {
  const judged = await lookInto(context, caller, coordinates, 'unite')
  if (isRefused(judged)) return judged
  return judged.answer ?? refused('not-usable', 'The contract cannot be read.')
}

async function lookInto<Kind extends 'describe' | 'unite'>(
  { store, judge, onDefect }: ServiceContext,
  { organisation }: Caller,
  coordinates: Coordinates,
  kind: Kind,
): Promise<{ readonly kind: 'answer'; readonly answer: JudgeAnswers[Kind] } | Refused> {
  const bundle = await store.of(organisation).bundle(coordinates)
  if (!bundle) return notFound
  const judged = await judge.run(organisation, { kind, coordinates, bundle })
  switch (judged.kind) {
    case 'busy':
      return refused('busy', 'Too many questions of this organisation wait to be answered.')
    case 'defeated':
      onDefect(judged.defect, { organisation, subject: formatCoordinates(coordinates) })
      return refused('busy', 'The contract is more than can be looked at.')
    case 'answer':
      return { kind: 'answer', answer: judged.answer as JudgeAnswers[Kind] }
  }
}
