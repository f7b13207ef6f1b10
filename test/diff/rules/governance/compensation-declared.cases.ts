import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'is silent about another one',
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }

paths:
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: None. } } }
    post: { operationId: createOrder, x-compensated-by: listOrders, responses: { '204': { description: None. } } }
  /status:
    get: { operationId: getStatus, x-tenant-scope: public, responses: { '204': { description: None. } } }
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }

paths:
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: None. } } }
    post: { operationId: createOrder, x-compensated-by: getStatus, responses: { '204': { description: None. } } }
  /status:
    get: { operationId: getStatus, x-tenant-scope: public, responses: { '204': { description: None. } } }
`,
    finds: [],
  },
  {
    title: 'points at the operation that said nothing',
    before: {},
    after: { operation: 'x-compensated-by: getOrder' },
    finds: ['info governance compensation-declared 5:5 → 7:25: it is undone by `getOrder`, as is said now'],
  },
]
