import { defineDiffRule } from '../../rule.js'
import { channelName } from './channel-name.js'

export const channelOperationTurned = defineDiffRule({
  code: 'TK3212',
  name: 'channel-operation-turned',
  category: 'structural',
  claims: ['channel-operation.action:changed'],
  summary: 'The API sends where it received, or receives where it sent.',
  message: '`{operation}` turned round: the API {now} on `{channel}` where it {once}',
  help: 'Keep both directions until {next}. In AsyncAPI 2, `publish` is what others do: the API that the document describes receives; a migration to AsyncAPI 3 makes it `action: receive`.',
  why: 'Whoever sent to the API is not heard any more, or whoever listened to it waits in vain. It also happens when a document is migrated from AsyncAPI 2, whose words are those of the other side.',
  example: {
    before: `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders: { address: orders, messages: { order: { payload: { type: object } } } }
operations:
  order: { action: send, channel: { $ref: '#/channels/orders' } }
`,
    after: `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders: { address: orders, messages: { order: { payload: { type: object } } } }
operations:
  order: { action: receive, channel: { $ref: '#/channels/orders' } }
`,
    finds: [
      'breaking channel-operation-turned receive orders: `order` turned round: the API receives on `orders` where it sent',
    ],
  },
  judge: ({ after, before }, { head }) => ({
    level: 'breaking',
    params: {
      operation: after?.id ?? before?.id ?? '',
      channel: channelName(head.channels.find(({ key }) => key === after?.channel)),
      now: after?.action === 'send' ? 'sends' : 'receives',
      once: before?.action === 'send' ? 'sent' : 'received',
    },
  }),
})
