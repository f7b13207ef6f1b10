import type { Channel, ChannelOperation } from '../../contract/model/index.js'
import { compareNode, emitField, emitNode, type FieldChange } from '../edit/compare-node.js'
import { inverse, type Place } from '../edit/edit.js'
import type { Direction } from '../report.js'
import { compareRequirements } from '../security/requirements.js'
import { type ChannelSide, channelName, channelPlace, isMigration } from './channel-side.js'
import type { ChannelGroup, ChannelPairs } from './pair-channels.js'
import { pairInPasses } from './pair-in-passes.js'
import { atKey, below, type Walk } from './walk.js'
import { walkBindings } from './walk-bindings.js'
import { walkGovernance } from './walk-governance.js'
import { walkMessages } from './walk-messages.js'

type Pair<T> = { readonly before: T; readonly after: T }
type Action = ChannelOperation['action']

/** Both versions' channels. */
export type ChannelSides = Pair<ChannelSide>

/**
 * Compares what the API does at each place. On the wire, operations with one action at one place cannot be told apart:
 * their messages are compared together, everything else operation by operation.
 */
export function createOperationWalk(walk: Walk, sides: ChannelSides, { groups }: ChannelPairs) {
  const gone: ChannelOperation[] = []
  const come: ChannelOperation[] = []
  const sameGroup = new Map<Channel, ChannelGroup>()
  for (const group of groups) for (const channel of [...group.before, ...group.after]) sameGroup.set(channel, group)
  return { run }

  function run(): void {
    for (const group of groups) compareGroup(group)
    const moved = pairInPasses(gone, come, [movedKey])
    for (const operation of moved.removed) {
      emitNode(walk, 'channel-operation', 'removed', operation, placeOf({ before: operation }))
    }
    for (const operation of moved.added) {
      emitNode(walk, 'channel-operation', 'added', operation, placeOf({ after: operation }))
    }
    for (const pair of moved.kept) {
      const change = {
        action: 'changed',
        from: nameOf(pair.before, 'before'),
        to: nameOf(pair.after, 'after'),
      } as const
      emitField(walk, 'channel-operation', pair, 'channel', change, placeOf(pair))
      compareOperation(pair)
    }
  }

  function compareGroup(group: ChannelGroup): void {
    const [before, after] = [sides.before.operationsOf(group.before), sides.after.operationsOf(group.after)]
    if (before.length === 0 && after.length === 0 && !sides.before.hasOperations && !sides.after.hasOperations) {
      compareDescribed(group)
      return
    }
    const left: { removed: readonly ChannelOperation[]; added: readonly ChannelOperation[] }[] = []
    for (const action of ['send', 'receive'] as const) {
      const [was, is] = [withAction(before, action), withAction(after, action)]
      const { kept, removed, added } = pairOperations(was, is)
      for (const pair of kept) compareOperation(pair)
      if (kept.length > 0) compareMessages(was, is, action)
      left.push({ removed, added })
    }
    const turned = pairInPasses(
      left.flatMap(({ removed }) => removed),
      left.flatMap(({ added }) => added),
      [({ id, named }) => (named ? id : undefined), ({ named }) => (named ? undefined : 'unnamed')],
    )
    for (const pair of turned.kept) {
      const change = { action: 'changed', from: pair.before.action, to: pair.after.action } as const
      emitField(walk, 'channel-operation', pair, 'action', change, placeOf(pair))
    }
    gone.push(...turned.removed)
    come.push(...turned.added)
  }

  /** A document that only describes channels does not say who sends: what is in them goes both ways. */
  function compareDescribed({ before, after }: ChannelGroup): void {
    const [was, is] = [before[0], after[0]]
    if (!was || !is) return
    const owned = (channels: readonly Channel[]) =>
      channels.flatMap(({ messages }) => messages.map((message) => ({ message })))
    for (const action of ['send', 'receive'] as const) {
      const place = { ...channelPlace({ before: was, after: is }, []), direction: directionOf(action) }
      walkMessages(walk, owned(before), owned(after), place)
    }
  }

  function compareOperation(pair: Pair<ChannelOperation>): void {
    const place = placeOf(pair)
    compareNode(walk, 'channel-operation', pair, place, ['id', 'security', 'action', 'channel'])
    compareNames(pair, place)
    const [from, to] = [pair.before.security, pair.after.security]
    const { lost, gained } = compareRequirements(walk, from, to)
    if (lost.length > 0 || gained.length > 0) {
      const action = from.length === 0 ? 'added' : to.length === 0 ? 'removed' : 'changed'
      emitField(walk, 'channel-operation', pair, 'security', { action, from, to }, place)
    }
    walkBindings(walk, pair, place)
    walkGovernance(walk, pair, place)
    compareReply(pair, place)
  }

  /** A made-up name says nothing; AsyncAPI 3 has no operation without one. */
  function compareNames({ before, after }: Pair<ChannelOperation>, place: Place): void {
    const [from, to] = [before.named ? before.id : undefined, after.named ? after.id : undefined]
    const emit = (change: FieldChange): void =>
      emitField(walk, 'channel-operation', { before, after }, 'id', change, atKey(place))
    if (from !== undefined && to !== undefined) {
      if (from !== to) emit({ action: 'changed', from, to })
    } else if (isMigration(walk)) return
    else if (to !== undefined) emit({ action: 'added', to })
    else if (from !== undefined) emit({ action: 'removed', from })
  }

  function compareMessages(
    before: readonly ChannelOperation[],
    after: readonly ChannelOperation[],
    action: Action,
  ): void {
    const place = placeOf({ before: before[0] as ChannelOperation, after: after[0] as ChannelOperation })
    const owned = (operations: readonly ChannelOperation[]) =>
      operations.flatMap((operation) => operation.messages.map((message) => ({ message, operation })))
    walkMessages(walk, owned(before), owned(after), { ...place, direction: directionOf(action) })
  }

  function compareReply(pair: Pair<ChannelOperation>, above: Place): void {
    const replies = { before: pair.before.reply, after: pair.after.reply }
    const standing = (operation: ChannelOperation) => ({
      at: { document: operation.at.document, pointer: `${operation.at.pointer}/reply` },
    })
    const place = below(
      above,
      'reply',
      { before: replies.before && standing(pair.before), after: replies.after && standing(pair.after) },
      { location: 'reply', direction: inverse(directionOf(pair.after.action)) },
    )
    if (!replies.before || !replies.after) {
      if (replies.after) emitNode(walk, 'reply', 'added', replies.after, place)
      if (replies.before) emitNode(walk, 'reply', 'removed', replies.before, place)
      return
    }
    const both = { before: replies.before, after: replies.after }
    compareNode(walk, 'reply', both, place, ['channel'])
    const [from, to] = [replyChannel(both.before.channel, 'before'), replyChannel(both.after.channel, 'after')]
    if (!from !== !to || (from && to && !isOnePlace(from, to))) {
      const [was, is] = [from && channelName(from), to && channelName(to)]
      const action = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
      const change = { action, ...(was !== undefined && { from: was }), ...(is !== undefined && { to: is }) } as const
      emitField(walk, 'reply', both, 'channel', change, place)
    }
    const owned = ({ messages }: typeof both.before, operation: ChannelOperation) =>
      messages.map((message) => ({ message, operation }))
    walkMessages(walk, owned(both.before, pair.before), owned(both.after, pair.after), place)
  }

  function replyChannel(key: string | undefined, side: 'before' | 'after'): Channel | undefined {
    return key === undefined ? undefined : sides[side].channelByKey(key)
  }

  function isOnePlace(before: Channel, after: Channel): boolean {
    const home = sameGroup.get(before)
    return home !== undefined && home === sameGroup.get(after)
  }

  function nameOf(operation: ChannelOperation, side: 'before' | 'after'): string {
    const channel = sides[side].channelOf(operation)
    return channel ? channelName(channel) : operation.channel
  }

  function placeOf(operation: { readonly before?: ChannelOperation; readonly after?: ChannelOperation }): Place {
    const { before, after } = operation
    const name = after ? nameOf(after, 'after') : before ? nameOf(before, 'before') : ''
    return atKey({
      pointer: `${(after ?? before)?.action} ${name}`,
      operation,
      direction: directionOf((after ?? before)?.action ?? 'send'),
      ...(before && { before: { at: before.at } }),
      ...(after && { after: { at: after.at } }),
    })
  }
}

/** Which way the messages of an operation go. */
function directionOf(action: Action): Direction {
  return action === 'send' ? 'published' : 'consumed'
}

function withAction(operations: readonly ChannelOperation[], action: Action): readonly ChannelOperation[] {
  return operations.filter((operation) => operation.action === action)
}

/** By the names that people gave them, then by their messages, then in their order. */
function pairOperations(before: readonly ChannelOperation[], after: readonly ChannelOperation[]) {
  return pairInPasses(before, after, [
    ({ id, named }) => (named ? id : undefined),
    ({ messages }) => JSON.stringify(messages.map(({ name }) => name).sort()),
    () => '',
  ])
}

/** Only a name that somebody gave says that two operations are one. */
function movedKey({ action, id, named }: ChannelOperation): string | undefined {
  return named ? `${action} ${id}` : undefined
}
