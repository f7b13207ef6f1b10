import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'makes little of a longer time',
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      x-idempotency: { mode: required, ttl: 1500ms }
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
      x-idempotency: { mode: required, ttl: 2s }
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
      'info governance idempotency-window-changed 7:22 → 7:22: idempotency keys are remembered for 2 s instead of 1500 ms',
    ],
  },
  {
    title: 'warns where nobody names the time any more',
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      x-idempotency: { mode: required, ttl: 7d }
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
      'warning governance idempotency-window-changed 7:22 → 7:22: idempotency keys are remembered for a time that nobody names instead of 7 d',
    ],
  },
  {
    title: 'is silent about the same time in other words',
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      x-idempotency: { mode: required, ttl: 24h }
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
      x-idempotency: { mode: required, ttl: P1D }
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
    finds: [],
  },
]
