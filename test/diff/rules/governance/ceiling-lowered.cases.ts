import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a new one',
    before: {},
    after: { operation: 'x-data-classification: { ceiling: confidential }' },
    finds: ['info governance ceiling-lowered 5:5 → 7:30: the ceiling of the operation went from none to confidential'],
  },
  {
    title: 'is silent on the way up',
    before: { order: 'x-data-classification: { sensitivity: internal, ceiling: internal }' },
    after: { order: 'x-data-classification: { sensitivity: internal, ceiling: restricted }' },
    finds: [],
  },
]
