import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'tells both ends at once',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }`,
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: supplier, to: retailer, purpose: Fulfilment., ceiling: confidential, requires: grant }`,
    },
    finds: [
      'breaking security pathway-redirected 4:3 → 4:3: pathway `handover` goes from supplier to retailer; before, it went from retailer to supplier',
    ],
  },
]
