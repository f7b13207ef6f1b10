import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'tells a change of the document once, with all operations that inherit it',
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
x-tenant-scope: tenant
paths:
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: None. } } }
    post: { operationId: createOrder, responses: { '204': { description: None. } } }
  /status:
    get: { operationId: getStatus, x-tenant-scope: public, responses: { '204': { description: None. } } }
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
x-tenant-scope: shared
paths:
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: None. } } }
    post: { operationId: createOrder, responses: { '204': { description: None. } } }
  /status:
    get: { operationId: getStatus, x-tenant-scope: public, responses: { '204': { description: None. } } }
`,
    finds: [
      'breaking security scope-widened 3:17 → 3:17: the scope went from `tenant` to `shared`: every tenant can reach its data now (and createOrder)',
    ],
  },
  {
    title: 'finds a new circle even where another one is closed',
    before: { operation: 'x-tenant-scope: tenant' },
    after: { operation: 'x-tenant-scope: platform' },
    finds: [
      'breaking security scope-widened 7:23 → 7:23: the scope went from `tenant` to `platform`: operators can reach its data now',
    ],
  },
  {
    title: 'finds that tenants may call what was for operators',
    before: { operation: 'x-tenant-scope: platform' },
    after: { operation: 'x-tenant-scope: tenant' },
    finds: [
      'breaking security scope-widened 7:23 → 7:23: the scope went from `platform` to `tenant`: the tenant itself can reach its data now',
    ],
  },
  {
    title: 'finds a grant that takes the place of ownership',
    before: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }`,
      operation: 'x-tenant-scope: tenant',
    },
    after: {
      root: `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }
  audit: { from: retailer, to: auditor, purpose: Audits., requires: terms }`,
      operation: 'x-tenant-scope: { scope: cross-tenant, pathways: [audit], justification: Because. }',
    },
    finds: [
      'breaking security scope-widened 10:23 → 10:23: the scope went from `tenant` to `cross-tenant`: tenants with a grant can reach its data now',
    ],
  },
  {
    title: 'is silent when nobody new gets in',
    before: { operation: 'x-tenant-scope: public' },
    after: { operation: 'x-tenant-scope: shared' },
    finds: [],
  },
  {
    title: 'looks at messages, too',
    before: `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
channels:
  orders:
    address: 'orders.{tenant}'
    parameters: { tenant: {} }
    messages:
      placed:
        payload: { type: object, properties: { tenant: { type: string } } }
        x-tenant-scope: tenant
operations:
  publish:
    action: send
    channel: { $ref: '#/channels/orders' }
`,
    after: `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
channels:
  orders:
    address: 'orders.{tenant}'
    parameters: { tenant: {} }
    messages:
      placed:
        payload: { type: object, properties: { tenant: { type: string } } }
        x-tenant-scope: public
operations:
  publish:
    action: send
    channel: { $ref: '#/channels/orders' }
`,
    finds: [
      'breaking security scope-widened 10:25 → 10:25: the scope went from `tenant` to `public`: anybody can reach its data now',
    ],
  },
]
