import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks also where the default shows more',
    before: { root: 'x-data-policy: { default: { max: restricted }, clearances: { support: { max: internal } } }' },
    after: { root: 'x-data-policy: { default: { max: restricted } }' },
    finds: [
      'breaking governance clearance-removed 3:62 → 3:16: clearance `support` is gone: those who have it see restricted instead of internal',
    ],
  },
  {
    title: 'makes little of one that shows what the default shows',
    before: { root: 'x-data-policy: { clearances: { support: { max: internal } } }' },
    after: {},
    finds: [
      'info governance clearance-removed 3:32 → 1:1: clearance `support` is gone: those who have it see what they saw',
    ],
  },
]
