import { clearanceAdded } from '../../../../src/diff/rules/governance/clearance-added.js'
import { ruleCases } from '../support/rule-cases.js'

ruleCases(clearanceAdded, [
  {
    title: 'makes little of one that shows no more than the default',
    before: { root: 'x-data-policy: { default: { max: confidential } }' },
    after: { root: 'x-data-policy: { default: { max: confidential }, clearances: { guest: { max: public } } }' },
    finds: ['info governance clearance-added 3:16 → 3:64: clearance `guest` is new, and shows public'],
  },
])
