import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'looks at parameters',
    before: { parameters: '- { name: a, in: query, schema: { type: string } }' },
    after: { parameters: '- { name: a, in: query, deprecated: true, schema: { type: string } }' },
    finds: ['info structural request-became-deprecated 12:11 → 12:45: the query parameter `a` is deprecated'],
  },
  {
    title: 'looks at members, with the day of their lifecycle',
    before: { properties: 'a: { type: string }' },
    after: {
      properties: 'a: { type: string, deprecated: true, x-lifecycle: { state: deprecated, sunset: 2026-06-30 } }',
    },
    finds: ['info structural response-became-deprecated 21:22 → 21:69: `a` is deprecated, and gone from 2026-06-30'],
  },
  {
    title: 'looks at security schemes',
    before: {
      root: `components: { securitySchemes: { s: { type: http, scheme: bearer } } }
security: [{ s: [] }]`,
    },
    after: {
      root: `components: { securitySchemes: { s: { type: http, scheme: bearer, deprecated: true } } }
security: [{ s: [] }]`,
    },
    finds: ['info structural became-deprecated 3:37 → 3:79: security scheme `s` is deprecated'],
  },
  {
    title: 'looks at responses and media types',
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    get:
      operationId: listOrders
      responses:
        '200':
          description: All.
          content:
            text/csv: {}
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    get:
      operationId: listOrders
      responses:
        '200':
          description: All.
          x-lifecycle: deprecated
          content:
            text/csv: { x-lifecycle: { state: deprecated, sunset: 2026-06-30 } }
`,
    finds: [
      'info structural response-became-deprecated 8:9 → 10:24: the response 200 is deprecated',
      'info structural response-became-deprecated 11:13 → 12:38: `text/csv` of the response 200 is deprecated, and gone from 2026-06-30',
    ],
  },
  {
    title: 'tells a deprecated document once',
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }

paths:
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: None. } } }
    post: { operationId: createOrder, responses: { '204': { description: None. } } }
  /status:
    get: { operationId: getStatus, x-tenant-scope: public, responses: { '204': { description: None. } } }
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
x-lifecycle: deprecated
paths:
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: None. } } }
    post: { operationId: createOrder, responses: { '204': { description: None. } } }
  /status:
    get: { operationId: getStatus, x-tenant-scope: public, responses: { '204': { description: None. } } }
`,
    finds: [
      'info structural became-deprecated 1:1 → 3:14: the whole contract is deprecated (and createOrder, getStatus)',
    ],
  },
  {
    title: 'tells a deprecated channel operation once',
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
    x-lifecycle: deprecated
`,
    finds: ['info structural became-deprecated 11:3 → 14:18: the operation is deprecated'],
  },
  {
    title: 'warns where notice is asked for and no day is named',
    before: {},
    after: { operation: 'deprecated: true' },
    grace: 30,
    finds: ['warning structural became-deprecated 6:7 → 7:19: the operation is deprecated'],
  },
  {
    title: 'reads other spellings',
    before: {},
    after: {
      operation: `deprecated: true
x-sunset: 2026-06-30`,
    },
    finds: ['info structural became-deprecated 5:5 → 8:17: the operation is deprecated, and gone from 2026-06-30'],
  },
  {
    title: 'is silent where only the spelling changes',
    before: { operation: 'deprecated: true' },
    after: { operation: 'x-lifecycle: deprecated' },
    finds: [],
  },
]
