import { ceilingLowered } from '../../../../src/diff/rules/governance/ceiling-lowered.js'
import { ruleCases } from '../support/rule-cases.js'

ruleCases(ceilingLowered, [
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
])
