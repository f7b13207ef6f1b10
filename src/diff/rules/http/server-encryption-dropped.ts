import { defineDiffRule } from '../../rule.js'
import { document } from './example.js'
import { isSameWeaker, serversOf } from './server-removed.js'

const paths = "paths: { /orders: { get: { operationId: listOrders, responses: { '204': { description: None. } } } } }"

export const serverEncryptionDropped = defineDiffRule({
  code: 'TK3432',
  name: 'server-encryption-dropped',
  category: 'security',
  claims: ['server:removed'],
  summary: 'An address is served without encryption.',
  message: 'the server `{from}` is not encrypted any more: `{to}`',
  help: 'Go back to the encrypted protocol.',
  why: 'What is sent can be read and changed by whoever is in between. Clients that insist on encryption do not connect any more.',
  example: {
    before: document('servers: [{ url: https://api.example.com }]', paths),
    after: document('servers: [{ url: http://api.example.com }]', paths),
    finds: [
      'breaking server-encryption-dropped: the server `https://api.example.com` is not encrypted any more: `http://api.example.com`',
    ],
  },
  judge: ({ before }, { head }) => {
    const after = before && serversOf(head).find((server) => isSameWeaker(before, server))
    return (
      before && after && { level: 'breaking', params: { from: before.url, to: after.url }, after: { at: after.at } }
    )
  },
})
