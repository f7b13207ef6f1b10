import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a purpose that is new',
    before: { root: 'x-data-policy: { clearances: { support: { max: internal } } }' },
    after: { root: 'x-data-policy: { clearances: { support: { max: internal, purpose: Care. } } }' },
    finds: ['info governance clearance-purpose-changed 3:41 → 3:67: the purpose of clearance `support` changed'],
  },
]
