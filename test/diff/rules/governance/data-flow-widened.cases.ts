import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'names all that is new',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }`,
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }`,
      operation: 'x-data-flow: { reads: [shop/a, shop/b], emits: shop/c, pathway: handover }',
    },
    finds: [
      'warning governance data-flow-widened 7:5 → 9:20: its data flow reads `shop/a` and `shop/b`, emits `shop/c` and takes the pathway `handover` now',
    ],
  },
  {
    title: 'is silent about less',
    before: { operation: 'x-data-flow: { reads: [shop/a, shop/b] }' },
    after: { operation: 'x-data-flow: { reads: [shop/b] }' },
    finds: [],
  },
]
