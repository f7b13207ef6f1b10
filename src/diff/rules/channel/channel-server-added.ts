import { defineDiffRule } from '../../rule.js'
import { document2 } from './example.js'

function on(...servers: readonly string[]): string {
  return document2(`servers:
  eu: { url: eu.example.com, protocol: amqp }
  us: { url: us.example.com, protocol: amqp }
channels:
  orders:
    servers: [${servers.join(', ')}]
    subscribe: { operationId: orderPlaced, message: { payload: { type: object } } }`)
}

export const channelServerAdded = defineDiffRule({
  code: 'TK3207',
  name: 'channel-server-added',
  category: 'structural',
  claims: ['channel.servers:added'],
  summary: 'A channel is on one more of the servers.',
  message: 'the channel is on the server `{server}` now, too',
  why: 'Nobody has to use it there. A channel that names no servers is on all of them.',
  example: {
    before: on('eu'),
    after: on('eu', 'us'),
    finds: ['info channel-server-added send orders: the channel is on the server `us` now, too'],
  },
  judge: ({ member = '' }) => ({ level: 'info', params: { server: member } }),
})
