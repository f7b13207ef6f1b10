import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds that nothing is kept any more',
    before: { root: 'x-data-retention: P30D' },
    after: { root: 'x-data-retention: none' },
    finds: [
      'warning governance retention-shortened 3:19 → 3:19: data is kept not at all instead of for P30D: it is gone earlier',
    ],
  },
  {
    title: 'is silent about a longer time',
    before: { root: 'x-data-retention: P30D' },
    after: { root: 'x-data-retention: P31D' },
    finds: [],
  },
]
