import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds that nothing is said any more',
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
      'breaking governance idempotency-dropped 7:22 → 5:5: idempotency keys mean nothing any more: a call that is repeated acts twice',
    ],
  },
  {
    title: 'speaks of messages in their own words',
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
    x-idempotency: required
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
`,
    finds: [
      'breaking governance idempotency-dropped 14:20 → 11:3: idempotency keys mean nothing any more: what is sent twice cannot be told from two things',
    ],
  },
  {
    title: 'is silent where safe methods only inherited it',
    before: { root: 'x-idempotency: optional' },
    after: { root: 'x-idempotency: off' },
    finds: [],
  },
]
