import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds that nothing is said any more',
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
x-data-residency: eu-central-1
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
    finds: ['breaking governance residency-widened 3:19 → 1:1: data may lie anywhere now (and createOrder, getStatus)'],
  },
  {
    title: 'looks at schemas',
    before: { properties: 'a: { type: string, x-data-residency: [eu-central-1] }' },
    after: { properties: 'a: { type: string, x-data-residency: [eu-central-1, us-east-1, ap-south-1] }' },
    finds: ['breaking governance residency-widened 21:56 → 21:56: `a` may lie in `ap-south-1` and `us-east-1` now'],
  },
  {
    title: 'is silent about another order',
    before: { root: 'x-data-residency: [a, b]' },
    after: { root: 'x-data-residency: [b, a]' },
    finds: [],
  },
]
