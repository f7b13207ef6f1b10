import { sql } from 'kysely'
import type { Facts } from '../model/index.js'
import type { AuditTable } from './database.js'
import type { Reader } from './dialect.js'

/** How often something was done in a month. */
export interface MonthlyCount {
  /** `2026-11` */
  readonly month: string
  readonly action: string
  readonly count: number
}

/** Of these actions since an instant, in the order of the months. */
export async function countByMonth(
  reader: Reader,
  organisation: string,
  { actions, since }: { readonly actions: readonly string[]; readonly since: string },
): Promise<readonly MonthlyCount[]> {
  const month = sql<string>`substr(at, 1, 7)`
  const rows = await reader
    .selectFrom('audit')
    .where('organisation', '=', organisation)
    .where('action', 'in', [...actions])
    .where('at', '>=', since)
    .groupBy([month, 'action'])
    .orderBy(month)
    .orderBy('action')
    .select(['action', month.as('month')])
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .execute()
  return rows.map(({ month: of, action, count }) => ({ month: of, action, count: Number(count) }))
}

export type ActionRecord = Pick<AuditTable, 'position' | 'at' | 'actor' | 'subject'>

/** The newest entries of one action. */
export function listByAction(
  reader: Reader,
  organisation: string,
  { action, limit }: { readonly action: string; readonly limit: number },
): Promise<readonly ActionRecord[]> {
  return reader
    .selectFrom('audit')
    .where('organisation', '=', organisation)
    .where('action', '=', action)
    .orderBy('position', 'desc')
    .limit(limit)
    .select(['position', 'at', 'actor', 'subject'])
    .execute()
}

/** What a version was made of when it was published. */
export interface PublishedFacts {
  readonly namespace: string
  readonly name: string
  readonly publishedAt: string
  readonly facts: Facts
}

/** Of the versions that were published last, the newest first. */
export async function listRecentFacts(
  reader: Reader,
  organisation: string,
  limit: number,
): Promise<readonly PublishedFacts[]> {
  const rows = await reader
    .selectFrom('version')
    .where('organisation', '=', organisation)
    .where('state', '=', 'published')
    .orderBy('published_at', 'desc')
    .limit(limit)
    .select(['namespace', 'name', 'published_at', 'facts'])
    .execute()
  return rows.map(({ published_at, facts, ...name }) => ({
    ...name,
    publishedAt: published_at,
    facts: JSON.parse(facts) as Facts,
  }))
}

/** Facts of the newest published version of each contract. */
export interface ContractFacts {
  readonly namespace: string
  readonly name: string
  readonly owner?: string
  readonly facts: Facts
}

export async function listFacts(reader: Reader, organisation: string): Promise<readonly ContractFacts[]> {
  const rows = await reader
    .selectFrom('contract')
    .where('contract.organisation', '=', organisation)
    .orderBy('contract.namespace')
    .orderBy('contract.name')
    .select(['contract.namespace', 'contract.name', 'contract.owner'])
    .select((builder) =>
      builder
        .selectFrom('version')
        .whereRef('version.organisation', '=', 'contract.organisation')
        .whereRef('version.namespace', '=', 'contract.namespace')
        .whereRef('version.name', '=', 'contract.name')
        .where('version.state', '=', 'published')
        .orderBy('version.ordinal', 'desc')
        .limit(1)
        .select('version.facts')
        .as('facts'),
    )
    .execute()
  return rows.flatMap(({ owner, facts, ...name }) =>
    facts === null ? [] : [{ ...name, ...(owner !== null && { owner }), facts: JSON.parse(facts) as Facts }],
  )
}
