import { defineDiffRule } from '../../rule.js'
import { removalLevel } from '../removal.js'
import { stillDoes } from './still-does.js'

export const channelOperationRemoved = defineDiffRule({
  code: 'TK3211',
  name: 'channel-operation-removed',
  directional: true,
  category: 'structural',
  claims: ['channel-operation:removed'],
  summary: 'The API does something no more on a channel that is still there.',
  message: '`{operation}` is gone: the API {does} on `{channel}`',
  help: 'Keep the operation until {next}.',
  why: 'Whoever sends for the operation is not heard any more, and whoever listens for its messages waits in vain. Where another operation still does the same on the channel, only the document was cut anew, and the messages are compared one by one.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    subscribe: { operationId: orderPlaced, message: { payload: { type: object } } }
    publish: { operationId: placeOrder, message: { payload: { type: object } } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    subscribe: { operationId: orderPlaced, message: { payload: { type: object } } }
`,
    finds: [
      'breaking consumed-channel-operation-removed receive orders: `placeOrder` is gone: the API receives nothing any more on `orders`',
    ],
  },
  judge: ({ before }, context) => {
    const isCut = stillDoes(context.head, context.base, before)
    const verb = before?.action === 'send' ? 'sends' : 'receives'
    return {
      // Nobody else gives the answers that this one gave.
      ...(isCut && !before?.reply ? { level: 'info' as const } : removalLevel([before], context)),
      params: {
        operation: before?.id ?? '',
        does: isCut ? `still ${verb}` : `${verb} nothing any more`,
        channel: before?.channel ?? '',
      },
    }
  },
})
