import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at the pathway',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }`,
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }`,
    },
    finds: ['warning governance pathway-added 1:1 → 5:3: pathway `audit` is new: data may go from retailer to auditor'],
  },
]
