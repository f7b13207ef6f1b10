import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'names what is other',
    before: { operation: 'x-resilience: { timeout: 2s, bulkhead: 5 }' },
    after: { operation: 'x-resilience: { timeout: 3s, breaker: { failures: 0.5 } }' },
    finds: [
      'info governance resilience-changed 7:21 → 7:21: how calls are guarded changed: `breaker`, `bulkhead` and `timeout`',
    ],
  },
  {
    title: 'warns of limits that all tenants share',
    before: { operation: 'x-resilience: { timeout: 2s }' },
    after: { operation: 'x-resilience: { timeout: 2s, per: dependency }' },
    finds: ['warning governance resilience-changed 7:21 → 7:21: how calls are guarded changed: `per`'],
  },
  {
    title: 'is silent about a shorter timeout',
    before: { operation: 'x-resilience: 3s' },
    after: { operation: 'x-resilience: 2s' },
    finds: [],
  },
]
