import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'compares months with days',
    before: { root: 'x-data-retention: P2M' },
    after: { root: 'x-data-retention: P63D' },
    finds: ['breaking governance retention-lengthened 3:19 → 3:19: data is kept for P63D instead of for P2M'],
  },
  {
    title: 'finds that nothing is said any more',
    before: { root: 'x-data-retention: P30D' },
    after: {},
    finds: [
      'breaking governance retention-lengthened 3:19 → 1:1: data is kept for as long as one likes instead of for P30D',
    ],
  },
  {
    title: 'finds that something is kept that was not',
    before: { root: 'x-data-retention: none' },
    after: { root: 'x-data-retention: tenant-lifetime' },
    finds: [
      'breaking governance retention-lengthened 3:19 → 3:19: data is kept as long as the tenant stays instead of not at all',
    ],
  },
  {
    title: 'looks at schemas',
    before: { properties: 'a: { type: string, x-data-retention: P1Y }' },
    after: { properties: 'a: { type: string, x-data-retention: P13M }' },
    finds: ['breaking governance retention-lengthened 21:56 → 21:56: `a` is kept for P13M instead of for P1Y'],
  },
  {
    title: 'is silent about the same time in other words',
    before: { root: 'x-data-retention: P1Y' },
    after: { root: 'x-data-retention: P12M' },
    finds: [],
  },
]
