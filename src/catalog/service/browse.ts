import type { CatalogEntry, Coordinates } from '../model/index.js'
import { formatCoordinates } from '../model/index.js'
import type { ContractListing, ContractRecord, EntryTraits } from '../store/index.js'
import type { Caller, ServiceContext } from './context.js'
import { notFound, type Refused, refused } from './refused.js'

/** A contract with what its newest published version is made of. */
export interface BrowsedContract {
  readonly contract: ContractRecord
  /** Absent where nothing was found in it. */
  readonly traits?: EntryTraits
}

/** Contracts in the order of their names, for people to look through. */
export async function browseContracts(
  { store }: ServiceContext,
  { organisation }: Caller,
  listing: ContractListing,
): Promise<readonly BrowsedContract[]> {
  const reads = store.of(organisation)
  const contracts = await reads.contracts(listing)
  const traits = new Map((await reads.traits(contracts)).map((each) => [keyOf(each), each]))
  return contracts.map((contract) => {
    const found = traits.get(keyOf(contract))
    return { contract, ...(found && { traits: found }) }
  })
}

function keyOf({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `${namespace}/${name}`
}

/** What can be found in a version that is not the newest one: those are read from its documents, apart from the server. */
export async function describeVersion(
  { store, judge, onDefect }: ServiceContext,
  { organisation }: Caller,
  coordinates: Coordinates,
): Promise<readonly CatalogEntry[] | Refused> {
  const bundle = await store.of(organisation).bundle(coordinates)
  if (!bundle) return notFound
  const judged = await judge.run(organisation, { kind: 'describe', coordinates, bundle })
  switch (judged.kind) {
    case 'busy':
      return refused('busy', 'Too many questions of this organisation wait to be answered.')
    case 'defeated':
      onDefect(judged.defect, { organisation, subject: formatCoordinates(coordinates) })
      return refused('busy', 'The contract is more than can be looked at.')
    case 'answer':
      return judged.answer?.entries ?? []
  }
}
