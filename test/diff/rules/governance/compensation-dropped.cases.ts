import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'names what takes its place',
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
    finds: [
      'warning governance compensation-dropped 7:57 → 7:57: it is no longer undone by `listOrders`, but by `getStatus`',
    ],
  },
]
