import type { Channel, ChannelOperation, Contract } from '../../contract/model/index.js'
import type { Place } from '../edit/edit.js'
import { wireAddress } from './pair-channels.js'
import { atKey } from './walk.js'

/** What one version does with its channels. */
export interface ChannelSide {
  channelOf(operation: ChannelOperation): Channel | undefined
  operationsOf(channels: readonly Channel[]): readonly ChannelOperation[]
  /** Those that send or receive there, then those that are answered there. */
  usersOf(channel: Channel): readonly ChannelOperation[]
  channelByKey(key: string): Channel | undefined
  /** Whether anything is said about who sends and who receives. */
  readonly hasOperations: boolean
}

export function createChannelSide({ channels, operations }: Contract): ChannelSide {
  const byKey = new Map(channels.map((channel) => [channel.key, channel]))
  const byChannel = new Map<Channel, ChannelOperation[]>()
  const byReply = new Map<Channel, ChannelOperation[]>()
  for (const operation of operations) {
    const replies = operation.kind === 'channel' ? byKey.get(operation.reply?.channel ?? '') : undefined
    if (operation.kind === 'channel' && replies && operation.reply?.channel !== operation.channel)
      byReply.set(replies, [...(byReply.get(replies) ?? []), operation])
    const channel = operation.kind === 'channel' ? byKey.get(operation.channel) : undefined
    if (operation.kind !== 'channel' || !channel) continue
    const known = byChannel.get(channel)
    if (known) known.push(operation)
    else byChannel.set(channel, [operation])
  }
  return {
    channelOf: (operation) => byKey.get(operation.channel),
    operationsOf: (asked) => asked.flatMap((channel) => byChannel.get(channel) ?? []),
    usersOf: (channel) => [...(byChannel.get(channel) ?? []), ...(byReply.get(channel) ?? [])],
    channelByKey: (key) => byKey.get(key),
    hasOperations: byChannel.size > 0,
  }
}

/** The name of a channel that is the same in every version: its address where it has one. */
export function channelName({ address, key }: Channel): string {
  return address === undefined ? key : wireAddress(address)
}

export function channelPlace(
  { before, after }: { readonly before?: Channel; readonly after?: Channel },
  reaches: readonly ChannelOperation[],
): Place {
  const channel = (after ?? before) as Channel
  return atKey({
    pointer: `channel ${channelName(channel)}`,
    ...(reaches.length > 0 && { reaches }),
    ...(before && { before: { at: before.at } }),
    ...(after && { after: { at: after.at } }),
  })
}

/** Whether the two versions are written for different major versions of AsyncAPI, which cannot say all the same. */
export function isMigration({ base, head }: { readonly base: Contract; readonly head: Contract }): boolean {
  return majorOf(base) !== majorOf(head)
}

/** AsyncAPI's major version: 2 or 3. */
export function majorOf({ specVersion }: Contract): number {
  return Number(specVersion.split('.')[0])
}
