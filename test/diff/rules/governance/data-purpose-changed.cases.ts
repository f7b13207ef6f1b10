import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'makes little of a first purpose',
    before: {},
    after: { operation: 'x-data-flow: Billing.' },
    finds: ['info governance data-purpose-changed 5:5 → 7:20: the purpose of its data flow changed'],
  },
  {
    title: 'warns where none is named any more',
    before: { operation: 'x-data-flow: { purpose: Billing., reads: shop/a }' },
    after: { operation: 'x-data-flow: { reads: shop/a }' },
    finds: ['warning governance data-purpose-changed 7:20 → 7:20: the purpose of its data flow changed'],
  },
]
