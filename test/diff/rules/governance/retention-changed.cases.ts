import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'does not guess how long tenants stay',
    before: { root: 'x-data-retention: P10Y' },
    after: { root: 'x-data-retention: tenant-lifetime' },
    finds: [
      'warning governance retention-changed 3:19 → 3:19: data is kept as long as the tenant stays instead of for P10Y, which may be longer or shorter',
    ],
  },
  {
    title: 'does not guess how long a month is',
    before: { root: 'x-data-retention: P90D' },
    after: { root: 'x-data-retention: P3M' },
    finds: [
      'warning governance retention-changed 3:19 → 3:19: data is kept for P3M instead of for P90D, which may be longer or shorter',
    ],
  },
  {
    title: 'is silent where there is no doubt',
    before: { root: 'x-data-retention: P93D' },
    after: { root: 'x-data-retention: P3M1D' },
    finds: [],
  },
]
