import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds that there is none any more',
    before: { operation: 'x-resilience: { rateLimit: { requests: 10, per: 1s } }' },
    after: {},
    finds: [
      'info governance rate-limit-raised 7:21 → 5:5: callers may make any number of calls instead of 10 calls in 1 s',
    ],
  },
  {
    title: 'is silent about a lower one',
    before: { operation: 'x-resilience: { rateLimit: { requests: 10, per: 1s } }' },
    after: { operation: 'x-resilience: { rateLimit: { requests: 9, per: 1s } }' },
    finds: [],
  },
]
