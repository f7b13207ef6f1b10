import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds that something stays',
    before: { operation: 'x-lifecycle: { state: deprecated, sunset: 2026-06-30 }' },
    after: { operation: 'x-lifecycle: active' },
    finds: ['info structural deprecation-withdrawn 7:20 → 7:20: the operation is no longer deprecated'],
  },
  {
    title: 'is silent where it is retired instead',
    before: { operation: 'x-lifecycle: deprecated' },
    after: { operation: 'x-lifecycle: retired' },
    finds: [],
  },
]
