import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
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
]
