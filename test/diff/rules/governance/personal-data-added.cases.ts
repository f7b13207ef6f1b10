import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a new member of what the API asks for',
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
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                sku: { type: string }
                email: { type: string, x-data-classification: contact.email }
      responses:
        '204': { description: Placed. }
`,
    finds: ['warning governance request-personal-data-added 12:15 → 15:17: `email` brings personal data: `contact`'],
  },
  {
    title: 'finds what comes with a reference',
    before: {
      root: 'components: { schemas: { Person: { type: object, properties: { iris: { type: string, x-data-classification: biometric }, name: { type: string, x-data-classification: personal.name } } } } }',
    },
    after: {
      properties: "buyer: { $ref: '#/components/schemas/Person' }",
      root: 'components: { schemas: { Person: { type: object, properties: { iris: { type: string, x-data-classification: biometric }, name: { type: string, x-data-classification: personal.name } } } } }',
    },
    finds: [
      'warning governance response-personal-data-added 19:17 → 22:19: `buyer` brings special data: `personal` and `biometric`',
    ],
  },
  {
    title: 'finds a new parameter',
    before: {},
    after: { parameters: '- { name: near, in: query, x-data-classification: location, schema: { type: string } }' },
    finds: [
      'warning governance request-personal-data-added - → 12:11: the query parameter `near` brings personal data: `location`',
    ],
  },
  {
    title: 'finds the first operation that sends such data, and no second one',
    before: { properties: 'a: { type: string, x-data-classification: contact }' },
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders/{tenant}:
    get:
      operationId: getOrder
      parameters:
        - { name: tenant, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema: { type: object, properties: { id: { type: string }, a: { type: string, x-data-classification: contact } } }
  /buyers:
    get:
      operationId: listBuyers
      responses:
        '200':
          description: All.
          content:
            application/json:
              schema: { type: object, properties: { a: { type: string, x-data-classification: contact }, b: { type: string, x-data-classification: health } } }
`,
    finds: ['warning governance personal-data-added - → 16:5: what it sends brings special data: `health`'],
  },
  {
    title: 'looks at what is sent on a new channel',
    before: `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
channels: {}
operations: {}
`,
    after: `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
channels:
  orders: { address: orders, messages: { placed: { payload: { type: string, x-data-classification: contact.email } } } }
operations:
  publish:
    action: send
    channel: { $ref: '#/channels/orders' }
`,
    finds: ['warning governance personal-data-added - → 4:3: what it sends brings personal data: `contact`'],
  },
  {
    title: 'is silent about what is nobody’s',
    before: {},
    after: { properties: 'a: { type: string, x-data-classification: business }' },
    finds: [],
  },
]
