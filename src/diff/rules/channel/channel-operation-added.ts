import { defineDiffRule } from '../../rule.js'

export const channelOperationAdded = defineDiffRule({
  code: 'TK3210',
  name: 'channel-operation-added',
  directional: true,
  category: 'structural',
  claims: ['channel-operation:added'],
  summary: 'The API does something new on a channel that was there before.',
  message: '`{operation}` is new: the API {does} on `{channel}`',
  why: 'Nobody has to use it. What it adds to the messages that go over the channel is told message by message where somebody could meet them unprepared.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    subscribe: { operationId: orderPlaced, message: { payload: { type: object } } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    subscribe: { operationId: orderPlaced, message: { payload: { type: object } } }
    publish: { operationId: placeOrder, message: { payload: { type: object } } }
`,
    finds: ['info consumed-channel-operation-added receive orders: `placeOrder` is new: the API receives on `orders`'],
  },
  judge: ({ after }) => ({
    level: 'info',
    params: {
      operation: after?.id ?? '',
      does: after?.action === 'send' ? 'sends' : 'receives',
      channel: after?.channel ?? '',
    },
  }),
})
