import { type JsonValue, own } from '../../util/own.js'
import { inherit } from '../annotation/index.js'
import type { Channel, ChannelOperation, Governance, Message, Origin } from '../model/index.js'
import { readBindings } from './bindings.js'
import { governanceOf } from './governed.js'
import { describeLife, readMessage, readMessageMap, readTagNames } from './messages.js'
import type { OperationDraft } from './operation-ids.js'
import { readParameters } from './parameters.js'
import {
  below,
  checkFields,
  entriesOf,
  fieldAt,
  listOf,
  type Node,
  nameOf,
  objectOf,
  present,
  type Reading,
  requiredNameOf,
  textOf,
} from './reading.js'
import { isSame, refOf, target } from './reference.js'
import { readSecurity } from './security.js'
import { withTraits } from './traits.js'
import type { Around } from './version-2.js'

interface ListedChannel {
  readonly channel: Channel
  readonly node: Node
  readonly governance: Governance
}

/** AsyncAPI 3: channels with their messages, and operations that refer to both. */
export function readVersion3(
  reading: Reading,
  root: Node,
  around: Around,
): { readonly channels: readonly Channel[]; readonly operations: readonly OperationDraft[] } {
  const listed = entriesOf(reading, root, 'channels', true).flatMap(({ key, value, at }) => {
    const node = target(reading, key, value, at)
    return node ? [readChannel(reading, root, key, node, around)] : []
  })
  const operations = entriesOf(reading, root, 'operations', true).flatMap(({ key, value, at }) => {
    const node = target(reading, key, value, at)
    return (node && readOperation(reading, key, node, listed, around)) ?? []
  })
  return { channels: listed.map(({ channel }) => channel), operations }
}

function readChannel(reading: Reading, root: Node, key: string, node: Node, around: Around): ListedChannel {
  checkFields(reading, node, 'channel')
  const governance = inherit(around.governance, governanceOf(reading, node, 'channel'))
  const written = own(node.value, 'address')
  const address = written === null ? undefined : nameOf(reading, node, 'address')
  const channel: Channel = {
    kind: 'channel',
    key,
    ...present({
      address,
      title: textOf(reading, node, 'title'),
      description: textOf(reading, node, 'description') ?? textOf(reading, node, 'summary'),
      bindings: readBindings(reading, node, 'channel'),
    }),
    parameters: readParameters(reading, node, address),
    messages: readMessageMap(reading, node, governance),
    servers: readServerNames(reading, root, node),
    tags: readTagNames(reading, node),
    governance,
    at: node.at,
  }
  return { channel, node, governance }
}

function readServerNames(reading: Reading, root: Node, node: Node): readonly string[] {
  return (listOf(reading, node, 'servers') ?? []).flatMap(({ value, at }) => {
    const found = target(reading, 'servers', value, at)
    if (!found) return []
    const name = entriesOf(reading, root, 'servers', true).find((server) => {
      const standing =
        refOf(server.value) === undefined ? server : reading.sources.resolve(refOf(server.value) ?? '', server.at)
      return (standing && isSame(standing.at, found.at)) || isSame(server.at, found.at)
    })?.key
    if (name === undefined) reading.problems.report('TK1211', { server: refOf(value) ?? '' }, { at })
    return name ?? []
  })
}

function readOperation(
  reading: Reading,
  key: string,
  found: Node,
  listed: readonly ListedChannel[],
  around: Around,
): OperationDraft | undefined {
  checkFields(reading, found, 'operation')
  const node = withTraits(reading, found)
  const action = requiredNameOf(reading, node, 'action', 'an operation')
  const at = listedChannel(reading, node, listed, `operation \`${key}\``)
  if (action !== undefined && action !== 'send' && action !== 'receive') {
    reading.problems.report('TK1206', { action }, { at: fieldAt(node, 'action') })
  }
  if (!at || (action !== 'send' && action !== 'receive')) return undefined
  const governance = inherit(at.governance, governanceOf(reading, node, 'operation'))
  const docs = own(node.value, 'externalDocs')
  const documentation =
    docs === undefined ? undefined : target(reading, 'externalDocs', docs, fieldAt(node, 'externalDocs'))
  return {
    kind: 'channel',
    operationId: key,
    action,
    channel: at.channel.key,
    ...present({
      summary: textOf(reading, node, 'summary') ?? textOf(reading, node, 'title'),
      description: textOf(reading, node, 'description'),
      externalDocs: documentation && nameOf(reading, documentation, 'url'),
      bindings: readBindings(reading, node, 'operation'),
      reply: readReply(reading, node, key, listed, governance),
    }),
    tags: readTagNames(reading, node),
    security: readSecurity(reading, node, around.schemes, key),
    messages: readMessages(reading, node, at, governance),
    ...describeLife(governance),
    at: node.at,
  }
}

function listedChannel(
  reading: Reading,
  node: Node,
  listed: readonly ListedChannel[],
  what: string,
): ListedChannel | undefined {
  const value = own(node.value, 'channel')
  if (value === undefined) {
    reading.problems.report('TK1106', { object: what, field: 'channel' }, { at: node.at })
    return undefined
  }
  const at = fieldAt(node, 'channel')
  const ref = refOf(value)
  const found = target(reading, 'channel', value, at)
  if (!found) return undefined
  const byKey = listed.find(
    ({ channel }) => ref === below({ document: '', pointer: '#/channels' }, channel.key).pointer,
  )
  const channel = byKey ?? listed.find(({ node: known }) => isSame(known.at, found.at))
  if (!channel) reading.problems.report('TK1204', { what, ref: ref ?? 'written in place' }, { at })
  return channel
}

/** Those named, which must be of the channel; without a list all of the channel. */
function readMessages(
  reading: Reading,
  node: Node,
  { channel, node: channelNode }: ListedChannel,
  parent: Governance,
): readonly Message[] {
  const map = own(channelNode.value, 'messages') === undefined ? undefined : objectOf(reading, channelNode, 'messages')
  const entries = map
    ? Object.keys(map.value).map((key) => ({ key, value: own(map.value, key) as JsonValue, at: below(map.at, key) }))
    : []
  const named = listOf(reading, node, 'messages')
  if (!named)
    return entries.flatMap(({ key, value, at }) => readMessage(reading, value, at, { name: key, parent }) ?? [])
  return named.flatMap(({ value, at }) => {
    const found = target(reading, 'messages', value, at)
    if (!found) return []
    const ref = refOf(value) ?? 'written in place'
    const literal = entries.find((entry) =>
      ref.endsWith(below({ document: '', pointer: '#/channels' }, channel.key, 'messages', entry.key).pointer),
    )
    const message = literal?.key ?? channel.messages.find((known) => isSame(known.at, found.at))?.name
    if (message === undefined) reading.problems.report('TK1205', { ref, channel: channel.key }, { at })
    return (message === undefined ? undefined : readMessage(reading, value, at, { name: message, parent })) ?? []
  })
}

function readReply(
  reading: Reading,
  operation: Node,
  key: string,
  listed: readonly ListedChannel[],
  parent: Governance,
): ChannelOperation['reply'] {
  const value = own(operation.value, 'reply')
  const node = value === undefined ? undefined : target(reading, 'reply', value, fieldAt(operation, 'reply'))
  if (!node) return undefined
  checkFields(reading, node, 'reply')
  const at = Object.hasOwn(node.value, 'channel')
    ? listedChannel(reading, node, listed, `the reply of \`${key}\``)
    : undefined
  const address = own(node.value, 'address')
  const found = address === undefined ? undefined : target(reading, 'address', address, fieldAt(node, 'address'))
  return {
    ...present({ channel: at?.channel.key, addressLocation: found && nameOf(reading, found, 'location') }),
    messages: at ? readMessages(reading, node, at, parent) : freeMessages(reading, node, parent),
  }
}

/** A reply to an address that the request names has messages without a channel. */
function freeMessages(reading: Reading, node: Node, parent: Governance): readonly Message[] {
  return (listOf(reading, node, 'messages') ?? []).flatMap(
    ({ value, at }: { value: JsonValue; at: Origin }) => readMessage(reading, value, at, { parent }) ?? [],
  )
}
