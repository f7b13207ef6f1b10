import { listOrders } from '../../../../src/diff/rules/http/example.js'
import { serverRemoved } from '../../../../src/diff/rules/http/server-removed.js'
import type { RuleCase } from '../support/rule-cases.js'

const at = (url: string) => `servers: [{ url: '${url}' }]
${listOrders()}`

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: serverRemoved.example.before,
    after: serverRemoved.example.after,
    finds: ['breaking structural server-removed 3:48 → -: the server `https://eu.example.com/v1` was removed'],
  },
  {
    title: 'is silent about a path that moved into the server',
    before: listOrders().replace('/orders:', '/v1/orders:'),
    after: at('/v1'),
    finds: [],
  },
  {
    title: 'warns where only a relative one is left',
    before: at('https://a.example.com/v1'),
    after: at('/v1'),
    finds: [
      'warning structural server-removed 1:11 → -: the server `https://a.example.com/v1` was removed, and nothing says any more where the API is served',
    ],
  },
  {
    title: 'is silent where a relative one is said exactly',
    before: at('/v1'),
    after: at('https://a.example.com/v1'),
    finds: [],
  },
  {
    title: 'is told of one on the own machine',
    before: at('http://localhost:8080'),
    after: at('https://a.example.com'),
    finds: ['info structural server-removed 1:11 → -: the server `http://localhost:8080` was removed'],
  },
  {
    title: 'points at the operations that call it',
    before: listOrders("servers: [{ url: 'https://a.example.com' }]"),
    after: listOrders("servers: [{ url: 'https://b.example.com' }]"),
    finds: ['breaking structural server-removed 7:17 → -: the server `https://a.example.com` was removed'],
  },
  {
    title: 'is another matter the other way round',
    before: serverRemoved.example.after,
    after: serverRemoved.example.before,
    finds: [],
  },
]
