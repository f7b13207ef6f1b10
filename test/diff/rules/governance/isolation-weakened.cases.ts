import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'takes silence for less than the weakest word',
    before: { operation: 'x-tenant-scope: { scope: tenant, isolation: bridge }' },
    after: { operation: 'x-tenant-scope: tenant' },
    finds: [
      'breaking security isolation-weakened 7:23 → 7:23: the isolation of tenants went from bridge to nothing said',
    ],
  },
  {
    title: 'goes by the order silo, bridge, pool',
    before: { operation: 'x-tenant-scope: { scope: tenant, isolation: bridge }' },
    after: { operation: 'x-tenant-scope: { scope: tenant, isolation: pool }' },
    finds: ['breaking security isolation-weakened 7:23 → 7:23: the isolation of tenants went from bridge to pool'],
  },
  {
    title: 'is silent on the way up',
    before: { operation: 'x-tenant-scope: { scope: tenant, isolation: pool }' },
    after: { operation: 'x-tenant-scope: { scope: tenant, isolation: silo }' },
    finds: [],
  },
]
