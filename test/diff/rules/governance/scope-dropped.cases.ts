import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at where the word stood and where it would stand',
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

paths:
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: None. } } }
    post: { operationId: createOrder, responses: { '204': { description: None. } } }
  /status:
    get: { operationId: getStatus, x-tenant-scope: public, responses: { '204': { description: None. } } }
`,
    finds: [
      'breaking security scope-dropped 3:17 → 1:1: it no longer says that its scope is `tenant` (and createOrder)',
    ],
  },
  {
    title: 'is silent about another scope',
    before: { operation: 'x-tenant-scope: tenant' },
    after: { operation: 'x-tenant-scope: public' },
    finds: [],
  },
]
