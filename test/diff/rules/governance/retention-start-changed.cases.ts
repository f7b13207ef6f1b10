import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds that no moment is named any more',
    before: { root: 'x-data-retention: { period: P30D, from: createdAt }' },
    after: { root: 'x-data-retention: P30D' },
    finds: [
      'warning governance retention-start-changed 3:19 → 3:19: the time that data is kept counts from no moment that is named instead of `createdAt`',
    ],
  },
  {
    title: 'is silent about another period',
    before: { root: 'x-data-retention: { period: P30D, from: createdAt }' },
    after: { root: 'x-data-retention: { period: P31D, from: createdAt }' },
    finds: [],
  },
]
