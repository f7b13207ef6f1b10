import { defineDiffRule } from '../../rule.js'
import { channelName } from './channel-name.js'

export const channelAdded = defineDiffRule({
  code: 'TK3200',
  name: 'channel-added',
  category: 'structural',
  claims: ['channel:added'],
  summary: 'There is a channel that was not there before.',
  message: 'the channel `{channel}` is new',
  why: 'Nobody who uses the API today knows the channel, so nobody is broken by it. It is told because it is something that others can use from now on.',
  example: {
    before: `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  placed:
    address: orders.placed
    messages: { placed: { payload: { type: object } } }
operations:
  orderPlaced: { action: send, channel: { $ref: '#/channels/placed' } }
`,
    after: `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  placed:
    address: orders.placed
    messages: { placed: { payload: { type: object } } }
  cancelled:
    address: orders.cancelled
    messages: { cancelled: { payload: { type: object } } }
operations:
  orderPlaced: { action: send, channel: { $ref: '#/channels/placed' } }
  orderCancelled: { action: send, channel: { $ref: '#/channels/cancelled' } }
`,
    finds: ['info channel-added send cancelled: the channel `orders.cancelled` is new'],
  },
  judge: ({ after }) => ({ level: 'info', params: { channel: channelName(after) } }),
})
