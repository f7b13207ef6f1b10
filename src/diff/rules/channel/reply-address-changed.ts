import { defineDiffRule } from '../../rule.js'
import { answering } from './example.js'

export const replyAddressChanged = defineDiffRule({
  code: 'TK3242',
  name: 'reply-address-changed',
  directional: true,
  category: 'structural',
  claims: ['reply.addressLocation:added', 'reply.addressLocation:removed', 'reply.addressLocation:changed'],
  summary: 'The address of the answer is found somewhere else in the request, or nowhere.',
  message: 'the address that `{operation}` is answered at {what}',
  help: 'Look in both places until {next}.',
  why: 'Whoever asks writes in the request where the answer is to go. When the one who answers looks for it somewhere else, the answer never arrives. A place that is looked at where none was before is a warning: the request may not fill it.',
  example: {
    before: answering(
      "{ address: { location: '$message.header#/replyTo' }, messages: [{ $ref: '#/channels/replies/messages/answer' }] }",
    ),
    after: answering(
      "{ address: { location: '$message.payload#/replyTo' }, messages: [{ $ref: '#/channels/replies/messages/answer' }] }",
    ),
    finds: [
      'breaking published-reply-address-changed receive requests: the address that `ask` is answered at moved from `$message.header#/replyTo` to `$message.payload#/replyTo`',
    ],
  },
  judge: ({ action, from, to, place: { operation } }) => ({
    level: action === 'added' ? 'warning' : 'breaking',
    params: {
      operation: operation?.after?.id ?? '',
      what:
        action === 'added'
          ? `is taken from \`${String(to)}\` now`
          : action === 'removed'
            ? `is not taken from \`${String(from)}\` any more`
            : `moved from \`${String(from)}\` to \`${String(to)}\``,
    },
  }),
})
