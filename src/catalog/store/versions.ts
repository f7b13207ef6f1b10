import type { Bundle, Coordinates, Facts, GateReport, Shelves } from '../model/index.js'
import { addBlob, textOf } from './blobs.js'
import type { ContractName } from './contracts.js'
import type { Reader, Writer } from './dialect.js'
import { nextOrdinal } from './next-ordinal.js'
import type { ContractRecord, Provenance, VersionRecord, VersionState } from './records.js'
import { addShelves } from './shelves.js'

/** Newest first. */
export async function listVersions(
  reader: Reader,
  organisation: string,
  { namespace, name }: ContractName,
): Promise<readonly VersionRecord[]> {
  const rows = await versionQuery(reader, organisation)
    .where('version.namespace', '=', namespace)
    .where('version.name', '=', name)
    .orderBy('version.ordinal', 'desc')
    .execute()
  return rows.map(versionOf)
}

/** Oldest first. */
export async function listWaiting(reader: Reader, organisation: string): Promise<readonly VersionRecord[]> {
  const rows = await versionQuery(reader, organisation)
    .where('version.state', '=', 'pending')
    .orderBy('version.published_at')
    .orderBy('version.namespace')
    .orderBy('version.name')
    .execute()
  return rows.map(versionOf)
}

export async function findVersion(
  reader: Reader,
  organisation: string,
  { namespace, name, version }: Coordinates,
): Promise<VersionRecord | undefined> {
  const row = await versionQuery(reader, organisation)
    .where('version.namespace', '=', namespace)
    .where('version.name', '=', name)
    .where('version.version', '=', version)
    .executeTakeFirst()
  return row && versionOf(row)
}

function versionQuery(reader: Reader, organisation: string) {
  return reader
    .selectFrom('version')
    .leftJoin('release', (join) =>
      join
        .onRef('release.organisation', '=', 'version.organisation')
        .onRef('release.namespace', '=', 'version.namespace')
        .onRef('release.name', '=', 'version.name')
        .onRef('release.version', '=', 'version.version'),
    )
    .where('version.organisation', '=', organisation)
    .selectAll('version')
    .select('release.at as released_at')
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof versionQuery>['execute']>>[number]

function versionOf(row: VersionRow): VersionRecord {
  return {
    namespace: row.namespace,
    name: row.name,
    version: row.version,
    digest: row.digest,
    title: row.title,
    state: row.state as VersionState,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    released: row.released_at !== null,
    facts: JSON.parse(row.facts) as Facts,
    ...(row.lifecycle !== null && { lifecycle: row.lifecycle }),
    ...(row.provenance !== null && { provenance: JSON.parse(row.provenance) as Provenance }),
  }
}

/** What the gate said when the version was published. */
export async function findReport(
  reader: Reader,
  organisation: string,
  { namespace, name, version }: Coordinates,
): Promise<GateReport | undefined> {
  const row = await reader
    .selectFrom('version')
    .innerJoin('blob', (join) =>
      join.onRef('blob.organisation', '=', 'version.organisation').onRef('blob.digest', '=', 'version.report'),
    )
    .where('version.organisation', '=', organisation)
    .where('version.namespace', '=', namespace)
    .where('version.name', '=', name)
    .where('version.version', '=', version)
    .select('blob.bytes')
    .executeTakeFirst()
  return row && (JSON.parse(textOf(row.bytes)) as GateReport)
}

/** The documents, byte for byte as they were published. */
export async function findBundle(
  reader: Reader,
  organisation: string,
  { namespace, name, version }: Coordinates,
): Promise<Bundle | undefined> {
  const rows = await reader
    .selectFrom('version_document')
    .innerJoin('blob', (join) =>
      join
        .onRef('blob.organisation', '=', 'version_document.organisation')
        .onRef('blob.digest', '=', 'version_document.digest'),
    )
    .where('version_document.organisation', '=', organisation)
    .where('version_document.namespace', '=', namespace)
    .where('version_document.name', '=', name)
    .where('version_document.version', '=', version)
    .orderBy('version_document.position')
    .select(['version_document.kind', 'version_document.path', 'blob.bytes'])
    .execute()
  if (rows.length === 0) return undefined
  const of = (kind: string) =>
    rows.filter((row) => row.kind === kind).map(({ path, bytes }) => ({ path, text: textOf(bytes) }))
  return { documents: of('document'), overlays: of('overlay') }
}

/** A version with all that is kept of it. */
export interface NewVersion extends Coordinates {
  readonly protocol: ContractRecord['protocol']
  readonly title: string
  readonly owner?: string | undefined
  readonly digest: string
  readonly bundle: Bundle
  readonly state: VersionState
  readonly provenance?: Provenance | undefined
  readonly lifecycle?: string | undefined
  readonly facts: Facts
  readonly report: GateReport
  /** What the pages of its operations and schemas show. Default: nothing is known of them. */
  readonly shelves?: Shelves | undefined
}

/** Adds a version, and its contract with the first one. The caller holds the contract's lock. */
export async function addVersion(
  writer: Writer,
  organisation: string,
  { by, at, ...added }: NewVersion & { readonly by: string; readonly at: string },
): Promise<void> {
  const { namespace, name, version } = added
  const place = { organisation, namespace, name }
  await writer
    .insertInto('contract')
    .values({ ...place, protocol: added.protocol, title: added.title, owner: added.owner ?? null, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const report = await addBlob(writer, organisation, JSON.stringify(added.report))
  await writer
    .insertInto('version')
    .values({
      ...place,
      version,
      ordinal: await nextOrdinal(writer, 'version', place),
      digest: added.digest,
      title: added.title,
      state: added.state,
      published_at: at,
      published_by: by,
      provenance: added.provenance ? JSON.stringify(added.provenance) : null,
      lifecycle: added.lifecycle ?? null,
      facts: JSON.stringify(added.facts),
      report,
    })
    .execute()
  for (const [kind, documents] of [
    ['document', added.bundle.documents],
    ['overlay', added.bundle.overlays],
  ] as const) {
    for (const [position, { path, text }] of documents.entries()) {
      const digest = await addBlob(writer, organisation, text)
      await writer
        .insertInto('version_document')
        .values({ ...place, version, kind, position, path, digest })
        .execute()
    }
  }
  await addShelves(writer, organisation, added, added.shelves ?? [])
}

export async function setState(
  writer: Writer,
  organisation: string,
  { namespace, name, version }: Coordinates,
  state: VersionState,
): Promise<void> {
  await writer
    .updateTable('version')
    .set({ state })
    .where('organisation', '=', organisation)
    .where('namespace', '=', namespace)
    .where('name', '=', name)
    .where('version', '=', version)
    .execute()
}

export async function addRelease(
  writer: Writer,
  organisation: string,
  { namespace, name, version }: Coordinates,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await writer
    .insertInto('release')
    .values({ organisation, namespace, name, version, by, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}
