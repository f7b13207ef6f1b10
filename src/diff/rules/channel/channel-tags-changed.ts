import { defineDiffRule } from '../../rule.js'
import { orderPlaced } from './example.js'

export const channelTagsChanged = defineDiffRule({
  code: 'TK3209',
  name: 'channel-tags-changed',
  category: 'structural',
  claims: [
    'channel.tags:added',
    'channel.tags:removed',
    'channel-operation.tags:added',
    'channel-operation.tags:removed',
    'message.tags:added',
    'message.tags:removed',
  ],
  summary: 'A channel, an operation or a message has another tag, or one less.',
  message: 'the tag `{tag}` was {what}',
  why: 'Tags group things in pages and in generated code. Nothing on the wire changes.',
  example: {
    before: orderPlaced('tags: [{ name: orders }]', 'message: { payload: { type: object } }'),
    after: orderPlaced('tags: [{ name: orders }, { name: shop }]', 'message: { payload: { type: object } }'),
    finds: ['info channel-tags-changed send orders: the tag `shop` was added'],
  },
  judge: ({ action, member = '' }) => ({ level: 'info', params: { tag: member, what: action } }),
})
