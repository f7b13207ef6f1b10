import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'goes by the order silo, bridge, pool',
    before: { operation: 'x-tenant-scope: { scope: tenant, isolation: pool }' },
    after: { operation: 'x-tenant-scope: { scope: tenant, isolation: silo }' },
    finds: ['info governance isolation-strengthened 7:23 → 7:23: the isolation of tenants went from pool to silo'],
  },
  {
    title: 'is silent on the way down',
    before: { operation: 'x-tenant-scope: { scope: tenant, isolation: silo }' },
    after: { operation: 'x-tenant-scope: { scope: tenant, isolation: pool }' },
    finds: [],
  },
]
