import { idempotencyScopeChanged } from '../../../../src/diff/rules/governance/idempotency-scope-changed.js'
import { ruleCases } from '../support/rule-cases.js'

ruleCases(idempotencyScopeChanged, [
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
])
