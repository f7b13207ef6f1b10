import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'warns of secrets in answers',
    before: {},
    after: { properties: 'a: { type: string, x-data-classification: secret }' },
    finds: ['warning governance response-guarded-data-added 18:17 → 21:19: `a` brings guarded data: `secret`'],
  },
  {
    title: 'takes secrets in requests for what they are',
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
                a: { type: string, format: password }
      responses:
        '204': { description: Placed. }
`,
    finds: ['info governance request-guarded-data-added 12:15 → 15:17: `a` brings guarded data: `credential`'],
  },
  {
    title: 'leaves out what goes in and never comes out',
    before: {},
    after: {
      properties:
        'pay: { type: object, properties: { token: { type: string, writeOnly: true, x-data-classification: credential } } }',
    },
    finds: [],
  },
  {
    title: 'is silent about what is at most internal',
    before: {},
    after: {
      properties:
        'a: { type: string, x-data-classification: { category: financial, sensitivity: internal, override: { reason: Rounded. } } }',
    },
    finds: [],
  },
]
