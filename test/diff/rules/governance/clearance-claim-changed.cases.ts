import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'makes little of it where there are no clearances',
    before: { root: 'x-data-policy: { clearanceClaim: a }' },
    after: { root: 'x-data-policy: { clearanceClaim: b }' },
    finds: ['info security clearance-claim-changed 3:34 → 3:34: clearances are read from the claim `b` instead of `a`'],
  },
  {
    title: 'breaks where there are',
    before: { root: 'x-data-policy: { clearances: { s: { max: internal } }, clearanceClaim: a }' },
    after: { root: 'x-data-policy: { clearances: { s: { max: internal } } }' },
    finds: [
      'breaking security clearance-claim-changed 3:72 → 3:16: clearances are read from the claim `clearance` instead of `a`',
    ],
  },
]
