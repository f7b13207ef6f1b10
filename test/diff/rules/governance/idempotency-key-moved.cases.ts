import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds another place',
    before: `openapi: 3.1.0
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
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      x-idempotency: { mode: required, key: { in: body, pointer: /id } }
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
      'breaking governance idempotency-key-moved 7:22 → 7:22: the idempotency key stands in `/id` of the body instead of header `Idempotency-Key`',
    ],
  },
  {
    title: 'knows that names of headers have no case',
    before: `openapi: 3.1.0
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
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      x-idempotency: { mode: required, key: { in: header, name: idempotency-key } }
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
