import { legalHoldChanged } from '../../../../src/diff/rules/governance/legal-hold-changed.js'
import { ruleCases } from '../support/rule-cases.js'

ruleCases(legalHoldChanged, [
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
])
