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

/** What a cursor says: whether the query was for one namespace, and the last contract that was shown. Cursors are short. */
type Place = readonly [isOfNamespace: 0 | 1, namespace: string, name: string]

/** One page. A cursor goes on with the query that it came from, of this organisation, and with nothing else. */
export async function listContracts(
  { store, tickets }: ServiceContext,
  { organisation }: Caller,
  { namespace, cursor, limit }: ContractQuery,
): Promise<ContractPage | Refused> {
  let after: ContractName | undefined
  if (cursor !== undefined) {
    const [isOfNamespace, of, name] = (await tickets.redeem(cursor)) as Place
    const query = isOfNamespace === 1 ? of : undefined
    if (query !== namespace) return refused('not-usable', 'The cursor belongs to another query.')
    after = { namespace: of, name }
  }
  // One more than is shown tells whether there is another page.
  const found = await store.of(organisation).contracts({ namespace, after, limit: limit + 1 })
  const items = found.slice(0, limit)
  const last = items.at(-1)
  if (found.length <= limit || !last) return { items }
  const place: Place = [namespace === undefined ? 0 : 1, last.namespace, last.name]
  return { items, nextCursor: await tickets.issue(place) }
}
