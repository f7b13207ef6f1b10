import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a first word',
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
      'breaking governance idempotency-required 5:5 → 7:22: an idempotency key became required, in `/id` of the body: a call without one is refused',
    ],
  },
  {
    title: 'is silent about what the API sends',
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
    x-idempotency: optional
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
    finds: [],
  },
  {
    title: 'is silent where safe methods only inherit it',
    before: { root: 'x-idempotency: optional' },
    after: { root: 'x-idempotency: required' },
    finds: [],
  },
]
