import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'makes little of a first limit',
    before: {},
    after: { operation: 'x-resilience: 2s' },
    finds: ['info governance timeout-shortened 5:5 → 7:21: a call is given up after 2 s'],
  },
  {
    title: 'is silent about a longer one',
    before: { operation: 'x-resilience: 2s' },
    after: { operation: 'x-resilience: 3s' },
    finds: [],
  },
]
