import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'leaves a retention that is gone altogether to its rule',
    before: { root: 'x-data-retention: { period: P10Y, erasure: { operationId: getOrder } }' },
    after: {},
    finds: [],
  },
  {
    title: 'finds that nothing is said of it',
    before: { properties: 'a: { type: string, x-data-retention: { period: P10Y, erasure: { channel: erasures } } }' },
    after: { properties: 'a: { type: string, x-data-retention: P10Y }' },
    finds: ['breaking governance erasure-dropped 21:56 → 21:56: it no longer says how data is erased before its time'],
  },
]
