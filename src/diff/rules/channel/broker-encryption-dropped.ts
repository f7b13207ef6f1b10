import { brokerProtocol, secured } from '../../pair/broker-protocol.js'
import { isMigration } from '../../pair/channel-side.js'
import { defineDiffRule } from '../../rule.js'
import { served } from './example.js'

export const brokerEncryptionDropped = defineDiffRule({
  code: 'TK3274',
  name: 'broker-encryption-dropped',
  category: 'security',
  claims: ['broker.protocol:changed'],
  summary: 'A server that was spoken to over TLS is spoken to in the clear.',
  message: 'the server `{server}` speaks `{to}` in the clear, and spoke `{from}` over TLS',
  help: 'Keep TLS: messages and credentials can be read and changed on the way without it.',
  why: 'Everything that goes over the connection, credentials included, can be read and changed by whoever is in between. Clients that insist on TLS cannot connect any more, either.',
  example: {
    before: served('{ url: one.example.com, protocol: amqps }'),
    after: served('{ url: one.example.com, protocol: amqp }'),
    finds: [
      'breaking broker-encryption-dropped: the server `main` speaks `amqp` in the clear, and spoke `amqps` over TLS',
    ],
  },
  judge: ({ before, after, from, to }, context) => {
    if (!before || !after) return undefined
    const named = isMigration(context)
    if (!brokerProtocol(before, named).encrypted || brokerProtocol(after, named).encrypted) return undefined
    // AsyncAPI 2 may say it by the URL alone, which AsyncAPI 3 does not have: it is easily lost on the way.
    const isUnsaid = named && !secured.has(before.protocol?.toLowerCase() ?? '')
    return {
      level: isUnsaid ? 'warning' : 'breaking',
      params: { server: after.name ?? '', from: String(from), to: String(to) },
    }
  },
})
