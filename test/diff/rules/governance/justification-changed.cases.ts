import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds another reason for the same crossing',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }`,
      operation: 'x-tenant-scope: { scope: cross-tenant, pathways: [audit], justification: Because. }',
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }`,
      operation: 'x-tenant-scope: { scope: cross-tenant, pathways: [audit], justification: Why not. }',
    },
    finds: ['info governance justification-changed 10:23 → 10:23: the justification of its scope changed'],
  },
  {
    title: 'leaves a change of scope to its own rules',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }`,
      operation: 'x-tenant-scope: { scope: cross-tenant, pathways: [audit], justification: Because. }',
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }`,
      operation: 'x-tenant-scope: tenant',
    },
    finds: [],
  },
]
