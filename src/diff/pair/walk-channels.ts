import type { Channel, ChannelParameter, Server } from '../../contract/model/index.js'
import { compareNode, emitField, emitNode } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import { addressSchemas } from './address-schema.js'
import { channelPlace, createChannelSide, isMigration, majorOf } from './channel-side.js'
import { pairBy } from './pair-by.js'
import { pairChannels, wireAddress } from './pair-channels.js'
import { atKey, below, type Walk } from './walk.js'
import { walkBindings } from './walk-bindings.js'
import type { BrokerPairs } from './walk-brokers.js'
import { createOperationWalk } from './walk-channel-operations.js'

type Pair<T> = { readonly before: T; readonly after: T }

/** Compares channels by where they are on the wire, then what is sent and received there. */
export function walkChannels(walk: Walk, brokers: BrokerPairs): void {
  const pairs = pairChannels(walk.base, walk.head)
  const sides = { before: createChannelSide(walk.base), after: createChannelSide(walk.head) }
  for (const channel of pairs.removed) {
    const place = channelPlace({ before: channel }, sides.before.usersOf(channel))
    emitNode(walk, 'channel', 'removed', channel, place)
  }
  for (const channel of pairs.added) {
    const place = channelPlace({ after: channel }, sides.after.usersOf(channel))
    emitNode(walk, 'channel', 'added', channel, place)
  }
  for (const pair of pairs.kept) {
    const own = sides.after.usersOf(pair.after)
    const place = channelPlace(pair, own.length > 0 ? own : sides.before.usersOf(pair.before))
    walkChannel(walk, pair, place)
    walkServers(walk, pair, brokers, place)
  }
  createOperationWalk(walk, sides, pairs).run()
}

function walkChannel(walk: Walk, pair: Pair<Channel>, place: Place): void {
  // AsyncAPI 2 has no tags on channels.
  compareNode(walk, 'channel', pair, place, ['address', 'servers', ...(isMigration(walk) ? ['tags'] : [])])
  walkAddress(walk, pair, place)
  walkParameters(walk, pair, place)
  walkBindings(walk, pair, place)
}

/** Where a channel is, by the servers themselves; one that names none is on all of them. */
function walkServers(walk: Walk, pair: Pair<Channel>, brokers: BrokerPairs, place: Place): void {
  const named = (side: 'before' | 'after', names: readonly string[], all: readonly Server[]) =>
    (names.length > 0 ? names : all.flatMap(({ name }) => name ?? [])).map((name) => ({
      name,
      identity: brokers.identityOf(side, name) ?? name,
    }))
  const { removed, added } = pairBy(
    named('before', pair.before.servers, walk.base.servers),
    named('after', pair.after.servers, walk.head.servers),
    ({ identity }) => identity,
  )
  // What comes or goes with the server itself is told of the server.
  const isKnown = ({ identity }: { readonly identity: string }) => identity.startsWith('#')
  for (const { name } of removed.filter(isKnown))
    emitField(walk, 'channel', pair, 'servers', { action: 'removed', from: name, member: name }, place)
  for (const { name } of added.filter(isKnown))
    emitField(walk, 'channel', pair, 'servers', { action: 'added', to: name, member: name }, place)
}

function walkAddress(walk: Walk, pair: Pair<Channel>, place: Place): void {
  const [from, to] = [pair.before.address, pair.after.address]
  if (from === undefined && to !== undefined)
    emitField(walk, 'channel', pair, 'address', { action: 'added', to }, place)
  else if (from !== undefined && to === undefined)
    emitField(walk, 'channel', pair, 'address', { action: 'removed', from }, place)
  else if (from !== undefined && to !== undefined && wireAddress(from) !== wireAddress(to))
    emitField(walk, 'channel', pair, 'address', { action: 'changed', from, to }, place)
}

/** Parameters are known by their position in the address; where that says nothing, by their names. */
function walkParameters(walk: Walk, pair: Pair<Channel>, place: Place): void {
  const [was, is] = [pair.before.address ?? '', pair.after.address ?? '']
  const isMoved = wireAddress(was) !== wireAddress(is)
  const { added, removed, kept } = pairBy(
    namedParameters(pair.before, isMoved),
    namedParameters(pair.after, isMoved),
    ({ key }) => key,
  )
  const placeOf = (side: { before?: ChannelParameter; after?: ChannelParameter }): Place => {
    const { name } = (side.after ?? side.before) as ChannelParameter
    return atKey(below(place, ['parameters', name], side, { location: `parameter \`${name}\`` }))
  }
  for (const { parameter } of removed)
    emitNode(walk, 'channel-parameter', 'removed', parameter, placeOf({ before: parameter }))
  for (const { parameter } of added)
    emitNode(walk, 'channel-parameter', 'added', parameter, placeOf({ after: parameter }))
  for (const { before, after } of kept) {
    walkParameter(walk, { before: before.parameter, after: after.parameter }, placeOf)
  }
}

function walkParameter(
  walk: Walk,
  pair: Pair<ChannelParameter>,
  placeOf: (side: Partial<Pair<ChannelParameter>>) => Place,
): void {
  const place = placeOf(pair)
  compareNode(walk, 'channel-parameter', pair, place)
  const isListed = majorOf(walk.base) >= 3 || majorOf(walk.head) >= 3
  const [before, after] = addressSchemas({ before: pair.before.schema, after: pair.after.schema }, walk, isListed)
  // Whoever sends to the channel or listens to it chooses the address: what could be chosen must stay.
  walk.schemas.compare(before, after, below(place, [], { before, after }, { direction: 'consumed' }))
}

interface NamedParameter {
  readonly key: string
  readonly parameter: ChannelParameter
}

function namedParameters({ parameters, address = '' }: Channel, isMoved: boolean): readonly NamedParameter[] {
  const names = [...address.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name)
  return parameters.map((parameter) => {
    const position = isMoved ? -1 : names.indexOf(parameter.name)
    return { key: position < 0 ? `name ${parameter.name}` : `#${position}`, parameter }
  })
}
