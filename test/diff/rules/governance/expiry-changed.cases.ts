import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'makes little of a step that leaves less',
    before: { root: 'x-data-retention: { period: P30D, onExpiry: archive }' },
    after: { root: 'x-data-retention: { period: P30D, onExpiry: anonymize }' },
    finds: [
      'info governance expiry-changed 3:19 → 3:19: when its time is over, data is anonymised; before, it was archived',
    ],
  },
  {
    title: 'takes silence for the least',
    before: { root: 'x-data-retention: { period: P30D, onExpiry: archive }' },
    after: { root: 'x-data-retention: P30D' },
    finds: [
      'breaking governance expiry-changed 3:19 → 3:19: when its time is over, data is dealt with in a way that nobody names; before, it was archived',
    ],
  },
]
