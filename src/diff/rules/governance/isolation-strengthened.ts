import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { isolationOf } from './isolation.js'

export const isolationStrengthened = defineDiffRule({
  code: 'TK3305',
  name: 'isolation-strengthened',
  category: 'governance',
  claims: ['governance.scope:changed'],
  summary: 'The data of tenants is kept apart more strictly than before.',
  message: 'the isolation of tenants went from {from} to {to}',
  why: 'Nobody loses by it. It is a promise from now on, and taking it back will be a break.',
  example: ordersExample(
    { root: 'x-tenant-scope: tenant' },
    { root: 'x-tenant-scope: { scope: tenant, isolation: bridge }' },
    ['info isolation-strengthened GET /orders/{tenant}: the isolation of tenants went from nothing said to bridge'],
  ),
  judge({ from, to }) {
    const change = isolationOf(from, to)
    return change && !change.isWeaker ? { level: 'info', params: { from: change.from, to: change.to } } : undefined
  },
})
