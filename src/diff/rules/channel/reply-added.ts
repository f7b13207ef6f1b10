import { polarityOf } from '../../edit/edit.js'
import { defineDiffRule } from '../../rule.js'
import { answering } from './example.js'

export const replyAdded = defineDiffRule({
  code: 'TK3240',
  name: 'reply-added',
  directional: true,
  category: 'structural',
  claims: ['reply:added'],
  summary: 'A message is answered that was not before.',
  message: '`{operation}` {what}',
  why: 'An answer that the API gives in addition breaks nobody who did not wait for one. An answer that the API waits for in addition is one that nobody gives today.',
  example: {
    before: answering(),
    after: answering("{ channel: { $ref: '#/channels/replies' } }"),
    finds: ['info published-reply-added receive requests: `ask` is answered now'],
  },
  judge: ({ place: { direction = 'published', operation } }) => {
    const isSent = polarityOf(direction) === 'output'
    return {
      level: isSent ? 'info' : 'breaking',
      params: { operation: operation?.after?.id ?? '', what: isSent ? 'is answered now' : 'waits for an answer now' },
    }
  },
})
