import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a higher one',
    before: { order: 'x-data-classification: { sensitivity: internal, ceiling: internal }' },
    after: { order: 'x-data-classification: { sensitivity: internal, ceiling: restricted }' },
    finds: [
      'warning governance response-ceiling-raised 19:40 → 19:40: the ceiling of the response 200 went from internal to restricted',
    ],
  },
  {
    title: 'finds that there is none any more',
    before: { operation: 'x-data-classification: { ceiling: confidential }' },
    after: {},
    finds: [
      'warning governance ceiling-raised 7:30 → 5:5: the ceiling of the operation went from confidential to none',
    ],
  },
  {
    title: 'is silent on the way down',
    before: { order: 'x-data-classification: { sensitivity: internal, ceiling: restricted }' },
    after: { order: 'x-data-classification: { sensitivity: internal, ceiling: internal }' },
    finds: [],
  },
]
