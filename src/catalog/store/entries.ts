import { sql } from 'kysely'
import type { Coordinates, EntryKind } from '../model/index.js'
import type { ContractName } from './contracts.js'
import type { Reader } from './dialect.js'
import type { SearchHit } from './records.js'
import { hitOf } from './search.js'

/** How often each tenant scope and each sensitivity occurs in the newest published version of a contract. */
export interface EntryTraits extends ContractName {
  readonly scopes: ReadonlyMap<string, number>
  readonly sensitivities: ReadonlyMap<string, number>
}

/** Of these contracts, each that has any. */
export async function listTraits(
  reader: Reader,
  organisation: string,
  names: readonly ContractName[],
): Promise<readonly EntryTraits[]> {
  if (names.length === 0) return []
  const rows = await reader
    .selectFrom('entry')
    .where('organisation', '=', organisation)
    // As rows, so that both databases look each of them up in the index; a disjunction would read all entries.
    .where(
      sql<boolean>`(namespace, name) in (values ${sql.join(names.map(({ namespace, name }) => sql`(${namespace}, ${name})`))})`,
    )
    .where('kind', '!=', 'contract')
    .groupBy(['namespace', 'name', 'kind', 'scope', 'sensitivity'])
    .orderBy('namespace')
    .orderBy('name')
    .select(['namespace', 'name', 'kind', 'scope', 'sensitivity'])
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .execute()
  const found = new Map<string, { scopes: Map<string, number>; sensitivities: Map<string, number> } & ContractName>()
  for (const { namespace, name, kind, scope, sensitivity, count } of rows) {
    const key = `${namespace}/${name}`
    const traits = found.get(key) ?? { namespace, name, scopes: new Map(), sensitivities: new Map() }
    found.set(key, traits)
    if (scope !== null) add(traits.scopes, scope, Number(count))
    // An operation has the class of what it carries, which is counted field by field.
    if (kind === 'field' && sensitivity !== null) add(traits.sensitivities, sensitivity, Number(count))
  }
  return [...found.values()]
}

function add(counts: Map<string, number>, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count)
}

export interface EntryPage {
  readonly kind: EntryKind
  /** Entries of the kind that are left out. */
  readonly offset: number
  readonly limit: number
}

/** Entries of a version in document order; none when the search does not know this version. */
export async function listEntries(
  reader: Reader,
  organisation: string,
  { namespace, name, version }: Coordinates,
  { kind, offset, limit }: EntryPage,
): Promise<readonly SearchHit[]> {
  const rows = await reader
    .selectFrom('entry')
    .where('organisation', '=', organisation)
    .where('namespace', '=', namespace)
    .where('name', '=', name)
    .where('version', '=', version)
    .where('kind', '=', kind)
    .orderBy('position')
    .limit(limit)
    .offset(offset)
    .select([
      'kind',
      'namespace',
      'name',
      'version',
      'label',
      'text',
      'scope',
      'sensitivity',
      'category',
      'pointer',
      'part',
    ])
    .execute()
  return rows.map((row) => hitOf({ ...row, kind }))
}
