import { defineDiffRule } from '../../rule.js'
import { served } from './example.js'

export const brokerMoved = defineDiffRule({
  code: 'TK3272',
  name: 'broker-moved',
  category: 'structural',
  claims: ['broker.url:changed'],
  summary: 'A server has another host or path.',
  message: 'the server `{server}` moved from `{from}` to `{to}`',
  help: 'Keep the old address until {next}, or let it lead to the new one.',
  why: 'Whoever has the address in a configuration connects to nothing. What a document calls a server is often the place of a deployment, which is announced in other ways, so it is a warning.',
  example: {
    before: served('{ url: one.example.com, protocol: amqp }'),
    after: served('{ url: two.example.com, protocol: amqp }'),
    finds: ['warning broker-moved: the server `main` moved from `one.example.com` to `two.example.com`'],
  },
  judge: ({ after, from, to }) => ({
    level: 'warning',
    params: { server: after?.name ?? '', from: String(from), to: String(to) },
  }),
})
