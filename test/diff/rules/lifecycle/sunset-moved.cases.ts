import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'makes little of a later day',
    before: { operation: 'x-lifecycle: { state: deprecated, sunset: 2026-06-30 }' },
    after: { operation: 'x-lifecycle: { state: deprecated, sunset: 2026-07-01 }' },
    finds: ['info structural sunset-moved 7:20 → 7:20: the operation is gone from 2026-07-01 instead of 2026-06-30'],
  },
  {
    title: 'breaks within the days of grace',
    before: { operation: 'x-lifecycle: { state: deprecated, sunset: 2026-06-30 }' },
    after: { operation: 'x-lifecycle: { state: deprecated, sunset: 2026-01-15 }' },
    grace: 30,
    finds: [
      'breaking structural sunset-moved 7:20 → 7:20: the operation is gone from 2026-01-15 instead of 2026-06-30',
    ],
  },
]
