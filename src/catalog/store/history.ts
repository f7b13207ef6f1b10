import { compareText } from '../../util/compare.js'
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

/**
 * Of these actions, in the order of the months. Each month is counted by itself: that needs no more than a stretch of the
 * index, where grouping by a part of the instant makes a table of all that happened.
 *
 * @param months such as `2026-11`
 */
export async function countByMonth(
  reader: Reader,
  organisation: string,
  { actions, months }: { readonly actions: readonly string[]; readonly months: readonly string[] },
): Promise<readonly MonthlyCount[]> {
  const counts = await Promise.all(months.toSorted(compareText).map((month) => countOf(month)))
  return counts.flat()

  async function countOf(month: string): Promise<readonly MonthlyCount[]> {
    const rows = await reader
      .selectFrom('audit')
      .where('organisation', '=', organisation)
      .where('action', 'in', [...actions])
      .where('at', '>=', month)
      .where('at', '<', monthAfter(month))
      .groupBy('action')
      .orderBy('action')
      .select('action')
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .execute()
    return rows.map(({ action, count }) => ({ month, action, count: Number(count) }))
  }
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number)).toISOString().slice(0, 7)
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
