import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a first limit',
    before: {},
    after: { operation: 'x-resilience: { rateLimit: { requests: 1, per: 1h } }' },
    finds: [
      'warning governance rate-limit-lowered 5:5 → 7:21: callers may make 1 call in 1 h instead of any number of calls',
    ],
  },
  {
    title: 'compares rates over different times',
    before: { operation: 'x-resilience: { rateLimit: { requests: 10, per: 1s } }' },
    after: { operation: 'x-resilience: { rateLimit: { requests: 599, per: 1m } }' },
    finds: [
      'warning governance rate-limit-lowered 7:21 → 7:21: callers may make 599 calls in 1 min instead of 10 calls in 1 s',
    ],
  },
  {
    title: 'takes the burst where the rate is the same',
    before: { operation: 'x-resilience: { rateLimit: { requests: 600, per: 1m } }' },
    after: { operation: 'x-resilience: { rateLimit: { requests: 10, per: 1s } }' },
    finds: [
      'warning governance rate-limit-lowered 7:21 → 7:21: callers may make 10 calls in 1 s instead of 600 calls in 1 min',
    ],
  },
  {
    title: 'is silent about a higher one',
    before: { operation: 'x-resilience: { rateLimit: { requests: 10, per: 1s } }' },
    after: { operation: 'x-resilience: { rateLimit: { requests: 11, per: 1s } }' },
    finds: [],
  },
]
