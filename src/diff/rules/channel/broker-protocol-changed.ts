import { brokerProtocol } from '../../pair/broker-protocol.js'
import { isMigration } from '../../pair/channel-side.js'
import { defineDiffRule } from '../../rule.js'
import { served } from './example.js'

export const brokerProtocolChanged = defineDiffRule({
  code: 'TK3273',
  name: 'broker-protocol-changed',
  category: 'structural',
  claims: ['broker.protocol:changed'],
  summary: 'Another protocol is spoken to a server, or the same one over TLS.',
  message: 'the server `{server}` speaks `{to}`, and spoke `{from}`',
  help: 'Offer both until {next}.',
  why: 'A client of the one protocol cannot talk to a server of the other, and a client without TLS not to a server that asks for it. That TLS is gone is told by a rule of its own.',
  example: {
    before: served('{ url: one.example.com, protocol: amqp }'),
    after: served('{ url: one.example.com, protocol: mqtt }'),
    finds: ['breaking broker-protocol-changed: the server `main` speaks `mqtt`, and spoke `amqp`'],
  },
  judge: ({ before, after, from, to }, context) => {
    if (!before || !after) return undefined
    const named = isMigration(context)
    const [was, is] = [brokerProtocol(before, named), brokerProtocol(after, named)]
    if (was.spoken === is.spoken && (was.encrypted || !is.encrypted)) return undefined
    return { level: 'breaking', params: { server: after.name ?? '', from: String(from), to: String(to) } }
  },
})
