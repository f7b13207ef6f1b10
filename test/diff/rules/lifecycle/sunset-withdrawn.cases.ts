import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'makes little of a day that is over',
    before: { operation: 'x-lifecycle: { state: deprecated, sunset: 2025-06-30 }' },
    after: { operation: 'x-lifecycle: deprecated' },
    finds: ['info structural sunset-withdrawn 7:20 → 7:20: the operation is no longer said to stay until 2025-06-30'],
  },
  {
    title: 'is silent where the deprecation is withdrawn',
    before: { operation: 'x-lifecycle: { state: deprecated, sunset: 2026-06-30 }' },
    after: { operation: 'x-lifecycle: active' },
    finds: [],
  },
]
