import type { ChannelOperation, Contract } from '../../../contract/model/index.js'
import { wireAddress } from '../../pair/pair-channels.js'

/** Whether a version does the same in the same place as an operation of the other: then only the document was cut anew. */
export function stillDoes(contract: Contract, other: Contract, operation: ChannelOperation | undefined): boolean {
  return operation !== undefined && deedsOf(contract).has(deed(operation, addressesOf(other)))
}

const known = new WeakMap<Contract, ReadonlySet<string>>()

/** All that a contract does, as texts that are the same in both versions. */
function deedsOf(contract: Contract): ReadonlySet<string> {
  const found = known.get(contract)
  if (found) return found
  const addresses = addressesOf(contract)
  const deeds = new Set<string>()
  for (const operation of contract.operations) if (operation.kind === 'channel') deeds.add(deed(operation, addresses))
  known.set(contract, deeds)
  return deeds
}

const knownAddresses = new WeakMap<Contract, ReadonlyMap<string, string>>()

function addressesOf(contract: Contract): ReadonlyMap<string, string> {
  const found = knownAddresses.get(contract)
  if (found) return found
  const byKey = new Map<string, string>()
  for (const { key, address } of contract.channels) if (address !== undefined) byKey.set(key, wireAddress(address))
  knownAddresses.set(contract, byKey)
  return byKey
}

function deed({ action, channel }: ChannelOperation, byKey: ReadonlyMap<string, string>): string {
  const address = byKey.get(channel)
  return address === undefined ? `${action} key ${channel}` : `${action} at ${address}`
}
