import { oneLine } from '../../../util/one-line.js'
import type { BrowsedContract, Caller, ServiceContext } from '../../service/index.js'
import { type Asset, createAsset } from '../assets/assets.js'
import { fileOf } from './file-address.js'

/** Operations of a contract, and of all of them, that can be found: the index is loaded whole. */
const mostOfContract = 2000
const mostOperations = 20_000

/** Its address, what it is called, where it belongs, and words to be found by. */
type Row = readonly [file: string | undefined, label: string, title: string, words: string]

/** What the search in the browser looks through: contracts, and the operations of their newest versions. */
export async function searchIndex(
  { store }: ServiceContext,
  caller: Caller,
  contracts: readonly BrowsedContract[],
): Promise<Asset> {
  const rows: Row[] = contracts.map(({ contract: { namespace, name, title, owner = '' }, traits }) => [
    fileOf({ page: 'contract', namespace, name }),
    `${namespace}/${name}`,
    title,
    [owner, ...(traits?.scopes.keys() ?? []), ...(traits?.sensitivities.keys() ?? [])].join(' '),
  ])
  let left = mostOperations
  for (const { contract } of contracts) {
    const { namespace, name, latest: version = '' } = contract
    const limit = Math.min(left, mostOfContract)
    const page = { kind: 'operation', offset: 0, limit } as const
    const entries = await store.of(caller.organisation).entries({ namespace, name, version }, page)
    for (const { label, text, part } of entries)
      if (part)
        rows.push([
          fileOf({ page: 'part', namespace, name, version, ...part }),
          label,
          `${namespace}/${name} ${version}`,
          oneLine(text).slice(0, 160),
        ])
    left -= entries.length
  }
  return createAsset('search', 'json', 'application/json', JSON.stringify(rows))
}
