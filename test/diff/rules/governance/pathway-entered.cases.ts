import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'names the pathways that are new to the operation',
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
    finds: ['breaking security pathway-entered 10:23 → 10:23: data may leave the tenant by `handover` now'],
  },
  {
    title: 'only warns where nothing had been said before',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }`,
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }`,
      operation: 'x-tenant-scope: { scope: cross-tenant, pathways: [audit, handover], justification: Because. }',
    },
    finds: ['warning security pathway-entered 8:5 → 10:23: data may leave the tenant by `audit` and `handover` now'],
  },
  {
    title: 'is silent about another order',
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
      operation: 'x-tenant-scope: { scope: cross-tenant, pathways: [handover, audit], justification: Because. }',
    },
    finds: [],
  },
]
