import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at the pathway',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }`,
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }`,
    },
    finds: [
      'breaking governance pathway-removed 5:3 → 1:1: pathway `audit` is gone: data no longer goes from retailer to auditor',
    ],
  },
]
