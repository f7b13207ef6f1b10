import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'warns in both directions',
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      x-idempotency: { mode: required, scope: principal }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                sku: { type: string }
      responses:
        '204': { description: Placed. }
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      x-idempotency: required
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                sku: { type: string }
      responses:
        '204': { description: Placed. }
`,
    finds: [
      'warning governance idempotency-scope-changed 7:22 → 7:22: idempotency keys are unique for each tenant instead of each principal',
    ],
  },
]
