import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a lower ceiling and fewer categories',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }`,
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: internal, categories: [contact], requires: grant }`,
    },
    finds: [
      'warning governance pathway-narrowed 4:3 → 4:3: pathway `handover` lets nothing above internal through now and lets only `contact` through now',
    ],
  },
  {
    title: 'is silent about more',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }`,
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: restricted, requires: grant }`,
    },
    finds: [],
  },
]
