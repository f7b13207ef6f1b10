import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'names the callers who see less',
    before: {
      properties: 'card: { type: string, x-data-classification: internal }',
      root: 'x-data-policy: { default: { max: public }, clearances: { support: { max: internal }, billing: { max: restricted } } }',
    },
    after: {
      properties: 'card: { type: string, x-data-classification: payment-card }',
      root: 'x-data-policy: { default: { max: public }, clearances: { support: { max: internal }, billing: { max: restricted } } }',
    },
    finds: [
      'breaking security response-classification-raised 22:64 → 22:64: `card` went from internal to payment-card (restricted): callers with clearance `support` see it masked from now on',
    ],
  },
  {
    title: 'heeds categories that a clearance reveals',
    before: {
      properties: 'email: { type: string, x-data-classification: internal }',
      root: 'x-data-policy: { default: { max: internal, reveal: [contact] } }',
    },
    after: {
      properties: 'email: { type: string, x-data-classification: contact.email }',
      root: 'x-data-policy: { default: { max: internal, reveal: [contact] } }',
    },
    finds: [
      'info security response-classification-raised 22:65 → 22:65: `email` went from internal to contact.email (confidential)',
    ],
  },
  {
    title: 'tells a container that hands its class down once',
    before: {
      order: 'x-data-classification: internal',
      properties: `a: { type: string }
b: { type: string }`,
    },
    after: {
      order: 'x-data-classification: confidential',
      properties: `a: { type: string }
b: { type: string }`,
    },
    finds: [
      'breaking security response-classification-raised 19:40 → 19:40: the response 200 went from internal to confidential: all callers see it masked from now on',
    ],
  },
  {
    title: 'finds what had no class and is masked now',
    before: { properties: 'card: { type: string }' },
    after: { properties: 'card: { type: string, x-data-classification: payment-card }' },
    finds: [
      'breaking security response-classification-raised 21:25 → 21:64: `card` went from unclassified to payment-card (restricted): all callers see it masked from now on',
    ],
  },
  {
    title: 'takes what nobody classified for confidential where the policy says so',
    before: {
      properties: 'card: { type: string }',
      root: 'x-data-policy: { default: { max: confidential }, unclassified: restrict }',
    },
    after: {
      properties: 'card: { type: string, x-data-classification: payment-card }',
      root: 'x-data-policy: { default: { max: confidential }, unclassified: restrict }',
    },
    finds: [
      'breaking security response-classification-raised 22:25 → 22:64: `card` went from unclassified to payment-card (restricted): all callers see it masked from now on',
    ],
  },
  {
    title: 'masks nothing in requests',
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
                email: { type: string, x-data-classification: internal }
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
                email: { type: string, x-data-classification: contact }
      responses:
        '204': { description: Placed. }
`,
    finds: [
      'info security request-classification-raised 15:63 → 15:63: `email` went from internal to contact (confidential)',
    ],
  },
  {
    title: 'asks those who read messages to be careful',
    before: `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
channels:
  orders:
    address: 'orders.{tenant}'
    parameters: { tenant: {} }
    messages:
      placed:
        payload: { type: object, properties: { tenant: { type: string, x-data-classification: internal } } }
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
        payload: { type: object, properties: { tenant: { type: string, x-data-classification: contact } } }
operations:
  publish:
    action: send
    channel: { $ref: '#/channels/orders' }
`,
    finds: [
      'warning security published-classification-raised 9:95 → 9:95: `tenant` went from internal to contact (confidential): those who read it have to handle it so',
    ],
  },
  {
    title: 'finds another category that a clearance does not reveal',
    before: {
      properties: 'a: { type: string, x-data-classification: contact }',
      root: 'x-data-policy: { clearances: { support: { max: internal, reveal: [contact] } } }',
    },
    after: {
      properties: 'a: { type: string, x-data-classification: financial }',
      root: 'x-data-policy: { clearances: { support: { max: internal, reveal: [contact] } } }',
    },
    finds: [
      'breaking security response-classification-raised 22:61 → 22:61: `a` went from contact (confidential) to financial (confidential): callers with clearance `support` see it masked from now on',
    ],
  },
  {
    title: 'is silent on the way down',
    before: { properties: 'a: { type: string, x-data-classification: contact }' },
    after: { properties: 'a: { type: string, x-data-classification: internal }' },
    finds: [],
  },
]
