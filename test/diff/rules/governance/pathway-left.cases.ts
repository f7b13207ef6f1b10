import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'names the pathways that are closed to the operation',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }`,
      operation: 'x-tenant-scope: { scope: cross-tenant, pathways: [audit, handover], justification: Because. }',
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }`,
      operation: 'x-tenant-scope: { scope: cross-tenant, pathways: [audit], justification: Because. }',
    },
    finds: ['breaking governance pathway-left 10:23 → 10:23: data no longer leaves the tenant by `handover`'],
  },
  {
    title: 'is silent about one that is new',
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
      operation: 'x-tenant-scope: { scope: cross-tenant, pathways: [audit, handover], justification: Because. }',
    },
    finds: [],
  },
]
