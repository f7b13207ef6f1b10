import { defineDiffRule } from '../../rule.js'
import { served } from './example.js'

export const brokerAdded = defineDiffRule({
  code: 'TK3270',
  name: 'broker-added',
  category: 'structural',
  claims: ['broker:added'],
  summary: 'The API can be reached on one more server.',
  message: 'the server `{server}` is new',
  why: 'Nobody has to use it.',
  example: {
    before: served('{ url: one.example.com, protocol: amqp }'),
    after: served(`{ url: one.example.com, protocol: amqp }
  second: { url: two.example.com, protocol: amqp }`),
    finds: ['info broker-added: the server `two.example.com` is new'],
  },
  judge: ({ after }) => ({ level: 'info', params: { server: after?.url ?? '' } }),
})
