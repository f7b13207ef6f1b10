import { defineDiffRule } from '../../rule.js'
import { document3 } from './example.js'

export const channelParameterAdded = defineDiffRule({
  code: 'TK3203',
  name: 'channel-parameter-added',
  category: 'structural',
  claims: ['channel-parameter:added'],
  summary: 'The address of a channel that moved has one more parameter.',
  message: 'the channel has a parameter `{parameter}` now',
  why: 'A parameter can only come with another address, or where no address is known: that the channel moved is told by itself. This finding says what has to be filled in from now on.',
  example: {
    before: document3(`channels:
  placed: { address: orders, messages: { placed: { payload: { type: object } } } }
operations:
  orderPlaced: { action: send, channel: { $ref: '#/channels/placed' } }`),
    after: document3(`channels:
  placed:
    address: orders.{shop}
    parameters: { shop: { description: Where it was ordered. } }
    messages: { placed: { payload: { type: object } } }
operations:
  orderPlaced: { action: send, channel: { $ref: '#/channels/placed' } }`),
    finds: [
      'breaking channel-address-changed send placed: the channel `placed` moved from `orders` to `orders.{shop}`',
      'info channel-parameter-added send placed: the channel has a parameter `shop` now',
    ],
  },
  judge: ({ after }) => ({ level: 'info', params: { parameter: after?.name ?? '' } }),
})
