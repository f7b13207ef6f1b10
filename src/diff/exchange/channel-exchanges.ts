import type { Binding, Channel, ChannelOperation, Message, Server } from '../../contract/model/index.js'
import { messageText } from './message-text.js'
import type { Samples } from './samples.js'
import { inOrder, type Show, senderOf } from './scene.js'

/** Whatever became of a channel: messages went over it as it was. */
export const showChannel: Show<'channel'> = ({ field, member, before }, { before: samples }) => {
  const around = field === 'servers' && member !== undefined ? [`server ${member}`] : []
  const message = before && messageOn(before, samples)
  return message && { text: messageText(before, message, samples, around), reason: 'nobody is there any more' }
}

export function messageOn({ key, messages }: Channel, { contract }: Samples): Message | undefined {
  const using = contract.operations.flatMap((each) =>
    each.kind === 'channel' && each.channel === key ? each.messages : [],
  )
  return using[0] ?? messages[0]
}

export const showChannelOperation: Show<'channel-operation'> = ({ field, before }, scene) => {
  const [message] = before?.messages ?? []
  const isAbout = field === undefined || field === 'channel' || field === 'action'
  if (!before || !message || !isAbout) return undefined
  return { text: onChannelOf(before, message, scene.before), reason: 'nobody is there any more' }
}

const messageReasons: Readonly<Record<string, string>> = {
  contentType: 'the content is read as something else',
  schemaFormat: 'the payload is described in another language',
  correlationId: 'the correlation id is looked for in another place',
}

export const showMessage: Show<'message'> = ({ field, before, after, place }, scene) => {
  const { sent: message } = inOrder({ before, after }, scene)
  const { sent: operation } = inOrder(place.operation ?? {}, scene)
  const reason = field === undefined ? `nobody knows the message \`${message?.name ?? ''}\`` : messageReasons[field]
  if (operation?.kind !== 'channel' || !message || reason === undefined) return undefined
  const isAnswer = operation.reply?.messages.includes(message) === true
  const text = isAnswer ? answerText(operation, senderOf(scene)) : onChannelOf(operation, message, senderOf(scene))
  return { text, reason, ...(field !== undefined && { outcome: 'misread' }) }
}

/** An answer that goes another way; or the question, where nothing answers any more, or nothing has done so yet. */
export const showReply: Show<'reply'> = ({ field, action, place }, scene) => {
  if (field === undefined) {
    const isGone = action === 'removed'
    const [asked, samples] = isGone ? [place.operation?.before, scene.before] : [place.operation?.after, scene.after]
    if (asked?.kind !== 'channel') return undefined
    const [question] = asked.messages
    const reason = isGone ? 'no answer comes any more' : 'nobody knows that an answer is waited for'
    return question && { text: onChannelOf(asked, question, samples), reason, outcome: 'unanswered' }
  }
  const { sent } = inOrder(place.operation ?? {}, scene)
  if (sent?.kind !== 'channel') return undefined
  return {
    text: answerText(sent, senderOf(scene)),
    reason: 'the answer is waited for in another place',
    outcome: 'misread',
  }
}

function answerText({ reply, channel }: ChannelOperation, samples: Samples): string | undefined {
  const message = reply?.messages[0]
  const home = samples.contract.channels.find(({ key }) => key === (reply?.channel ?? channel))
  if (!reply || !message || !home) return undefined
  const { addressLocation } = reply
  return messageText(home, message, samples, addressLocation === undefined ? [] : [`sent to ${addressLocation}`])
}

export const showChannelParameter: Show<'channel-parameter'> = ({ field, before, after }, scene) => {
  const samples = senderOf(scene)
  const channel = samples.contract.channels.find(({ parameters }) =>
    parameters.some((each) => each === before || each === after),
  )
  const message = channel && messageOn(channel, samples)
  if (!message || field !== 'location') return undefined
  return {
    text: messageText(channel, message, samples),
    reason: 'the value is looked for in another place',
    outcome: 'misread',
  }
}

/** Whatever goes over a broker: the first message on a channel of it. */
export const showBroker: Show<'broker'> = ({ field, before }, { before: samples }) => {
  if (!before || (field !== undefined && field !== 'url' && field !== 'protocol')) return undefined
  return { text: atBroker(before, samples), reason: 'nobody is there any more' }
}

/** Undefined when no channel of it has a message. */
export function atBroker(broker: Server, samples: Samples, around: readonly string[] = []): string | undefined {
  const { channels } = samples.contract
  const isThere = ({ servers }: Channel): boolean => servers.length === 0 || servers.includes(broker.name ?? '')
  const channel = channels.find((each) => isThere(each) && messageOn(each, samples))
  const message = channel && messageOn(channel, samples)
  const { url, protocol } = broker
  const server = url.includes('://') || protocol === undefined ? url : `${protocol}://${url}`
  return message && messageText(channel, message, samples, [`server ${server}`, ...around])
}

/** A message with what the protocol adds to it, as whoever sends has it. */
export const showBinding: Show<'binding'> = ({ member, from, to, before, after }, scene) => {
  const bound = (before && boundTo(before, scene.before)) ?? (after && boundTo(after, scene.after))
  const samples = senderOf(scene)
  const channel = samples.contract.channels.find(({ key }) => key === bound?.key)
  const message = channel && messageOn(channel, samples)
  if (!message || member === undefined) return undefined
  // What is not written down is what the protocol takes for it.
  const value = valueOf(scene.isRead ? from : to)
  const line = value === undefined ? [] : [`${(after ?? before)?.protocol ?? ''} ${member}: ${JSON.stringify(value)}`]
  return { text: messageText(channel, message, samples, line), reason: 'the other side is bound in another way' }
}

/** The channel that the binding is of, or is of an operation or a message of. */
function boundTo(binding: Binding, { contract: { operations, channels } }: Samples): Channel | undefined {
  return channels.find((channel) => {
    const own = operations.filter(
      (each): each is ChannelOperation => each.kind === 'channel' && each.channel === channel.key,
    )
    const all = [channel, ...own, ...own.flatMap(({ messages }) => messages)]
    return all.some(({ bindings }) => bindings?.includes(binding))
  })
}

function valueOf(field: unknown): unknown {
  return typeof field === 'object' && field !== null && 'value' in field ? field.value : field
}

/** A message of an operation, with what there is around it. */
export function onChannelOf(
  { channel: key }: ChannelOperation,
  message: Message,
  samples: Samples,
  around: readonly string[] = [],
): string | undefined {
  const channel = samples.contract.channels.find((each) => each.key === key)
  return channel && messageText(channel, message, samples, around)
}
