import type { ChannelOperation, Contract } from '../../../contract/model/index.js'
import { wireAddress } from '../../pair/pair-channels.js'

/** Whether a version has another operation that does the same in the same place: then only the document was cut anew. */
export function stillDoes(contract: Contract, other: Contract, operation: ChannelOperation | undefined): boolean {
  if (!operation) return false
  const place = placeOf(other, operation)
  return contract.operations.some(
    (candidate) =>
      candidate.kind === 'channel' && candidate.action === operation.action && placeOf(contract, candidate) === place,
  )
}

function placeOf({ channels }: Contract, { channel: key }: ChannelOperation): string {
  const channel = channels.find((candidate) => candidate.key === key)
  return channel?.address === undefined ? `key ${key}` : wireAddress(channel.address)
}
