import { polarityOf } from '../../edit/edit.js'
import { defineDiffRule } from '../../rule.js'
import { answering } from './example.js'

export const replyRemoved = defineDiffRule({
  code: 'TK3241',
  name: 'reply-removed',
  directional: true,
  category: 'structural',
  claims: ['reply:removed'],
  summary: 'A message is not answered any more.',
  message: '`{operation}` {what}',
  help: 'Keep answering until {next}.',
  why: 'Whoever asks and waits for the answer waits in vain. Where the API was the one who waited, others may go on answering: it is only a warning.',
  example: {
    before: answering("{ channel: { $ref: '#/channels/replies' } }"),
    after: answering(),
    finds: ['breaking published-reply-removed receive requests: `ask` is not answered any more'],
  },
  judge: ({ place: { direction = 'published', operation } }) => {
    const isSent = polarityOf(direction) === 'output'
    return {
      level: isSent ? 'breaking' : 'warning',
      params: {
        operation: operation?.after?.id ?? '',
        what: isSent ? 'is not answered any more' : 'does not wait for an answer any more',
      },
    }
  },
})
