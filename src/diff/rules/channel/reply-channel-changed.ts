import { defineDiffRule } from '../../rule.js'
import { answering } from './example.js'

export const replyChannelChanged = defineDiffRule({
  code: 'TK3243',
  name: 'reply-channel-changed',
  directional: true,
  category: 'structural',
  claims: ['reply.channel:added', 'reply.channel:removed', 'reply.channel:changed'],
  summary: 'The answer goes over another channel.',
  message: 'the answer to `{operation}` {what}',
  help: 'Answer on both channels until {next}.',
  why: 'Whoever asked listens for the answer on the channel that the contract names. Where the request says where the answer is to go, the channel only describes it.',
  example: {
    before: answering("{ channel: { $ref: '#/channels/replies' } }"),
    after: answering("{ channel: { $ref: '#/channels/returns' } }"),
    finds: [
      'breaking published-reply-channel-changed receive requests: the answer to `ask` goes over `returns`, and went over `replies`',
    ],
  },
  judge: ({ action, from, to, before, after, place: { operation } }) => {
    // Both ask the requester where to answer.
    const isAsked = before?.addressLocation !== undefined && after?.addressLocation !== undefined
    const level = action === 'added' ? 'info' : isAsked ? 'warning' : 'breaking'
    const what =
      action === 'added'
        ? `is said to go over \`${String(to)}\``
        : action === 'removed'
          ? `is not said to go over \`${String(from)}\` any more`
          : `goes over \`${String(to)}\`, and went over \`${String(from)}\``
    return { level, params: { operation: operation?.after?.id ?? '', what } }
  },
})
