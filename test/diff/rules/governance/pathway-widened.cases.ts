import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a higher ceiling',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }`,
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: restricted, requires: grant }`,
    },
    finds: ['breaking security pathway-widened 4:3 → 4:3: pathway `handover` lets restricted data through now'],
  },
  {
    title: 'finds categories that are new',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, categories: [contact], requires: grant }`,
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, categories: [financial, contact.email, health], requires: grant }`,
    },
    finds: [
      'breaking security pathway-widened 4:3 → 4:3: pathway `handover` lets `financial` and `health` through now',
    ],
  },
  {
    title: 'takes no categories for all of them',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, categories: [contact, health], requires: grant }`,
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }`,
    },
    finds: ['breaking security pathway-widened 4:3 → 4:3: pathway `handover` lets data of any category through now'],
  },
  {
    title: 'finds that terms do where a grant was needed',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }`,
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., requires: terms }`,
    },
    finds: [
      'breaking security pathway-widened 4:3 → 4:3: pathway `handover` lets data of any sensitivity through now, and needs no grant any more',
    ],
  },
  {
    title: 'is silent about less',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }`,
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: internal, requires: grant }`,
    },
    finds: [],
  },
]
