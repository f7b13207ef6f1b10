import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a day for what was deprecated before',
    before: { operation: 'deprecated: true' },
    after: {
      operation: `deprecated: true
x-sunset: 2026-06-30`,
    },
    finds: ['info structural sunset-announced 5:5 → 8:17: the operation is gone from 2026-06-30'],
  },
  {
    title: 'breaks within the days of grace',
    before: {},
    after: { operation: 'x-lifecycle: { state: deprecated, sunset: 2026-01-30 }' },
    grace: 30,
    finds: [
      'breaking structural sunset-announced 5:5 → 7:20: the operation is gone from 2026-01-30, which is too soon',
    ],
  },
  {
    title: 'is content with exactly the days of grace',
    before: { operation: 'x-lifecycle: deprecated' },
    after: { operation: 'x-lifecycle: { state: deprecated, sunset: 2026-01-31 }' },
    grace: 30,
    finds: ['info structural sunset-announced 7:20 → 7:20: the operation is gone from 2026-01-31'],
  },
  {
    title: 'leaves the day to a new deprecation',
    before: {},
    after: { operation: 'x-lifecycle: { state: deprecated, sunset: 2026-06-30 }' },
    finds: [],
  },
]
