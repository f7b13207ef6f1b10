import type { Server } from '../../../contract/model/index.js'
import { brokerProtocol } from '../../pair/broker-protocol.js'
import { defineDiffRule } from '../../rule.js'
import { served } from './example.js'

export const brokerRemoved = defineDiffRule({
  code: 'TK3271',
  name: 'broker-removed',
  category: 'structural',
  claims: ['broker:removed'],
  summary: 'The API cannot be reached on one of its servers any more.',
  message: 'the server `{server}` is gone',
  help: 'Keep the server until {next}, and tell those who use it where to go.',
  why: 'Whoever is connected to it must connect somewhere else. Documents list servers for tests beside those that count, and nobody can tell which is which, so it is a warning as long as another one is left that speaks the same protocol.',
  example: {
    before: served(`{ url: one.example.com, protocol: amqp }
  second: { url: two.example.com, protocol: amqp }`),
    after: served('{ url: one.example.com, protocol: amqp }'),
    finds: ['warning broker-removed: the server `two.example.com` is gone'],
  },
  judge: ({ before }, { head }) => ({
    level: head.servers.length === 0 || head.servers.some((server) => speaks(server, before)) ? 'warning' : 'breaking',
    params: { server: before?.url ?? '' },
  }),
})

function speaks(server: Server, before: Server | undefined): boolean {
  return before !== undefined && brokerProtocol(server, true).spoken === brokerProtocol(before, true).spoken
}
