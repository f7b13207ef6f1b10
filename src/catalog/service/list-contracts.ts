import type { ContractName, ContractRecord } from '../store/index.js'
import type { Caller, ServiceContext } from './context.js'
import { type Refused, refused } from './refused.js'

export interface ContractQuery {
  readonly namespace?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface ContractPage {
  readonly items: readonly ContractRecord[]
  /** Absent on the last page. */
  readonly nextCursor?: string
}

/** What a cursor says: the query that it goes on with, and the last that was shown. */
type Place = readonly [query: string | null, ...after: [namespace: string, name: string]]

/** One page. A cursor goes on with the query that it came from, of this organisation, and with nothing else. */
export async function listContracts(
  { store, tickets }: ServiceContext,
  { organisation }: Caller,
  { namespace, cursor, limit }: ContractQuery,
): Promise<ContractPage | Refused> {
  const asked = namespace ?? null
  let after: ContractName | undefined
  if (cursor !== undefined) {
    const [query, ...last] = (await tickets.redeem(cursor)) as Place
    if (query !== asked) return refused('not-usable', 'The cursor belongs to another query.')
    after = { namespace: last[0], name: last[1] }
  }
  // One more than is shown tells whether there is another page.
  const found = await store.of(organisation).contracts({ namespace, after, limit: limit + 1 })
  const items = found.slice(0, limit)
  const last = items.at(-1)
  if (found.length <= limit || !last) return { items }
  return { items, nextCursor: await tickets.issue([asked, last.namespace, last.name] satisfies Place) }
}
