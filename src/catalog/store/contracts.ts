import { type Expression, sql } from 'kysely'
import { classIs } from './class-is.js'
import type { Reader } from './dialect.js'
import type { ContractRecord } from './records.js'

export interface ContractName {
  readonly namespace: string
  readonly name: string
}

export interface ContractListing {
  readonly namespace?: string | undefined
  readonly protocol?: string | undefined
  /** Only those whose newest published version has an operation of this tenant scope. */
  readonly scope?: string | undefined
  /** Only those whose newest published version has an entry of this class, as a search takes it. */
  readonly class?: string | undefined
  /** Only what comes after this one. */
  readonly after?: ContractName | undefined
  readonly limit: number
}

/** In the order of their names. */
export async function listContracts(
  reader: Reader,
  organisation: string,
  { namespace, protocol, scope, class: dataClass, after, limit }: ContractListing,
): Promise<readonly ContractRecord[]> {
  let query = contractQuery(reader, organisation).orderBy('contract.namespace').orderBy('contract.name').limit(limit)
  if (namespace !== undefined) query = query.where('contract.namespace', '=', namespace)
  if (protocol !== undefined) query = query.where('contract.protocol', '=', protocol)
  if (scope !== undefined) query = query.where(hasEntry(sql<boolean>`entry.scope = ${scope}`))
  if (dataClass !== undefined) query = query.where(hasEntry(classIs(dataClass)))
  if (after) {
    query = query.where(sql<boolean>`(contract.namespace, contract.name) > (${after.namespace}, ${after.name})`)
  }
  return (await query.execute()).map(contractOf)
}

function hasEntry(condition: Expression<boolean>) {
  return sql<boolean>`exists (select 1 from entry where entry.organisation = contract.organisation
    and entry.namespace = contract.namespace and entry.name = contract.name and ${condition})`
}

export async function findContract(
  reader: Reader,
  organisation: string,
  { namespace, name }: ContractName,
): Promise<ContractRecord | undefined> {
  const row = await contractQuery(reader, organisation)
    .where('contract.namespace', '=', namespace)
    .where('contract.name', '=', name)
    .executeTakeFirst()
  return row && contractOf(row)
}

function contractQuery(reader: Reader, organisation: string) {
  return reader
    .selectFrom('contract')
    .where('contract.organisation', '=', organisation)
    .selectAll('contract')
    .select((builder) => [
      builder
        .selectFrom('version')
        .whereRef('version.organisation', '=', 'contract.organisation')
        .whereRef('version.namespace', '=', 'contract.namespace')
        .whereRef('version.name', '=', 'contract.name')
        .where('version.state', '=', 'published')
        .orderBy('version.ordinal', 'desc')
        .limit(1)
        .select('version.version')
        .as('latest'),
      builder
        .selectFrom('version')
        .whereRef('version.organisation', '=', 'contract.organisation')
        .whereRef('version.namespace', '=', 'contract.namespace')
        .whereRef('version.name', '=', 'contract.name')
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .as('versions'),
    ])
}

type ContractRow = Awaited<ReturnType<ReturnType<typeof contractQuery>['execute']>>[number]

function contractOf(row: ContractRow): ContractRecord {
  return {
    namespace: row.namespace,
    name: row.name,
    protocol: row.protocol as ContractRecord['protocol'],
    title: row.title,
    ...(row.owner !== null && { owner: row.owner }),
    ...(row.latest !== null && { latest: row.latest }),
    versions: Number(row.versions ?? 0),
    createdAt: row.created_at,
  }
}
