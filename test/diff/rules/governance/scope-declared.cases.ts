import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'asks for a look at what is open to many',
    before: {},
    after: { operation: 'x-tenant-scope: public' },
    finds: ['warning governance scope-declared 5:5 → 7:23: its scope is declared: `public`'],
  },
  {
    title: 'tells a word of the document once',
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }

paths:
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: None. } } }
    post: { operationId: createOrder, responses: { '204': { description: None. } } }
  /status:
    get: { operationId: getStatus, x-tenant-scope: public, responses: { '204': { description: None. } } }
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
x-tenant-scope: tenant
paths:
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: None. } } }
    post: { operationId: createOrder, responses: { '204': { description: None. } } }
  /status:
    get: { operationId: getStatus, x-tenant-scope: public, responses: { '204': { description: None. } } }
`,
    finds: ['info governance scope-declared 1:1 → 3:17: its scope is declared: `tenant` (and createOrder)'],
  },
]
