import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds operators that are shut out',
    before: { operation: 'x-tenant-scope: platform' },
    after: { operation: 'x-tenant-scope: shared' },
    finds: [
      'breaking governance scope-narrowed 7:23 → 7:23: the scope went from `platform` to `shared`: before, it was open to operators',
    ],
  },
  {
    title: 'only warns where calls still succeed',
    before: { operation: 'x-tenant-scope: shared' },
    after: { operation: 'x-tenant-scope: tenant' },
    finds: [
      'warning governance scope-narrowed 7:23 → 7:23: the scope went from `shared` to `tenant`: before, it was open to every tenant',
    ],
  },
  {
    title: 'finds that grants are worth nothing any more',
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
    finds: [
      'breaking governance scope-narrowed 10:23 → 10:23: the scope went from `cross-tenant` to `tenant`: before, it was open to tenants with a grant',
    ],
  },
  {
    title: 'is silent when nobody is shut out',
    before: { operation: 'x-tenant-scope: tenant' },
    after: { operation: 'x-tenant-scope: shared' },
    finds: [],
  },
]
