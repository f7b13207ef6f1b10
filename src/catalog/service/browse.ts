import type { ContractListing, ContractRecord, EntryTraits } from '../store/index.js'
import type { Caller, ServiceContext } from './context.js'

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
