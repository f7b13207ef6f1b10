import type { DiffReport } from '../../../diff/index.js'
import type { Described } from '../../index-entries/index.js'
import { type Bundle, type CatalogEntry, type Coordinates, catalogReference } from '../../model/index.js'
import {
  type Caller,
  compareVersions,
  describeVersion,
  isRefused,
  type Refused,
  readDocuments,
  readVersion,
  type ServiceContext,
} from '../../service/index.js'
import type { ContractName } from '../../store/index.js'
import type { VersionList } from '../address/place.js'
import type { ChangesView } from '../pages/changes.js'
import { entriesShown, type VersionView } from '../pages/version.js'
import type { Recent } from './recent.js'

/** What pages of contracts are loaded with. */
export interface Loading {
  readonly context: ServiceContext
  readonly toolVersion: string
  /** What was found out apart from the server, and never changes: kept for whoever looks again. */
  readonly descriptions: Recent<Pick<Described, 'entries' | 'shelves'>>
  readonly comparisons: Recent<DiffReport>
  readonly documents: Recent<Bundle>
  readonly united: Recent<{ readonly text: string }>
}

export async function versionOf(
  loading: Loading,
  caller: Caller,
  coordinates: Coordinates,
  { list, offset }: { readonly list: VersionList; readonly offset: number },
): Promise<VersionView | Refused> {
  const detail = await readVersion(loading.context, caller, coordinates)
  if (isRefused(detail)) return detail
  const isNewest = detail.contract.latest === coordinates.version
  const entries = await entriesOf(loading, caller, coordinates, {
    kind: list === 'fields' ? 'field' : 'operation',
    offset,
    digest: isNewest ? undefined : detail.version.digest,
  })
  return isRefused(entries) ? entries : { detail, list, offset, entries }
}

export async function changesOf(
  { context, comparisons, toolVersion }: Loading,
  caller: Caller,
  { namespace, name }: ContractName,
  { before, after, offset }: { readonly before: string; readonly after: string; readonly offset: number },
): Promise<ChangesView | Refused> {
  const sides: Side[] = []
  for (const version of [before, after]) {
    const coordinates = { namespace, name, version }
    const documents = await readDocuments(context, caller, coordinates)
    if (isRefused(documents)) return documents
    sides.push({ reference: catalogReference(coordinates), bundle: documents.bundle })
  }
  const day = context.now().toISOString().slice(0, 10)
  const key = [caller.organisation, namespace, name, before, after, day].join(' ')
  const report = await comparisons.get(key, () =>
    compareVersions(context, caller, { namespace, name }, { before, after }),
  )
  if (isRefused(report)) return report
  return { namespace, name, before, after, report, offset, linesOf: linesIn(sides), toolVersion }
}

interface Wanted {
  readonly kind: 'operation' | 'field'
  readonly offset: number
  /** Of a version that the search does not know. */
  readonly digest: string | undefined
}

/** One more than a page shows, so that it knows whether there is another. */
async function entriesOf(
  loading: Loading,
  caller: Caller,
  coordinates: Coordinates,
  { kind, offset, digest }: Wanted,
): Promise<readonly CatalogEntry[] | Refused> {
  const limit = entriesShown + 1
  if (digest === undefined)
    return loading.context.store.of(caller.organisation).entries(coordinates, { kind, offset, limit })
  const described = await descriptionOf(loading, caller, coordinates, digest)
  if (isRefused(described)) return described
  return described.entries.filter((entry) => entry.kind === kind).slice(offset, offset + limit)
}

/** Kept by the digest: what is in documents never changes. */
export function descriptionOf(
  { context, descriptions }: Loading,
  caller: Caller,
  coordinates: Coordinates,
  digest: string,
): Promise<Pick<Described, 'entries' | 'shelves'> | Refused> {
  return descriptions.get(`${caller.organisation} ${digest}`, () => describeVersion(context, caller, coordinates))
}

interface Side {
  readonly reference: string
  readonly bundle: Bundle
}

/** Lines of the documents of these versions, which reports call by the version, and by their path where it has several. */
function linesIn(sides: readonly Side[]): (file: string, first: number, last: number) => readonly string[] {
  const lines = new Map<string, readonly string[]>()
  return (file, first, last) => {
    const known = lines.get(file) ?? (textOf(file) ?? '').split(/\r\n|\r|\n/)
    lines.set(file, known)
    return known.slice(first - 1, last)
  }

  function textOf(file: string): string | undefined {
    const side = sides.find(({ reference }) => file === reference || file.startsWith(`${reference}#`))
    if (!side) return undefined
    const { documents, overlays } = side.bundle
    if (file === side.reference) return documents[0]?.text
    const path = file.slice(side.reference.length + 1)
    return [...documents, ...overlays].find((document) => document.path === path)?.text
  }
}
