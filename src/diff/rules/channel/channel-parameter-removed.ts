import { defineDiffRule } from '../../rule.js'
import { document3 } from './example.js'

export const channelParameterRemoved = defineDiffRule({
  code: 'TK3204',
  name: 'channel-parameter-removed',
  category: 'structural',
  claims: ['channel-parameter:removed'],
  summary: 'The address of a channel that moved has one parameter less.',
  message: 'the channel has no parameter `{parameter}` any more',
  why: 'A parameter can only go with another address, or where no address is known: that the channel moved is told by itself. This finding says what is not filled in any more.',
  example: {
    before: document3(`channels:
  placed:
    address: orders.{shop}
    parameters: { shop: { description: Where it was ordered. } }
    messages: { placed: { payload: { type: object } } }
operations:
  orderPlaced: { action: send, channel: { $ref: '#/channels/placed' } }`),
    after: document3(`channels:
  placed: { address: orders, messages: { placed: { payload: { type: object } } } }
operations:
  orderPlaced: { action: send, channel: { $ref: '#/channels/placed' } }`),
    finds: [
      'breaking channel-address-changed send placed: the channel `placed` moved from `orders.{shop}` to `orders`',
      'info channel-parameter-removed send placed: the channel has no parameter `shop` any more',
    ],
  },
  judge: ({ before }) => ({ level: 'info', params: { parameter: before?.name ?? '' } }),
})
