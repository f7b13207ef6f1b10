import type { Channel, ChannelOperation, Contract } from '../../contract/model/index.js'
import { pairInPasses } from './pair-in-passes.js'

/** Channels of one side that are the same place on the wire: AsyncAPI 3 may list an address several times. */
export interface ChannelGroup {
  readonly before: readonly Channel[]
  readonly after: readonly Channel[]
}

export interface ChannelPairs {
  /** Channels that are one, in the order of the later version; those that moved have another address. */
  readonly kept: readonly { readonly before: Channel; readonly after: Channel }[]
  readonly removed: readonly Channel[]
  readonly added: readonly Channel[]
  /** Places that both versions know. */
  readonly groups: readonly ChannelGroup[]
}

/**
 * Pairs channels by address, whatever their keys and the names of their parameters are; those without one by key, then by
 * title. What is left has moved when it has kept its key, or its operations their names. One more channel at an address
 * that both versions know is not a new place.
 */
export function pairChannels(base: Contract, head: Contract): ChannelPairs {
  const named = new Map([...namesOf(base), ...namesOf(head)])
  const { kept, removed, added } = pairInPasses(base.channels, head.channels, [
    (channel) => join(placeOf(channel), channel.key),
    (channel) => join(placeOf(channel), messageNames(channel)),
    placeOf,
    (channel) => (channel.address === undefined ? `key ${channel.key}` : undefined),
    (channel) => (channel.address === undefined && channel.title !== undefined ? `title ${channel.title}` : undefined),
    ({ key }) => key,
    (channel) => named.get(channel),
  ])
  return { kept, ...group(kept, removed, added) }
}

/** The address with parameters by position: their names are not on the wire. */
export function wireAddress(address: string): string {
  return address.replaceAll(/\{[^{}]*\}/g, '{}')
}

function placeOf({ address }: Channel): string | undefined {
  return address === undefined ? undefined : wireAddress(address)
}

function join(place: string | undefined, more: string): string | undefined {
  return place === undefined ? undefined : JSON.stringify([place, more])
}

function messageNames({ messages }: Channel): string {
  return JSON.stringify(messages.map(({ name }) => name).sort())
}

/** The names that people gave to the operations of a channel, as one text. */
function namesOf({ channels, operations }: Contract): readonly (readonly [Channel, string])[] {
  const byChannel = new Map<string, string[]>()
  for (const operation of operations) {
    if (operation.kind !== 'channel' || !operation.named) continue
    const names = byChannel.get(operation.channel) ?? []
    byChannel.set(operation.channel, [...names, nameOf(operation)])
  }
  return channels.flatMap((channel) => {
    const names = byChannel.get(channel.key)
    return names ? [[channel, JSON.stringify(names.sort())] as const] : []
  })
}

function nameOf({ action, id }: ChannelOperation): string {
  return `${action} ${id}`
}

function group(
  kept: ChannelPairs['kept'],
  removed: readonly Channel[],
  added: readonly Channel[],
): Omit<ChannelPairs, 'kept'> {
  const groups: { before: Channel[]; after: Channel[] }[] = []
  const byPlace = new Map<string, (typeof groups)[number]>()
  for (const { before, after } of kept) {
    const places = [before, after].flatMap((channel) => placeOf(channel) ?? [])
    const known = places.map((place) => byPlace.get(place)).find(Boolean)
    const home = known ?? { before: [], after: [] }
    if (!known) groups.push(home)
    home.before.push(before)
    home.after.push(after)
    for (const place of places) if (!byPlace.has(place)) byPlace.set(place, home)
  }
  const stay = (side: 'before' | 'after') => (channel: Channel) => {
    const home = channel.address === undefined ? undefined : byPlace.get(wireAddress(channel.address))
    if (!home?.[side].some((other) => placeOf(other) === placeOf(channel))) return true
    home[side].push(channel)
    return false
  }
  return { removed: removed.filter(stay('before')), added: added.filter(stay('after')), groups }
}
