import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds that a hold no longer may',
    before: { root: 'x-data-retention: { period: P30D, legalHold: true }' },
    after: { root: 'x-data-retention: { period: P30D, legalHold: false }' },
    finds: ['warning governance legal-hold-changed 3:19 → 3:19: a legal hold may no longer keep data beyond its time'],
  },
  {
    title: 'is silent about the default that is written out',
    before: { root: 'x-data-retention: P30D' },
    after: { root: 'x-data-retention: { period: P30D, legalHold: false }' },
    finds: [],
  },
]
