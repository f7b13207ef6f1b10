import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'makes little of one that shows no more than the default',
    before: { root: 'x-data-policy: { default: { max: confidential } }' },
    after: { root: 'x-data-policy: { default: { max: confidential }, clearances: { guest: { max: public } } }' },
    finds: ['info governance clearance-added 3:16 → 3:64: clearance `guest` is new, and shows public'],
  },
]
