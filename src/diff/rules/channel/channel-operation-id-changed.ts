import { isMigration, majorOf } from '../../pair/channel-side.js'
import { defineDiffRule } from '../../rule.js'
import { document3 } from './example.js'

export const channelOperationIdChanged = defineDiffRule({
  code: 'TK3214',
  name: 'channel-operation-id-changed',
  category: 'structural',
  claims: ['channel-operation.id:added', 'channel-operation.id:removed', 'channel-operation.id:changed'],
  summary: 'The name of an operation on a channel came, went or changed.',
  message: 'the name of the operation {what}',
  help: 'Keep the name: generated code calls its functions by it.',
  why: 'Nothing on the wire changes, but generated code is named by it: after the next generation, whoever calls the function does not compile. A migration between AsyncAPI 2 and 3 makes a new document anyway; there it is only told.',
  example: {
    before: document3(`channels:
  orders: { address: orders, messages: { placed: { payload: { type: object } } } }
operations:
  orderPlaced: { action: send, channel: { $ref: '#/channels/orders' } }`),
    after: document3(`channels:
  orders: { address: orders, messages: { placed: { payload: { type: object } } } }
operations:
  placed: { action: send, channel: { $ref: '#/channels/orders' } }`),
    finds: [
      'warning channel-operation-id-changed send orders: the name of the operation changed from `orderPlaced` to `placed`',
    ],
  },
  judge: ({ action, from, to, before, after }, context) => {
    // In AsyncAPI 3 the name is the key.
    const standing = {
      ...(before && majorOf(context.base) >= 3 && { before: { at: before.at, part: 'key' as const } }),
      ...(after && majorOf(context.head) >= 3 && { after: { at: after.at, part: 'key' as const } }),
    }
    if (action === 'added') return { level: 'info', params: { what: `\`${String(to)}\` is new` }, ...standing }
    const level = isMigration(context) ? 'info' : 'warning'
    const what =
      action === 'removed' ? `\`${String(from)}\` was removed` : `changed from \`${String(from)}\` to \`${String(to)}\``
    return { level, params: { what }, ...standing }
  },
})
