import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'is silent about another ceiling',
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
  {
    title: 'finds another purpose',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }`,
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Advertising., ceiling: confidential, requires: grant }`,
    },
    finds: ['warning governance pathway-purpose-changed 4:54 → 4:54: the purpose of pathway `handover` changed'],
  },
]
