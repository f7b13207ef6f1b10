import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a key that is no longer required',
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
      x-idempotency: optional
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
      'info governance idempotency-offered 7:22 → 7:22: idempotency keys are optional now; before, they were required',
    ],
  },
  {
    title: 'finds messages that carry a key now',
    before: `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
channels:
  orders:
    address: 'orders.{tenant}'
    parameters: { tenant: {} }
    messages:
      placed:
        payload: { type: object, properties: { tenant: { type: string } } }
operations:
  publish:
    action: send
    channel: { $ref: '#/channels/orders' }
`,
    after: `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
channels:
  orders:
    address: 'orders.{tenant}'
    parameters: { tenant: {} }
    messages:
      placed:
        payload: { type: object, properties: { tenant: { type: string } } }
operations:
  publish:
    action: send
    channel: { $ref: '#/channels/orders' }
    x-idempotency: required
`,
    finds: [
      'info governance idempotency-offered 11:3 → 14:20: idempotency keys are required now; before, they were unknown',
    ],
  },
  {
    title: 'leaves a key that is required now to its rule',
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
    finds: [],
  },
]
