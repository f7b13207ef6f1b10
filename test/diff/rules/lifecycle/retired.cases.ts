import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what was in use',
    before: {},
    after: { operation: 'x-lifecycle: retired' },
    finds: ['breaking structural retired 5:5 → 7:20: the operation is retired'],
  },
  {
    title: 'breaks before the sunset',
    before: { operation: 'x-lifecycle: { state: deprecated, sunset: 2026-01-02 }' },
    after: { operation: 'x-lifecycle: retired' },
    finds: ['breaking structural retired 7:20 → 7:20: the operation is retired'],
  },
  {
    title: 'lets go on the day',
    before: { operation: 'x-lifecycle: { state: deprecated, sunset: 2026-01-01 }' },
    after: { operation: 'x-lifecycle: retired' },
    finds: ['info structural retired 7:20 → 7:20: the operation is retired'],
  },
]
