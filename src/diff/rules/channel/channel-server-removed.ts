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

export const channelServerRemoved = defineDiffRule({
  code: 'TK3208',
  name: 'channel-server-removed',
  category: 'structural',
  claims: ['channel.servers:removed'],
  summary: 'A channel is not on one of the servers any more.',
  message: 'the channel is not on the server `{server}` any more',
  help: 'Keep the channel there until {next}.',
  why: 'Whoever is connected to that server sends into the void or waits in vain, while the server itself is still there. A channel that names no servers is on all of them.',
  example: {
    before: on('eu', 'us'),
    after: on('eu'),
    finds: ['breaking channel-server-removed send orders: the channel is not on the server `us` any more'],
  },
  judge: ({ member = '' }) => ({ level: 'breaking', params: { server: member } }),
})
