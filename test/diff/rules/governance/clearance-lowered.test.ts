import { clearanceLowered } from '../../../../src/diff/rules/governance/clearance-lowered.js'
import { ruleCases } from '../support/rule-cases.js'

ruleCases(clearanceLowered, [
  {
    title: 'finds a category that is no longer revealed',
    before: { root: 'x-data-policy: { clearances: { support: { max: internal, reveal: [contact] } } }' },
    after: { root: 'x-data-policy: { clearances: { support: { max: internal, reveal: [contact.email] } } }' },
    finds: [
      'breaking governance clearance-lowered 3:32 → 3:32: callers with clearance `support` see less than before: internal and contact then, internal and contact.email now',
    ],
  },
  {
    title: 'is silent on the way up',
    before: { root: 'x-data-policy: { clearances: { support: { max: internal } } }' },
    after: { root: 'x-data-policy: { clearances: { support: { max: confidential } } }' },
    finds: [],
  },
])
