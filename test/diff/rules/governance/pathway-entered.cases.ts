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
    title: 'warns of operations that are new',
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }
paths: {}
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }
paths:
  /orders:
    get:
      operationId: listOrders
      x-tenant-scope: { scope: cross-tenant, pathways: [audit], justification: Audits. }
      responses: { '204': { description: None. } }
`,
    finds: ['warning security pathway-entered - → 8:5: data may leave the tenant by `audit` now'],
  },
  {
    title: 'warns of channels that are new',
    before: `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }
channels: {}
operations: {}
`,
    after: `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }
channels:
  orders: { address: orders, messages: { placed: { payload: { type: string } } } }
operations:
  publish:
    action: send
    channel: { $ref: '#/channels/orders' }
    x-tenant-scope: { scope: cross-tenant, pathways: [audit], justification: Audits. }
`,
    finds: ['warning security pathway-entered - → 7:3: data may leave the tenant by `audit` now'],
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
