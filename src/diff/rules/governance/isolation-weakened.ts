import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { isolationOf } from './isolation.js'

export const isolationWeakened = defineDiffRule({
  code: 'TK3304',
  name: 'isolation-weakened',
  category: 'security',
  claims: ['governance.scope:changed'],
  summary: 'The data of tenants is kept apart less strictly than before.',
  message: 'the isolation of tenants went from {from} to {to}',
  help: 'Keep the isolation that tenants were promised, or have them agree first.',
  why: 'A silo gives each tenant a store of its own, a bridge a schema or partition in a shared one, a pool a column in a shared table. Each step down is one mistake less between a tenant and the data of another.',
  example: ordersExample(
    { root: 'x-tenant-scope: { scope: tenant, isolation: silo }' },
    { root: 'x-tenant-scope: { scope: tenant, isolation: pool }' },
    ['breaking isolation-weakened GET /orders/{tenant}: the isolation of tenants went from silo to pool'],
  ),
  judge({ from, to }) {
    const change = isolationOf(from, to)
    return change?.isWeaker ? { level: 'breaking', params: { from: change.from, to: change.to } } : undefined
  },
})
