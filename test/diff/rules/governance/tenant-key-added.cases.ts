import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a mark on what the API asks for',
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
                tenant: { type: string }
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
                tenant: { type: string, x-tenant-key: true }
      responses:
        '204': { description: Placed. }
`,
    finds: [
      'breaking security request-tenant-key-added 15:25 → 15:55: `tenant` names the tenant now: a call that names another one is refused',
    ],
  },
  {
    title: 'makes little of a mark on what the API sends',
    before: { properties: 'tenant: { type: string }' },
    after: { properties: 'tenant: { type: string, x-tenant-key: true }' },
    finds: ['info security response-tenant-key-added 21:27 → 21:57: `tenant` names the tenant now'],
  },
  {
    title: 'makes little of a new parameter',
    before: {},
    after: { parameters: '- { name: X-Tenant, in: header, x-tenant-key: true, schema: { type: string } }' },
    finds: ['info security request-tenant-key-added - → 12:11: header parameter `X-Tenant` names the tenant now'],
  },
  {
    title: 'looks at the addresses of channels',
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
    parameters: { tenant: {x-tenant-key: true} }
    messages:
      placed:
        payload: { type: object, properties: { tenant: { type: string } } }
operations:
  publish:
    action: send
    channel: { $ref: '#/channels/orders' }
`,
    finds: [
      'breaking security tenant-key-added 6:19 → 6:42: parameter `tenant` of the address names the tenant now: a call that names another one is refused',
    ],
  },
  {
    title: 'is silent when the mark has only moved',
    before: { parameter: 'x-tenant-key: true' },
    after: { parameters: '- { name: X-Tenant, in: header, x-tenant-key: true, schema: { type: string } }' },
    finds: [],
  },
]
