import { defineDiffRule } from '../../rule.js'
import { document } from './example.js'
import { isImplied, isSameWeaker, serversOf } from './server-removed.js'

const paths = "paths: { /orders: { get: { operationId: listOrders, responses: { '204': { description: None. } } } } }"

export const serverAdded = defineDiffRule({
  code: 'TK3431',
  name: 'server-added',
  category: 'structural',
  claims: ['server:added'],
  summary: 'There is another address at which the API can be called.',
  message: 'the server `{url}` is new',
  why: 'Nobody calls it yet, and the former ones are still there or are told of by themselves.',
  example: {
    before: document('servers: [{ url: https://api.example.com/v1 }]', paths),
    after: document('servers: [{ url: https://api.example.com/v1 }, { url: https://eu.example.com/v1 }]', paths),
    finds: ['info server-added: the server `https://eu.example.com/v1` is new'],
  },
  judge: ({ after }, { base, head }) => {
    if (!after || isImplied(after, head) || serversOf(base).some((server) => isSameWeaker(server, after))) {
      return undefined
    }
    return { level: 'info', params: { url: after.url } }
  },
})
