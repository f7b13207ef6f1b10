import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds another member of a body',
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                sku: { type: string }
                tenant: { type: string, x-tenant-key: true }
      responses:
        '204': { description: Placed. }
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                sku: { type: string }
                tenantId: { type: string, x-tenant-key: true }
      responses:
        '204': { description: Placed. }
`,
    finds: [
      'breaking security request-tenant-key-moved 15:17 → 12:15: the tenant is named by `tenantId` instead of `tenant`',
    ],
  },
  {
    title: 'only warns of what the API sends',
    before: {
      properties: `a: { type: string, x-tenant-key: true }
b: { type: string }`,
    },
    after: {
      properties: `a: { type: string }
b: { type: string, x-tenant-key: true }`,
    },
    finds: ['warning security response-tenant-key-moved 21:52 → 21:22: the tenant is named by `b` instead of `a`'],
  },
  {
    title: 'is silent where one of two is left',
    before: {
      parameter: 'x-tenant-key: true',
      parameters: '- { name: X-Tenant, in: header, x-tenant-key: true, schema: { type: string } }',
    },
    after: { parameter: 'x-tenant-key: true' },
    finds: [],
  },
]
