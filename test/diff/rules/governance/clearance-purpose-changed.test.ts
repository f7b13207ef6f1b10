import { clearancePurposeChanged } from '../../../../src/diff/rules/governance/clearance-purpose-changed.js'
import { ruleCases } from '../support/rule-cases.js'

ruleCases(clearancePurposeChanged, [
  {
    title: 'finds a purpose that is new',
    before: { root: 'x-data-policy: { clearances: { support: { max: internal } } }' },
    after: { root: 'x-data-policy: { clearances: { support: { max: internal, purpose: Care. } } }' },
    finds: ['info governance clearance-purpose-changed 3:41 → 3:67: the purpose of clearance `support` changed'],
  },
])
